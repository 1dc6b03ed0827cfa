namespace MentorBot.EndToEnd.Tests.Desk;

public class JoiningTests(ProgramInBrowser browser) : BrowserTests(browser)
{
    [Theory]
    [InlineData(320, true)]
    [InlineData(320, false)]
    [InlineData(1280, true)]
    public async Task Somebody_joins_by_an_app_and_signs_in_with_javascript_and_without(int width, bool scripts)
    {
        var grace = await OpenDeskAsync("Grace", "/desk/mentors", Wide(width));
        var link = await grace.InviteAsync("Tomas");
        await grace.IsGoodAsync($"desk-{width}-invited");
        var options = Wide(width);
        options.JavaScriptEnabled = scripts;
        var visit = await OpenAsync(link, options);
        var signInName = $"tomas.{width}.{scripts}";

        await visit.FillInAsync(signInName);
        var app = await visit.SetUpAppAsync();
        await visit.Page.GetByLabel("Code from your app").FillAsync("000 000");
        if (scripts) await visit.IsGoodAsync($"desk-{width}-join");
        await visit.PressAsync("Join", exact: true);
        await Assertions.Expect(visit.Page.Locator("#problem")).ToContainTextAsync("not the code that your app shows");
        await visit.FillInAsync(signInName);
        await visit.Page.GetByLabel("Code from your app").FillAsync(app.Next());
        await visit.PressAsync("Join", exact: true);

        await visit.HeadingAsync("Welcome, Tomas");
        Assert.Equal(10, await visit.Page.Locator(".codes li").CountAsync());
        if (scripts) await visit.IsGoodAsync($"desk-{width}-codes", "422");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await visit.PressAsync("Sign out");

        await visit.HeadingAsync("Sign in to the desk");
        await visit.SignInAsync(signInName, "000000");
        await Assertions.Expect(visit.Page.Locator("#problem")).ToContainTextAsync("That did not work.");
        if (scripts) await visit.IsGoodAsync($"desk-{width}-refused", "422");
        await visit.SignInAsync(signInName, app.Next());
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Navigation, new() { Name = "The desk" })).ToContainTextAsync("Tomas");
    }

    [Fact]
    public async Task A_link_that_was_used_up_says_so()
    {
        var visit = await OpenAsync("/desk/join/used-up", Wide(320));
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("used up or too old");
        await visit.IsGoodAsync("desk-320-gone", "410");
    }
}
