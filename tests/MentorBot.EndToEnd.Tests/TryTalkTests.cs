namespace MentorBot.EndToEnd.Tests;

public class TryTalkTests(ProgramInBrowser browser) : BrowserTests(browser)
{
    [Fact]
    public async Task A_first_talk_can_be_had_by_keyboard_alone()
    {
        var visit = await OpenPhoneAsync();
        // The box has the focus from the beginning, and keeps it.
        foreach (var (text, number) in new[] { ("hi", 1), ("1", 2), ("MORE", 3) })
        {
            await Assertions.Expect(visit.Page.GetByLabel("Your text")).ToBeFocusedAsync();
            await visit.Page.Keyboard.TypeAsync(text);
            await visit.Page.Keyboard.PressAsync("Enter");
            await visit.ReplyAsync(number);
        }
        Assert.StartsWith("Tip 2 of 12", await visit.ReplyAsync(3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_control_is_reached_by_the_tab_key_in_reading_order()
    {
        var visit = await OpenPhoneAsync();
        Assert.Equal(["Messages", "Your text", "Send", "Telegram messages", "Your message", "Send"], await TabFromAsync(visit, ".skip", 6));
        // What can be reached within the web chat is its own page's affair.
        Assert.Equal(
            ["On by an hour", "On by a day", "On by a week", "Last three digits, 001 to 999", "Be that person"],
            await TabFromAsync(visit, ".web .onward", 5));
    }

    private static async Task<List<string>> TabFromAsync(Visit visit, string start, int times)
    {
        await visit.Page.EvaluateAsync("start => { document.activeElement.blur(); document.querySelector(start).focus(); }", start);
        var reached = new List<string>();
        for (var i = 0; i < times; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            reached.Add(await visit.Page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label') || document.activeElement.labels?.[0]?.textContent || document.activeElement.textContent.trim()"));
        }
        return reached;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_Telegram_chat_is_had_by_words_and_by_buttons_with_javascript_and_without(bool scripts)
    {
        var visit = await OpenPhoneAsync(new() { JavaScriptEnabled = scripts });
        await visit.WriteAsync("hi");
        await LookUntilAsync(visit, visit.ChatReplies, 1);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "A tip to try" }).ClickAsync();
        await LookUntilAsync(visit, visit.ChatReplies, 2);

        Assert.StartsWith("Tip 1 of 12", (await visit.ChatReplies.Last.TextContentAsync())!, StringComparison.Ordinal);
        Assert.Equal(["Next tip"], await visit.Page.Locator("#press button").AllTextContentsAsync());
        Assert.Equal(0, await visit.Replies.CountAsync());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task The_web_chat_is_had_beside_the_phone()
    {
        var visit = await OpenPhoneAsync();
        var chat = visit.Page.FrameLocator("iframe");
        await chat.GetByRole(AriaRole.Button, new() { Name = "A tip to try" }).ClickAsync();
        await Assertions.Expect(chat.Locator("#messages li").Last).ToContainTextAsync("Tip 1 of 12");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_first_talk_can_be_had_without_javascript()
    {
        var visit = await OpenPhoneAsync(new() { JavaScriptEnabled = false });
        foreach (var (text, number) in new[] { ("hi", 1), ("1", 2), ("MORE", 3) })
        {
            await visit.TextAsync(text);
            await LookUntilAsync(visit, number);
        }
        Assert.StartsWith("Tip 2 of 12", (await visit.Replies.Last.TextContentAsync())!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_javascript_too_an_empty_text_is_said_so()
    {
        var visit = await OpenPhoneAsync(new() { JavaScriptEnabled = false });
        await visit.TextAsync("  ");
        await Assertions.Expect(visit.Page.Locator("#problem")).ToHaveTextAsync("Write something first.");
    }

    [Fact]
    public async Task With_javascript_a_talk_goes_on_without_loading_the_page_again()
    {
        var visit = await OpenPhoneAsync();
        await visit.Page.EvaluateAsync("window.stillHere = true");

        await visit.TextAsync("hi");
        await visit.ReplyAsync(1);

        Assert.True(await visit.Page.EvaluateAsync<bool>("window.stillHere === true"));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_reply_shows_up_on_every_screen_that_shows_the_phone()
    {
        var digits = Cast.Stranger().Mobile[^3..];
        var one = await OpenAsync($"/try?phone={digits}");
        var other = await OpenAsync($"/try?phone={digits}");

        await one.TextAsync("hi");

        Assert.StartsWith("Hello, I'm MentorBot", await other.ReplyAsync(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_was_read_out_is_left_as_it_is_when_the_next_one_comes()
    {
        var visit = await OpenPhoneAsync();
        await visit.TextAsync("hi");
        await visit.ReplyAsync(1);
        // A live region reads out what is added; what is written anew would be read out again.
        await visit.Page.EvaluateAsync("document.querySelector('#messages li').dataset.read = 'yes'");
        await visit.TextAsync("1");
        await visit.ReplyAsync(2);
        Assert.Equal("yes", await visit.Messages.First.GetAttributeAsync("data-read"));
    }

    [Fact]
    public async Task Words_that_look_like_a_page_are_shown_as_words()
    {
        const string Markup = "<b id=bold>hi</b><img src=x onerror=\"document.title='caught'\"><script>document.title='caught'</script>";
        foreach (var scripts in new[] { true, false })
        {
            var visit = await OpenPhoneAsync(new() { JavaScriptEnabled = scripts });
            await visit.TextAsync(Markup);
            await LookUntilAsync(visit, 1);

            Assert.Equal(Markup, await visit.Page.Locator("#messages li.in .words").TextContentAsync());
            Assert.Equal(0, await visit.Page.Locator("#bold").CountAsync());
            Assert.Equal("Try MentorBot", await visit.Page.TitleAsync());
        }
    }

    [Fact]
    public async Task The_clock_is_moved_by_a_button_and_the_talk_goes_on()
    {
        var visit = await OpenPhoneAsync();
        await visit.TextAsync("hi");
        await visit.ReplyAsync(1);
        var before = await visit.Page.Locator("#time").TextContentAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "On by a day" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#time")).Not.ToHaveTextAsync(before!);
        await visit.TextAsync("1");

        Assert.StartsWith("Tip 1 of 12", await visit.ReplyAsync(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_phone_has_another_talk_and_the_first_one_is_still_there()
    {
        var first = Cast.Stranger().Mobile[^3..];
        var second = Cast.Stranger().Mobile[^3..];
        var visit = await OpenAsync($"/try?phone={first}");
        await visit.TextAsync("hi");
        await visit.ReplyAsync(1);

        await PickUpAsync(visit, second);
        Assert.Equal(0, await visit.Messages.CountAsync());
        await PickUpAsync(visit, first);

        Assert.StartsWith("Hello, I'm MentorBot", await visit.ReplyAsync(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_costs_add_up()
    {
        var visit = await OpenPhoneAsync();
        await visit.TextAsync("hi");
        await visit.ReplyAsync(1);
        await Assertions.Expect(visit.Page.Locator("#total")).ToContainTextAsync("You sent 1 segment. MentorBot sent ");
    }

    private static async Task PickUpAsync(Visit visit, string digits)
    {
        await visit.Page.GetByLabel("Last three digits").FillAsync(digits);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Be that person" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Region, new() { Name = $"Phone {digits}" })).ToBeVisibleAsync();
    }

    /// <summary>Follows the page's own link until the reply is there, as somebody without JavaScript does.</summary>
    private static Task LookUntilAsync(Visit visit, int replies) => LookUntilAsync(visit, visit.Replies, replies);

    private static async Task LookUntilAsync(Visit visit, ILocator shown, int replies)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await shown.CountAsync() < replies)
        {
            giveUp.Token.ThrowIfCancellationRequested();
            var link = visit.Page.GetByRole(AriaRole.Link, new() { Name = "Look for new messages" });
            if (await link.IsVisibleAsync())
                await link.ClickAsync();
        }
    }
}
