namespace MentorBot.EndToEnd.Tests.WebChat;

public class WebChatLooksTests(ProgramInBrowser browser) : BrowserTests(browser)
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task The_chat_is_accessible_and_fits_in_every_state(int width)
    {
        var chat = await OpenChatAsync(Wide(width));
        await IsGoodAsync(chat, $"chat-{width}-fresh");

        await chat.SayAsync("  ");
        await Assertions.Expect(chat.Page.Locator("#problem")).ToHaveTextAsync("Write something first.");
        await IsGoodAsync(chat, $"chat-{width}-wrong");

        await chat.ChooseAsync("A tip to try");
        await chat.AnswerAsync(1);
        await chat.SayAsync("thank you, that helped");
        await chat.AnswerAsync(2);
        await IsGoodAsync(chat, $"chat-{width}-talking");

        await chat.UnfoldAsync("Come back later");
        await chat.UnfoldAsync("Start again");
        await IsGoodAsync(chat, $"chat-{width}-code");

        await chat.ComeBackAsync("lantern otter xxxxxxx");
        await Assertions.Expect(chat.Page.Locator("#wrong")).ToContainTextAsync("We do not know these words.");
        await IsGoodAsync(chat, $"chat-{width}-not-found", "422");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task The_chat_fits_and_its_targets_are_large_without_javascript(int width)
    {
        var options = Wide(width);
        options.JavaScriptEnabled = false;
        var chat = await OpenChatAsync(options);
        await FitsAsync(chat, $"chat-{width}-plain-fresh");
        await chat.ChooseAsync("What is this?");
        await chat.AnswerAsync(1);
        await FitsAsync(chat, $"chat-{width}-plain");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task The_chat_is_accessible_in_the_dark_and_in_the_colours_that_its_user_chose(int width)
    {
        foreach (var (name, options) in new[]
        {
            ("dark", Wide(width, ColorScheme.Dark)),
            ("forced", Wide(width, forced: ForcedColors.Active)),
            ("dark-forced", Wide(width, ColorScheme.Dark, ForcedColors.Active)),
        })
        {
            var chat = await OpenChatAsync(options);
            await chat.ChooseAsync("A tip to try");
            await chat.AnswerAsync(1);
            await chat.UnfoldAsync("Come back later");
            await IsGoodAsync(chat, $"chat-{width}-{name}");
        }
    }

    [Fact]
    public async Task At_four_hundred_percent_the_chat_reflows_and_the_way_out_stays_in_sight()
    {
        // What 400% leaves of a window of 1280 by 1024 (WCAG 1.4.10).
        var chat = await OpenChatAsync(new() { ViewportSize = new() { Width = 320, Height = 256 }, DeviceScaleFactor = 4 });
        await chat.SayAsync("MORE");
        await chat.AnswerAsync(1);
        await chat.Page.EvaluateAsync("scrollTo(0, 400)");
        await chat.Page.ScreenshotAsync(new() { Path = Path.Combine(Visit.Screenshots, "chat-400-percent.png") });
        await chat.Visit.FitsAsync();
        await chat.Visit.IsAccessibleAsync();
        var box = await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Exit this page" }).BoundingBoxAsync();
        Assert.InRange(box!.Y, 0, 256 - box.Height);
    }

    [Fact]
    public async Task From_right_to_left_nothing_overflows_and_larger_text_spacing_hides_nothing()
    {
        var chat = await OpenChatAsync(Wide(320));
        await chat.SayAsync("שלום, אני צריכה עזרה");
        await chat.AnswerAsync(1);
        await chat.Page.EvaluateAsync("""
            document.documentElement.dir = 'rtl';
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
            document.adoptedStyleSheets = [sheet];
            """);
        await chat.Visit.KeepAsync("chat-320-rtl-spaced");
        await chat.Visit.FitsAsync();
    }

    private async Task<Chatter> OpenChatAsync(BrowserNewContextOptions options) => new(await OpenAsync("/", options));

    private static async Task IsGoodAsync(Chatter chat, string name, string expected = "none")
    {
        await chat.Visit.IsAccessibleAsync();
        await FitsAsync(chat, name, expected);
    }

    // Axe is a script that waits, and never ends where scripts may not run.
    private static async Task FitsAsync(Chatter chat, string name, string expected = "none")
    {
        await chat.Visit.KeepAsync(name);
        await chat.Visit.FitsAsync();
        await chat.Visit.TargetsAreLargeEnoughAsync();
        chat.Visit.ComplainsOnlyOf(expected);
    }
}
