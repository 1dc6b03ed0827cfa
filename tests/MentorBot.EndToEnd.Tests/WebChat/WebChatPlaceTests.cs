namespace MentorBot.EndToEnd.Tests.WebChat;

/// <summary>Where the page stands when something new is on it.</summary>
public class WebChatPlaceTests(ProgramInBrowser browser) : BrowserTests(browser)
{
    /// <summary>Old phones, what 400% leaves of a window of 1280 by 1024 (WCAG 1.4.10), and a desk; with and without scripts.</summary>
    public static TheoryData<int, int, bool> Screens => new()
    {
        { 320, 568, false }, { 360, 640, false }, { 320, 256, false }, { 1280, 900, false },
        { 320, 568, true }, { 360, 640, true }, { 320, 256, true }, { 1280, 900, true },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_beginning_of_the_newest_answer_is_in_sight(int width, int height, bool scripts)
    {
        var chat = new Chatter(await OpenAsync("/", Screen(width, height, scripts)));
        await chat.ChooseAsync("A tip to try");
        await SeesAsync(chat, 1, "Tip 1 of 12");
        await chat.SayAsync("MORE");
        await SeesAsync(chat, 2, "Tip 2 of 12");
        await chat.Page.ScreenshotAsync(new() { Path = Path.Combine(Visit.Screenshots, $"chat-place-{width}x{height}{(scripts ? "" : "-plain")}.png") });
        await chat.SayAsync("HELP");
        await SeesAsync(chat, 3, "You can send these words");

        await chat.Page.ReloadAsync();
        await SeesAsync(chat, 3, "You can send these words");
        if (!scripts) await chat.Page.GetByRole(AriaRole.Link, new() { Name = "See new messages" }).ClickAsync();
        else await chat.Page.GotoAsync("/");
        await SeesAsync(chat, 3, "You can send these words");
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Whoever_comes_back_by_her_code_sees_the_newest_answer_first(int width, int height, bool scripts)
    {
        var here = new Chatter(await OpenAsync("/"));
        foreach (var (word, number) in new[] { ("MORE", 1), ("MORE", 2), ("HELP", 3) })
        {
            await here.SayAsync(word);
            await here.AnswerAsync(number);
        }
        var elsewhere = new Chatter(await OpenAsync("/", Screen(width, height, scripts)));
        await elsewhere.ComeBackAsync(await here.CodeAsync());
        await SeesAsync(elsewhere, 3, "You can send these words");
    }

    [Fact]
    public async Task What_is_wrong_with_a_message_is_said_where_she_sees_the_newest_answer_too()
    {
        var chat = new Chatter(await OpenAsync("/", Screen(320, 568, scripts: false)));
        await chat.SayAsync("HELP");
        await SeesAsync(chat, 1, "You can send these words");
        await chat.SayAsync("  ");
        await Assertions.Expect(chat.Page.Locator("#problem")).ToBeInViewportAsync();
        await SeesAsync(chat, 1, "You can send these words");
    }

    private static BrowserNewContextOptions Screen(int width, int height, bool scripts) => new() { ViewportSize = new() { Width = width, Height = height }, JavaScriptEnabled = scripts };

    /// <summary>Waits for an answer, and until its first words can be read.</summary>
    private static async Task SeesAsync(Chatter chat, int number, string beginning)
    {
        Assert.StartsWith(beginning, await chat.AnswerAsync(number), StringComparison.Ordinal);
        await Chatter.CanReadAsync(chat.Answers.Last);
    }
}
