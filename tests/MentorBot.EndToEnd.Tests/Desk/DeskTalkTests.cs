namespace MentorBot.EndToEnd.Tests.Desk;

public class DeskTalkTests(DeskProgram program) : DeskTests(program)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mentor_at_the_desk_and_a_mentee_on_her_phone_talk_and_then_the_bot_goes_on_where_it_was(bool scripts)
    {
        var about = $"my photos, {scripts}";
        var desk = await OpenDeskAsync("Priya", new() { JavaScriptEnabled = scripts });
        var other = await OpenDeskAsync("Sam", new() { JavaScriptEnabled = false });
        var phone = await AskAsync(about, "hi", "1");
        await other.Page.GotoAsync("/desk");
        // With the script it is there by itself.
        if (!scripts) await desk.Page.GotoAsync("/desk");
        await TakeAsync(desk, about);

        await CardOf(other, about).GetByRole(AriaRole.Button, new() { Name = "Take" }).ClickAsync();
        await Assertions.Expect(other.Page.Locator("#problem")).ToHaveTextAsync("Somebody else was quicker and has it now. Thank you for being there.");
        Assert.Contains("Priya is here now", await phone.ReplyAsync(5), StringComparison.Ordinal);

        for (var number = 1; number <= 10; number++)
        {
            await ReplyAsync(desk, $"his {number}");
            await phone.ReplyAsync(5 + number);
            await phone.TextAsync($"her {number}");
            if (!scripts) await LookForAsync(desk, $"her {number}");
            await Assertions.Expect(Lines(desk)).ToHaveCountAsync(1 + (2 * number));
        }
        string[] all = [.. Enumerable.Range(1, 10).SelectMany(number => new[] { $"his {number}", $"her {number}" })];
        Assert.Equal(all, (await Lines(desk).AllTextContentsAsync()).Skip(1));
        Assert.Equal(all.Where(words => words[1] == 'i').Select(words => $"Priya: {words}"), (await phone.Replies.AllTextContentsAsync()).Skip(5));

        await FinishAsync(desk);
        var back = await phone.ReplyAsync(16);
        Assert.StartsWith("Priya has to go now.", back, StringComparison.Ordinal);
        Assert.Contains("tip 2 of 12", back, StringComparison.Ordinal);
        await phone.TextAsync("MORE");
        Assert.StartsWith("Tip 2 of 12", await phone.ReplyAsync(17), StringComparison.Ordinal);
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task A_mentor_on_Telegram_and_a_mentee_in_the_web_chat_without_a_script_talk_and_then_the_bot_goes_on()
    {
        var order = await JoinOrderAsync("Sam");
        var telegram = await OpenPhoneAsync();
        await telegram.WriteAsync(order);
        await Assertions.Expect(telegram.ChatReplies).ToHaveCountAsync(1);
        var chat = await OpenPlainChatAsync();
        await chat.SayAsync("1");
        await chat.AnswerAsync(1);
        await chat.SayAsync("PERSON");
        await chat.AnswerAsync(2);
        await chat.SayAsync("a thing of mine");
        await chat.AnswerAsync(3);
        await Assertions.Expect(telegram.ChatReplies).ToHaveCountAsync(2);
        var tag = (await telegram.ChatReplies.Last.TextContentAsync())!.Split(':')[0];
        await telegram.WriteAsync($"TAKE {tag}");
        await Assertions.Expect(telegram.ChatReplies).ToHaveCountAsync(3);

        for (var number = 1; number <= 10; number++)
        {
            await telegram.WriteAsync($"his {number}");
            await ReloadUntilAsync(chat.Visit, chat.Answers, $"Sam: his {number}");
            await chat.SayAsync($"her {number}");
            await Assertions.Expect(telegram.ChatReplies).ToHaveCountAsync(3 + number);
        }
        Assert.Equal(Enumerable.Range(1, 10).Select(number => $"her {number}"), (await telegram.ChatReplies.AllTextContentsAsync()).Skip(3));
        Assert.Equal(Enumerable.Range(1, 10).Select(number => $"Sam: his {number}"), (await chat.Answers.AllTextContentsAsync()).TakeLast(10));

        await telegram.WriteAsync("DONE");
        await ReloadUntilAsync(chat.Visit, chat.Answers, "This is the computer again.");
        Assert.Contains("tip 2 of 12", (await chat.Answers.Last.TextContentAsync())!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_held_back_and_is_sent_only_when_he_says_so()
    {
        var desk = await OpenDeskAsync("Priya");
        var phone = await AskAsync("whom to call");
        await TakeAsync(desk, "whom to call");
        await phone.ReplyAsync(3);
        await ReplyAsync(desk, "Call 01632 960 123");
        await Assertions.Expect(desk.Page.Locator("#problem")).ToContainTextAsync("not sent yet");
        Assert.Equal("Call 01632 960 123", await desk.Page.Locator("#text").InputValueAsync());
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Send without it" }).ClickAsync();

        Assert.Equal("Priya: Call ...", await phone.ReplyAsync(4));
        await FinishAsync(desk);
    }

    [Fact]
    public async Task She_sees_in_the_web_chat_that_he_is_typing()
    {
        var desk = await OpenDeskAsync("Priya");
        var chat = new WebChat.Chatter(await OpenAsync("/"));
        foreach (var (place, text) in new[] { "PERSON", "who types there" }.Index())
        {
            await chat.SayAsync(text);
            await chat.AnswerAsync(place + 1);
        }
        await TakeAsync(desk, "who types there");
        await chat.AnswerAsync(3);

        await desk.Page.Locator("#text").PressSequentiallyAsync("h");

        await Assertions.Expect(chat.Page.Locator("#typing")).ToBeVisibleAsync();
        await FinishAsync(desk);
    }

    [Fact]
    public async Task The_desk_is_worked_by_keys_alone()
    {
        var desk = await OpenDeskAsync("Priya");
        var phone = await AskAsync("by keys");
        await Assertions.Expect(CardOf(desk, "by keys")).ToBeVisibleAsync();
        await desk.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(desk.Page.Locator("#shortcuts")).ToBeVisibleAsync();
        await desk.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(desk.Page.Locator("#shortcuts")).ToBeHiddenAsync();
        await desk.Page.Keyboard.PressAsync("t");
        await Assertions.Expect(desk.Page.Locator("#text")).ToBeVisibleAsync();
        await desk.Page.Keyboard.PressAsync("r");
        await desk.Page.Keyboard.TypeAsync("two words");
        await desk.Page.Keyboard.PressAsync("Control+Enter");
        Assert.Equal("Priya: two words", await phone.ReplyAsync(4));

        await Assertions.Expect(desk.Page.Locator("#text")).ToBeFocusedAsync();
        await desk.Page.Keyboard.TypeAsync("tn?");
        Assert.Equal("tn?", await desk.Page.Locator("#text").InputValueAsync());
        await FinishAsync(desk);
    }

    [Fact]
    public async Task A_tip_and_a_saved_reply_are_put_in_and_a_colleague_looks_on()
    {
        var desk = await OpenDeskAsync("Priya", "/desk/replies");
        await desk.Page.Locator("#text").FillAsync("Take your time.");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator("li textarea").First).ToHaveValueAsync("Take your time.");
        await desk.Page.GotoAsync("/desk");
        var phone = await AskAsync("what is on the screen");
        await TakeAsync(desk, "what is on the screen");
        await phone.ReplyAsync(3);

        foreach (var what in new[] { "Take your time.", "1. Clean the lens" })
        {
            if (!await desk.Page.Locator("#insert").EvaluateAsync<bool>("e => e.open")) await desk.Page.Locator("#insert summary").ClickAsync();
            await desk.Page.Locator("#what").SelectOptionAsync(new SelectOptionValue { Label = what });
            await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Put it in" }).ClickAsync();
            await Assertions.Expect(desk.Page.Locator("#insert")).Not.ToHaveAttributeAsync("open", "");
        }
        await desk.Page.Locator("#send").ClickAsync();
        var said = await phone.ReplyAsync(4);
        Assert.StartsWith("Priya: Take your time.\nThe lens is the small glass circle", said, StringComparison.Ordinal);

        await desk.Page.Locator("#d-look summary").ClickAsync();
        await desk.Page.Locator("#who").SelectOptionAsync(new SelectOptionValue { Label = "Sam" });
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Let them look on" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".card")).ToContainTextAsync("Sam");
        var second = await OpenDeskAsync("Sam", desk.Page.Url);
        await Assertions.Expect(second.Page.Locator("#lines")).ToContainTextAsync("Take your time.");
        Assert.Equal(0, await second.Page.Locator("#text").CountAsync());
        await FinishAsync(desk);
    }

    private static async Task LookForAsync(Visit desk, string words) => await ReloadUntilAsync(desk, Lines(desk), words);

    private static async Task ReloadUntilAsync(Visit visit, ILocator lines, string words)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!(await lines.Last.TextContentAsync())!.Contains(words, StringComparison.Ordinal))
        {
            giveUp.Token.ThrowIfCancellationRequested();
            await visit.Page.GotoAsync(visit.Page.Url.Split('#')[0]);
        }
    }

    private Task<string> JoinOrderAsync(string name)
    {
        Assert.SkipWhen(!ProgramInBrowser.IsHere, "There is no Chromium.");
        return Program.JoinOrderAsync(name);
    }
}
