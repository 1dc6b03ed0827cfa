namespace MentorBot.EndToEnd.Tests;

public class TryLooksTests(ProgramInBrowser browser) : BrowserTests(browser)
{
    private const string TooLong = "That is too long for one message.";

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task The_simulator_is_accessible_and_fits_before_during_and_after_a_talk_that_goes_wrong(int width)
    {
        var visit = await OpenPhoneAsync(Wide(width));
        await IsGoodAsync(visit);

        await visit.TextAsync("hi");
        await visit.ReplyAsync(1);
        await visit.TextAsync("1");
        await visit.ReplyAsync(2);
        await visit.KeepAsync($"try-{width}-light");
        await IsGoodAsync(visit);

        await visit.TextAsync("  ");
        await Assertions.Expect(visit.Page.Locator("#problem")).ToHaveTextAsync("Write something first.");
        await visit.KeepAsync($"try-{width}-wrong");
        await IsGoodAsync(visit);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task The_simulator_is_accessible_in_the_dark_and_in_the_colours_that_its_user_chose(int width)
    {
        foreach (var (name, options) in new[]
        {
            ("dark", Wide(width, ColorScheme.Dark)),
            ("forced", Wide(width, forced: ForcedColors.Active)),
            ("dark-forced", Wide(width, ColorScheme.Dark, ForcedColors.Active)),
        })
        {
            var visit = await OpenPhoneAsync(options);
            await visit.TextAsync("hi");
            await visit.ReplyAsync(1);
            await visit.KeepAsync($"try-{width}-{name}");
            await IsGoodAsync(visit);
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light, "document.documentElement.lang = ''", "html-has-lang")]
    [InlineData(ColorScheme.Dark, "document.querySelector('h1').style = 'color: #888; background: #999'", "color-contrast")]
    public async Task What_is_wrong_with_a_page_would_be_found(ColorScheme scheme, string wrong, string rule)
    {
        var visit = await OpenPhoneAsync(Wide(320, scheme));
        await visit.IsAccessibleAsync();
        await visit.Page.EvaluateAsync(wrong);
        var found = await Assert.ThrowsAnyAsync<Exception>(visit.IsAccessibleAsync);
        Assert.Contains(rule, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_four_hundred_percent_the_simulator_reflows_into_one_column()
    {
        // What 400% leaves of a window of 1280 by 1024 (WCAG 1.4.10).
        var visit = await OpenPhoneAsync(new() { ViewportSize = new() { Width = 320, Height = 256 }, DeviceScaleFactor = 4 });
        await visit.TextAsync("hi");
        await visit.ReplyAsync(1);
        await visit.FitsAsync();
        await visit.IsAccessibleAsync();
    }

    [Fact]
    public async Task Larger_text_spacing_hides_nothing()
    {
        var visit = await OpenPhoneAsync(Wide(320));
        await visit.TextAsync("hi");
        await visit.ReplyAsync(1);
        // WCAG 1.4.12, set as a reader's own style sheet would: past the page's policy.
        await visit.Page.EvaluateAsync("""
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
            document.adoptedStyleSheets = [sheet];
            """);
        await visit.FitsAsync();
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task The_first_page_is_accessible_and_fits(int width)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var visit = await OpenAsync("/", Wide(width, scheme));
            await visit.KeepAsync($"first-{width}-{scheme}");
            await IsGoodAsync(visit);
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_page_that_is_not_there_is_accessible_and_fits(int width)
    {
        var visit = await OpenAsync("/nowhere", Wide(width));
        await visit.KeepAsync($"nowhere-{width}");
        await visit.IsAccessibleAsync();
        await visit.FitsAsync();
        await visit.TargetsAreLargeEnoughAsync();
    }

    [Fact]
    public async Task A_text_that_no_carrier_would_take_is_said_so_and_stays_in_the_box()
    {
        var visit = await OpenPhoneAsync();
        await visit.Page.EvaluateAsync("document.getElementById('body').removeAttribute('maxlength')");
        await visit.TextAsync(new string('a', 70_000));
        await Assertions.Expect(visit.Page.Locator("#problem")).ToContainTextAsync(TooLong);
        Assert.Equal(70_000, (await visit.Page.GetByLabel("Your text").InputValueAsync()).Length);
    }

    private static async Task IsGoodAsync(Visit visit)
    {
        await visit.IsAccessibleAsync();
        await visit.FitsAsync();
        await visit.TargetsAreLargeEnoughAsync();
        // An answer that says what is wrong with a text is an error to the browser, and none of ours.
        visit.ComplainsOnlyOf("422");
    }
}
