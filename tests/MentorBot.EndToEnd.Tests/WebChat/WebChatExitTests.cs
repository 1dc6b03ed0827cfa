namespace MentorBot.EndToEnd.Tests.WebChat;

public class WebChatExitTests(ProgramInBrowser browser) : BrowserTests(browser)
{
    // As browsers before 2022.
    private const string NoWordToOtherTabs = "delete window.BroadcastChannel";

    // Not by a route of the browser's: a request that outlives its page may escape that, once the page is gone.
    private const string NoWayToExit = "window.fetch = (fetch => (where, how) => String(where).startsWith('/exit') ? Promise.reject(new TypeError('No line')) : fetch(where, how))(window.fetch.bind(window))";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_button_leaves_at_once_and_forgets_the_chat(bool scripts)
    {
        var chat = await TalkAsync(scripts);
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Exit this page" }).ClickAsync();
        await IsGoneAsync(chat);
    }

    [Fact]
    public async Task Shift_pressed_three_times_leaves_too()
    {
        var chat = await TalkAsync(scripts: true);
        // On a busy machine two presses may be further apart than a person's. She would go on pressing too.
        for (var i = 0; i < 9; i++) await chat.Page.Keyboard.PressAsync("Shift");
        await IsGoneAsync(chat);
    }

    [Theory]
    [InlineData(true, " exit ")]
    [InlineData(true, "Gadael.")]
    [InlineData(false, "Exit")]
    [InlineData(false, "GADAEL")]
    public async Task Exit_that_is_typed_leaves_at_once_too(bool scripts, string word)
    {
        var chat = await TalkAsync(scripts);
        await chat.SayAsync(word);
        await IsGoneAsync(chat);
        await chat.Page.GotoAsync("/");
        await Assertions.Expect(chat.Hers).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?lang=cy")]
    public async Task Who_leaves_while_we_cannot_be_reached_is_in_no_chat_the_next_time(string next)
    {
        var chat = await TalkAsync(scripts: true, NoWayToExit);
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Exit this page" }).ClickAsync();
        await WeatherSite.IsReachedAsync(chat.Page);
        Assert.Equal(["chat", "chat-left"], (await chat.Page.Context.CookiesAsync()).Select(c => c.Name).Order());

        // Whoever holds the phone now.
        var page = await chat.Page.GotoAsync($"/{next}");
        Assert.DoesNotContain("Tip 1 of 12", await page!.TextAsync(), StringComparison.Ordinal);
        Assert.Empty(await chat.Page.Context.CookiesAsync());
        await chat.Page.ReloadAsync();
        await Assertions.Expect(chat.Hers).ToHaveCountAsync(0);
        await Assertions.Expect(chat.Page.Locator("#back")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task All_tabs_of_the_chat_leave_together(bool canTalkToEachOther)
    {
        var chat = await TalkAsync(scripts: true, canTalkToEachOther ? null : NoWordToOtherTabs);
        var tab = await chat.Page.Context.NewPageAsync();
        await tab.GotoAsync("/");
        await tab.GetByText("Tip 1 of 12").WaitForAsync();
        // It has its socket by then.
        await tab.Locator("#text").FillAsync("MORE");
        await tab.Locator("#text").PressAsync("Enter");
        await tab.GetByText("Tip 2 of 12").WaitForAsync();
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Exit this page" }).ClickAsync();
        await WeatherSite.IsReachedAsync(chat.Page);
        await WeatherSite.IsReachedAsync(tab);
        // The word of one tab may reach us before the mark of the other is made, and the other's be lost as its page goes: then the mark is honoured now.
        await chat.Page.GotoAsync("/");
        await Assertions.Expect(chat.Hers).ToHaveCountAsync(0);
        Assert.Empty(await chat.Page.Context.CookiesAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Shift_is_named_only_where_it_works(bool scripts)
    {
        var chat = new Chatter(await OpenAsync("/", new() { JavaScriptEnabled = scripts }));
        await Assertions.Expect(chat.Page.GetByText("Shift 3 times")).ToBeVisibleAsync(new() { Visible = scripts });
        await Assertions.Expect(chat.Page.GetByText("Need to leave fast?")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Capital_letters_and_escape_do_not_leave()
    {
        var chat = await TalkAsync(scripts: true);
        await chat.Box.FocusAsync();
        await chat.Page.Keyboard.TypeAsync("one ");
        foreach (var letter in "ABCD") await chat.Page.Keyboard.PressAsync($"Shift+{letter}");
        for (var i = 0; i < 4; i++) await chat.Page.Keyboard.PressAsync("Escape");
        await chat.Page.Keyboard.PressAsync("Shift");
        await chat.Page.Keyboard.PressAsync("Shift");
        await chat.Page.Keyboard.PressAsync("a");
        await chat.Page.Keyboard.PressAsync("Shift");

        Assert.Equal("one ABCDa", await chat.Box.InputValueAsync());
        await chat.Page.Keyboard.PressAsync("Enter");
        await chat.AnswerAsync(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Going_back_shows_nothing_of_the_talk(bool scripts)
    {
        var chat = await TalkAsync(scripts);
        // A page of ours that she came by lies one step behind.
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Exit this page" }).ClickAsync();
        await IsGoneAsync(chat);

        await chat.Page.GoBackAsync();
        Assert.DoesNotContain("Tip 1 of 12", await chat.Page.ContentAsync(), StringComparison.Ordinal);
        await chat.Page.GotoAsync("/");
        await Assertions.Expect(chat.Hers).ToHaveCountAsync(0);
    }

    private static async Task IsGoneAsync(Chatter chat)
    {
        await WeatherSite.IsReachedAsync(chat.Page);
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await chat.Page.Context.CookiesAsync()).Count > 0) giveUp.Token.ThrowIfCancellationRequested();
        await Assertions.Expect(chat.Page).ToHaveTitleAsync("Weather");
    }

    private async Task<Chatter> TalkAsync(bool scripts, string? runsBefore = null)
    {
        var chat = new Chatter(await OpenAsync("/error", new() { JavaScriptEnabled = scripts }));
        if (runsBefore is not null) await chat.Page.Context.AddInitScriptAsync(runsBefore);
        await chat.Page.GotoAsync("/");
        await chat.SayAsync("MORE");
        await chat.AnswerAsync(1);
        return chat;
    }
}
