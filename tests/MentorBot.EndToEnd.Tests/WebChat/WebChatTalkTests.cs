namespace MentorBot.EndToEnd.Tests.WebChat;

public class WebChatTalkTests(ProgramInBrowser browser) : BrowserTests(browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_first_talk_begins_with_a_button_and_goes_on_with_words(bool scripts)
    {
        var chat = await BeginAsync(scripts);
        await chat.ChooseAsync("A tip to try");
        Assert.StartsWith("Tip 1 of 12: Clean the lens", await chat.AnswerAsync(1), StringComparison.Ordinal);
        await chat.SayAsync("MORE");
        Assert.StartsWith("Tip 2 of 12", await chat.AnswerAsync(2), StringComparison.Ordinal);
        await chat.ChooseAsync("Next tip");
        Assert.StartsWith("Tip 3 of 12", await chat.AnswerAsync(3), StringComparison.Ordinal);

        await Assertions.Expect(chat.Page.Locator("#alias")).ToContainTextAsync("You are ");
        Assert.Equal(3, (await chat.CodeAsync()).Split(' ').Length);
        Assert.Equal(["A tip to try", "MORE", "Next tip"], await chat.Hers.AllTextContentsAsync());
        Assert.Empty(chat.Visit.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_begins_with_words_of_her_own_is_not_welcomed_twice(bool scripts)
    {
        var chat = await BeginAsync(scripts);
        await chat.SayAsync("my phone is broken and I am scared");
        var answer = await chat.AnswerAsync(1);
        Assert.DoesNotContain("Hello, I'm MentorBot", answer, StringComparison.Ordinal);
        Assert.Contains("999", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_looks_gets_no_cookie_and_who_writes_gets_one_that_scripts_cannot_read()
    {
        var chat = await BeginAsync();
        Assert.Empty(await chat.Page.Context.CookiesAsync());
        await chat.SayAsync("MENU");
        await chat.AnswerAsync(1);

        var cookie = Assert.Single(await chat.Page.Context.CookiesAsync());
        Assert.Equal(("chat", true, SameSiteAttribute.Lax, -1), (cookie.Name, cookie.HttpOnly, cookie.SameSite, (int)cookie.Expires));
        Assert.Equal("0", await chat.Page.EvaluateAsync<string>("String(localStorage.length + sessionStorage.length)"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_reload_all_is_there_once(bool scripts)
    {
        var chat = await BeginAsync(scripts);
        await chat.SayAsync("MORE");
        await chat.AnswerAsync(1);
        await chat.Page.GotoAsync("/");
        Assert.StartsWith("Tip 1 of 12", await chat.AnswerAsync(1), StringComparison.Ordinal);
        Assert.Equal(["MORE"], await chat.Hers.AllTextContentsAsync());
        await chat.SayAsync("MORE");
        Assert.StartsWith("Tip 2 of 12", await chat.AnswerAsync(2), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Three_words_bring_her_back_from_somewhere_else(bool scripts)
    {
        var here = await BeginAsync(scripts);
        await here.SayAsync("MORE");
        await here.AnswerAsync(1);
        var code = await here.CodeAsync();

        var elsewhere = await BeginAsync(scripts);
        await elsewhere.ComeBackAsync(code.ToUpperInvariant().Replace(' ', '-'));
        Assert.StartsWith("Tip 1 of 12", await elsewhere.AnswerAsync(1), StringComparison.Ordinal);
        await elsewhere.SayAsync("MORE");
        Assert.StartsWith("Tip 2 of 12", await elsewhere.AnswerAsync(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_start_puts_the_chat_away_on_this_device()
    {
        var chat = await BeginAsync();
        await chat.SayAsync("MORE");
        await chat.AnswerAsync(1);
        await chat.UnfoldAsync("Start again");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Start again" }).ClickAsync();

        await Assertions.Expect(chat.Hers).ToHaveCountAsync(0);
        await Assertions.Expect(chat.Page.Locator("#back")).ToBeHiddenAsync();
        Assert.Empty(await chat.Page.Context.CookiesAsync());
    }

    [Fact]
    public async Task A_talk_can_be_had_by_keyboard_alone_and_the_focus_stays_in_the_box()
    {
        var chat = await BeginAsync();
        await chat.Page.Keyboard.PressAsync("Tab");
        await chat.Page.Keyboard.PressAsync("Enter");
        foreach (var (text, number) in new[] { ("Hi", 1), ("MORE", 2) })
        {
            await Assertions.Expect(chat.Box).ToBeFocusedAsync();
            await chat.Page.Keyboard.TypeAsync(text);
            await chat.Page.Keyboard.PressAsync("Enter");
            await chat.AnswerAsync(number);
        }
        await Assertions.Expect(chat.Box).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_tab_key_goes_through_the_page_in_reading_order()
    {
        var chat = await BeginAsync();
        var reached = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            await chat.Page.Keyboard.PressAsync("Tab");
            reached.Add(await chat.Page.EvaluateAsync<string>("document.activeElement.labels?.[0]?.textContent || document.activeElement.textContent.trim()"));
        }
        Assert.Equal(["Skip to your message", "Exit this page", "A tip to try", "What is this?", "Cymraeg", "Your message", "Send", "I have a code"], reached);
    }

    [Fact]
    public async Task A_message_that_was_read_out_is_left_as_it_is_when_the_next_one_comes()
    {
        var chat = await BeginAsync();
        await chat.SayAsync("MORE");
        await chat.AnswerAsync(1);
        await chat.Page.EvaluateAsync("document.querySelectorAll('#messages li').forEach(li => li.dataset.read = 'yes')");
        await chat.SayAsync("MORE");
        await chat.AnswerAsync(2);
        Assert.Equal(3, await chat.Page.Locator("#messages li[data-read=yes]").CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Words_that_look_like_a_page_are_shown_as_words(bool scripts)
    {
        const string Markup = "<b id=bold>hi</b><img src=x onerror=\"document.title='caught'\"><script>document.title='caught'</script>";
        var chat = await BeginAsync(scripts);
        await chat.SayAsync(Markup);
        await chat.AnswerAsync(1);
        Assert.Equal([Markup], await chat.Hers.AllTextContentsAsync());
        Assert.Equal((0, "MentorBot"), (await chat.Page.Locator("#bold").CountAsync(), await chat.Page.TitleAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_other_language_is_the_pages_and_the_bots_in_the_middle_of_a_talk_too(bool scripts)
    {
        var chat = await BeginAsync(scripts);
        await chat.SayAsync("MORE");
        await chat.AnswerAsync(1);
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Cymraeg" }).ClickAsync();
        await Assertions.Expect(chat.Page.Locator("html")).ToHaveAttributeAsync("lang", "cy");
        Assert.StartsWith("Iawn, Cymraeg o hyn ymlaen.", await chat.AnswerAsync(2), StringComparison.Ordinal);
        await chat.Box.FillAsync("MWY");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Anfon" }).ClickAsync();
        Assert.StartsWith("Awgrym 2 o 12", await chat.AnswerAsync(3), StringComparison.Ordinal);

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(chat.Page.Locator("html")).ToHaveAttributeAsync("lang", "en-GB");
        Assert.StartsWith("Okay, English from now on.", await chat.AnswerAsync(4), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_chats_that_are_joined_have_one_alias_on_both_pages_at_once()
    {
        var (first, second) = (await BeginAsync(), await BeginAsync());
        await first.SayAsync("LINK");
        var code = (await first.AnswerAsync(1)).Split("Send LINK ")[1][..6];
        await second.SayAsync("MORE");
        await second.AnswerAsync(1);
        await second.SayAsync($"LINK {code}");
        await first.AnswerAsync(2);
        await first.ChooseAsync("1");
        Assert.StartsWith("Done.", await second.AnswerAsync(3), StringComparison.Ordinal);
        Assert.StartsWith("Done.", await first.AnswerAsync(3), StringComparison.Ordinal);
        await Assertions.Expect(second.Page.Locator("#alias")).ToHaveTextAsync((await first.Page.Locator("#alias").TextContentAsync())!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_Welsh_all_of_it_is_in_Welsh(bool scripts)
    {
        var chat = await BeginAsync(scripts);
        await chat.Page.GetByRole(AriaRole.Link, new() { Name = "Cymraeg" }).ClickAsync();
        await Assertions.Expect(chat.Page.Locator("html")).ToHaveAttributeAsync("lang", "cy");
        await chat.Box.FillAsync("dydw i ddim yn siŵr");
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Anfon" }).ClickAsync();
        Assert.Contains("999", await chat.AnswerAsync(1), StringComparison.Ordinal);
        await Assertions.Expect(chat.Answers.Last).ToHaveAttributeAsync("lang", "cy");
    }

    private async Task<Chatter> BeginAsync(bool scripts = true) => new(await OpenAsync("/", new() { JavaScriptEnabled = scripts }));
}
