using FsCheck;
using FsCheck.Fluent;
using MentorBot.BotFramework;
using MentorBot.Channels.Telegram;
using MentorBot.Channels.Tests.Sms;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.Telegram;

public sealed class RenderingTests : WithFakeTelegram
{
    [Fact]
    public async Task Plain_words_are_sent_as_they_stand_without_a_preview()
    {
        var sent = await SendReplyAsync(MessageFactory.Text("2 * 3 * 4 < _this_ & [that](https://example.org)"));

        Assert.Equal("2 * 3 * 4 < _this_ & [that](https://example.org)", sent.Text);
        Assert.Equal(["chat_id", "text", "link_preview_options"], sent.Call.Select(field => field.Key));
    }

    [Fact]
    public async Task Answers_become_buttons_one_in_a_row_whose_data_are_no_words()
    {
        var reply = MessageFactory.SuggestedActions(new[] { "A tip to try", "Cymraeg" }.Select(title => new CardAction { Type = ActionTypes.ImBack, Title = title, Value = title }), "What would you like?");

        var sent = await SendReplyAsync(reply);

        Assert.Equal(
            """{"inline_keyboard":[[{"text":"A tip to try","callback_data":"0"}],[{"text":"Cymraeg","callback_data":"1"}]]}""",
            sent.Call["reply_markup"]!.ToJsonString());
    }

    [Fact]
    public async Task A_press_on_what_was_sent_says_the_answer()
    {
        var sent = await SendReplyAsync(MessageFactory.SuggestedActions(new[] { "Yes", "Cymraeg os gwelwch yn dda, a'r holl awgrymiadau sydd gennych chi" }.Select(t => new CardAction { Title = t }), "Well?"));

        var press = Bot.Read(FakeTelegram.PressOf(Cast.Joan, sent, sent.Labels[1]));

        Assert.Equal(sent.Labels[1], press.Message!.Activity.Text);
    }

    [Fact]
    public async Task A_button_may_open_a_page_and_a_card_becomes_words_and_buttons()
    {
        var card = new HeroCard { Title = "Title", Text = "Words", Buttons = [new() { Type = ActionTypes.OpenUrl, Title = "Open", Value = "https://example.org/" }] };
        var reply = MessageFactory.Attachment(card.ToAttachment());
        reply.Attachments!.Add(new() { ContentType = "image/png", ContentUrl = "https://example.org/a.png" });

        var sent = await SendReplyAsync(reply);

        Assert.Equal("Title\n\nWords\n\nhttps://example.org/a.png", sent.Text);
        Assert.Equal("""[{"text":"Open","url":"https://example.org/"}]""", sent.Call["reply_markup"]!["inline_keyboard"]![0]!.ToJsonString());
    }

    // Markdown, the words, and what they look like: type@offset+length in UTF-16 units.
    [Theory]
    [InlineData("plain", "plain", "")]
    [InlineData("**bold** and *italic*", "bold and italic", "bold@0+4 italic@9+6")]
    [InlineData("😀 **bold**", "😀 bold", "bold@3+4")]
    [InlineData("***both***", "both", "bold@0+4 italic@0+4")]
    [InlineData("`a*b`", "a*b", "code@0+3")]
    [InlineData("```\na < b\n```", "a < b", "pre@0+5")]
    [InlineData("[here](https://example.org/a_b)", "here", "text_link@0+4")]
    [InlineData("[here](javascript:alert(1))", "here", "")]
    [InlineData("# Title\n\nOne\ntwo", "Title\n\nOne\ntwo", "bold@0+5")]
    [InlineData("- one\n- **two**", "• one\n• two", "bold@8+3")]
    [InlineData("3. one\n4. two", "3. one\n4. two", "")]
    [InlineData("> said", "said", "blockquote@0+4")]
    [InlineData("a <b>b</b> &amp; c", "a <b>b</b> & c", "")]
    [InlineData("2 * 3 * 4", "2 * 3 * 4", "")]
    [InlineData("a\n\n****\n\nb", "a\n\n———\n\nb", "")]
    public async Task Markdown_becomes_words_and_places(string markdown, string text, string entities)
    {
        var reply = MessageFactory.Text(markdown);
        reply.TextFormat = TextFormatTypes.Markdown;

        var sent = await SendReplyAsync(reply);

        Assert.Equal(text, sent.Text);
        Assert.Equal(entities.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), Places(sent).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_bold_over_a_cut_is_bold_in_both_parts_and_buttons_are_below_the_last()
    {
        var reply = MessageFactory.SuggestedActions([new CardAction { Title = "More" }], $"**{string.Join(' ', Enumerable.Repeat("word", 1000))}**");
        reply.TextFormat = TextFormatTypes.Markdown;

        await SendReplyAsync(reply);

        Assert.Equal(2, Telegram.Taken.Count);
        Assert.All(Telegram.Taken, sent => Assert.Equal([$"bold@0+{sent.Text.Length}"], Places(sent)));
        Assert.Equal([0, 1], Telegram.Taken.Select(sent => sent.Buttons.Count));
    }

    [Theory]
    [InlineData("\n\n")]
    [InlineData(".\n")]
    [InlineData(". ")]
    [InlineData(" ")]
    public void A_long_text_is_cut_where_a_reader_pauses(string pause)
    {
        var first = new string('a', 3000) + pause.TrimEnd();
        var parts = TelegramRendering.Render(MessageFactory.Text(first + pause[pause.TrimEnd().Length..] + new string('b', 2000))).Select(p => p.Text);

        Assert.Equal([first, new string('b', 2000)], parts);
    }

    [Fact]
    public void A_face_is_never_cut()
    {
        const string Family = "👨\u200D👩\u200D👧\u200D👦";
        var parts = TelegramRendering.Render(MessageFactory.Text(string.Concat(Enumerable.Repeat(Family, 1000))));

        Assert.All(parts, part => Assert.Equal("", part.Text!.Replace(Family, "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Whatever_is_cut_fits_and_loses_nothing_but_white_space()
    {
        var long4 = from texts in Gen.ListOf(Texts.Any, 5) select string.Concat(texts);
        Prop.ForAll(long4.ToArbitrary(), text =>
        {
            var parts = TelegramRendering.Render(MessageFactory.Text(text)).Select(p => p.Text!).ToList();
            return parts.TrueForAll(p => p.Length is > 0 and <= 4096 && p.Trim() == p) && Bare(string.Concat(parts)) == Bare(text);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(ActivityTypes.Typing)]
    [InlineData(ActivityTypes.Trace)]
    public void What_is_no_message_and_what_says_nothing_is_not_sent(string type)
    {
        Assert.Empty(TelegramRendering.Render(new(type)));
        Assert.Empty(TelegramRendering.Render(MessageFactory.Text(" \n ")));
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static List<string> Places(SentTelegram sent) => [.. (sent.Call["entities"]?.AsArray() ?? []).Select(e => $"{e!["type"]}@{e["offset"]}+{e["length"]}")];
}
