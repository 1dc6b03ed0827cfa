namespace MentorBot.EndToEnd.Tests.Desk;

public class AccountLooksTests(ProgramInBrowser browser) : BrowserTests(browser)
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task The_pages_about_accounts_are_accessible_and_fit_in_light_in_the_dark_and_in_forced_colours(int width)
    {
        foreach (var (name, options) in new[]
        {
            ("light", () => Wide(width)),
            ("dark", () => Wide(width, ColorScheme.Dark)),
            ("forced", (Func<BrowserNewContextOptions>)(() => Wide(width, forced: ForcedColors.Active))),
        })
        {
            var signIn = await OpenAsync("/desk/sign-in", options());
            await signIn.IsGoodAsync($"desk-{width}-{name}-sign-in");

            var account = await OpenDeskAsync("Sam", "/desk/account", options());
            await account.Page.GetByText("Set up a new app").ClickAsync();
            await account.IsGoodAsync($"desk-{width}-{name}-account");

            var mentors = await OpenDeskAsync("Grace", "/desk/mentors", options());
            await mentors.Page.GetByText("Withdraw Priya", new() { Exact = true }).ClickAsync();
            await mentors.IsGoodAsync($"desk-{width}-{name}-mentors");

            await mentors.Page.GetByRole(AriaRole.Link, new() { Name = "What Priya can do" }).First.ClickAsync();
            await mentors.Page.GetByLabel("Monday").FillAsync("mornings");
            await mentors.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await mentors.IsGoodAsync($"desk-{width}-{name}-profile", expected: "422");

            await mentors.Page.GotoAsync("/desk/results");
            await mentors.IsGoodAsync($"desk-{width}-{name}-results", expected: "422");

            foreach (var page in new[] { "duty", "concerns", "waits", "bookings", "venues" })
            {
                await mentors.Page.GotoAsync($"/desk/{page}");
                await mentors.IsGoodAsync($"desk-{width}-{name}-{page}", expected: "422");
            }
        }
    }

    [Fact]
    public async Task At_four_hundred_percent_nothing_is_lost()
    {
        // What 400% leaves of a window of 1280 by 1024 (WCAG 1.4.10).
        var visit = await OpenDeskAsync("Sam", "/desk/account", new() { ViewportSize = new() { Width = 320, Height = 256 }, DeviceScaleFactor = 4 });
        await visit.FitsAsync();
        await visit.IsAccessibleAsync();
    }
}
