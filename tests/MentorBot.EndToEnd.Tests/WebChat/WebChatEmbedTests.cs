namespace MentorBot.EndToEnd.Tests.WebChat;

public class WebChatEmbedTests(ProgramInBrowser browser) : BrowserTests(browser)
{
    private readonly ProgramInBrowser _browser = browser;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task One_script_tag_puts_the_chat_on_a_schemes_own_page(int width)
    {
        var (visit, chat) = await OpenChatAsync(Wide(width));
        await chat.ChooseAsync("A tip to try");
        Assert.StartsWith("Tip 1 of 12", await chat.AnswerAsync(1), StringComparison.Ordinal);
        await visit.KeepAsync($"chat-{width}-embedded");
        await visit.IsAccessibleAsync();
        await visit.FitsAsync();

        // The frame forgets nothing when it is closed and opened.
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Close the chat" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Chat with MentorBot" }).ClickAsync();
        Assert.StartsWith("Tip 1 of 12", await chat.AnswerAsync(1), StringComparison.Ordinal);
        Assert.Equal("", string.Join("\n", visit.Complaints));
    }

    [Fact]
    public async Task After_a_reload_of_the_page_around_it_the_chat_is_still_there()
    {
        var (visit, chat) = await OpenChatAsync(new());
        await chat.SayAsync("MORE");
        await chat.AnswerAsync(1);
        await visit.Page.ReloadAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Chat with MentorBot" }).ClickAsync();
        Assert.StartsWith("Tip 1 of 12", await chat.AnswerAsync(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_frame_may_keep_no_cookie_the_chat_lasts_as_long_as_its_tab()
    {
        // A browser that keeps no cookies of frames keeps no storage of strangers' frames either in these tests, so the frame is no stranger here.
        var (visit, chat) = await OpenChatAsync(new(), _browser.Site.NearOrigin);
        await chat.SayAsync("MORE");
        await chat.AnswerAsync(1);
        await visit.Page.Context.ClearCookiesAsync();
        await visit.Page.ReloadAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Chat with MentorBot" }).ClickAsync();
        Assert.StartsWith("Tip 1 of 12", await chat.AnswerAsync(1), StringComparison.Ordinal);
        await chat.SayAsync("MORE");
        Assert.StartsWith("Tip 2 of 12", await chat.AnswerAsync(2), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("button")]
    [InlineData("shift in the chat")]
    [InlineData("shift on the page")]
    public async Task The_way_out_takes_the_whole_page_away(string how)
    {
        var (visit, chat) = await OpenChatAsync(new());
        await chat.SayAsync("MORE");
        await chat.AnswerAsync(1);

        if (how == "button") await visit.Page.FrameLocator("iframe").GetByRole(AriaRole.Button, new() { Name = "Exit this page" }).ClickAsync();
        else if (how == "shift on the page") await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Close the chat" }).FocusAsync();
        if (how != "button")
        {
            // Three within their time count, however slowly a busy machine presses.
            for (var i = 0; i < 9 && visit.Page.Url != WeatherSite.Page; i++) await visit.Page.Keyboard.PressAsync("Shift");
        }
        await WeatherSite.IsReachedAsync(visit.Page);

        await visit.Page.GotoAsync(_browser.Site.Origin);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Chat with MentorBot" }).ClickAsync();
        await Assertions.Expect(chat.Answers).ToHaveCountAsync(1);
        await Assertions.Expect(chat.Hers).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_a_script_the_way_out_empties_the_frame_forgets_its_chat_and_leads_the_whole_page_away()
    {
        var visit = await OpenAsync("/error", new() { JavaScriptEnabled = false });
        var chat = new Chatter(visit, visit.Page.FrameLocator("iframe").Locator("body"));
        await visit.Page.GotoAsync($"{_browser.Site.Origin}/frame");
        await chat.SayAsync("MORE");
        await chat.AnswerAsync(1);

        var frame = visit.Page.FrameLocator("iframe");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Exit this page" }).ClickAsync();
        await frame.GetByRole(AriaRole.Link, new() { Name = "Exit this page" }).ClickAsync();
        await WeatherSite.IsReachedAsync(visit.Page);
        await visit.Page.GotoAsync($"{_browser.Site.Origin}/frame");
        await Assertions.Expect(chat.Answers).ToHaveCountAsync(1);
        await Assertions.Expect(chat.Hers).ToHaveCountAsync(0);
    }

    private async Task<(Visit, Chatter)> OpenChatAsync(BrowserNewContextOptions options, string? origin = null)
    {
        var visit = await OpenAsync("/error", options);
        await visit.Page.GotoAsync(origin ?? _browser.Site.Origin);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Chat with MentorBot" }).ClickAsync();
        return (visit, new Chatter(visit, visit.Page.FrameLocator("iframe").Locator("body")));
    }
}
