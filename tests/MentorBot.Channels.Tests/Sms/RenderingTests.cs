using MentorBot.BotFramework;
using MentorBot.Channels.Sms;
using MentorBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace MentorBot.Channels.Tests.Sms;

public sealed class RenderingTests
{
    private static readonly HttpClient Http = TwilioChannel.CreateClient();
    private static readonly TwilioChannel Channel = new(Carrier.Settings(), Http, new FakeClock(), NullLogger<TwilioChannel>.Instance);

    [Fact]
    public void A_short_reply_is_one_text_message_in_plain_characters() =>
        Assert.Equal("It's on Tuesday - see you...", Text(MessageFactory.Text(" It’s on Tuesday – see you…\n")));

    [Fact]
    public void A_long_reply_is_several_in_order()
    {
        var words = string.Concat(Enumerable.Repeat("word ", 60)).TrimEnd() + ".";

        var parts = Channel.Render(MessageFactory.Text($"{words}\n\n{words}"));

        Assert.Equal([words, words], parts.Select(p => p.Text));
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("delay")]
    [InlineData("trace")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    public void Only_messages_are_carried(string type) => Assert.Empty(Channel.Render(new Activity(type) { Text = "hi" }));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n ")]
    public void An_empty_message_is_not_sent(string? text) => Assert.Empty(Channel.Render(MessageFactory.Text(text)));

    [Fact]
    public void Answers_are_listed_with_the_numbers_to_reply() =>
        Assert.Equal("Which day?\n1 Tuesday\n2 Friday", Text(MessageFactory.SuggestedActions(["Tuesday", "Friday"], "Which day?")));

    [Theory]
    [InlineData("Reply yes or no.")]
    [InlineData("Is it now?\n1 Yes\n2 No")]
    public void Answers_that_the_words_name_are_not_listed_again(string text) =>
        Assert.Equal(text, Text(MessageFactory.SuggestedActions(["Yes", "No"], text)));

    [Fact]
    public void An_answer_is_not_named_by_a_longer_word() =>
        Assert.Equal("Yes, now?\n1 Yes\n2 No", Text(MessageFactory.SuggestedActions(["Yes", "No"], "Yes, now?")));

    [Fact]
    public void Answers_without_words_are_listed_alone() =>
        Assert.Equal("1 Yes\n2 No", Text(MessageFactory.SuggestedActions(["Yes", "No"])));

    [Fact]
    public void Pictures_go_with_the_first_part_only()
    {
        var reply = MessageFactory.Text(new string('a', 400));
        reply.Attachments = [new() { ContentUrl = "https://bot.example.org/map.png" }, new() { ContentUrl = "data:image/png;base64,AAAA" }];

        var parts = Channel.Render(reply);

        Assert.Equal("https://bot.example.org/map.png", Assert.Single(parts[0].Attachments!).ContentUrl);
        Assert.Null(parts[1].Attachments);
    }

    [Fact]
    public void A_picture_without_words_is_carried()
    {
        var parts = Channel.Render(MessageFactory.Attachment(new() { ContentUrl = "https://bot.example.org/map.png" }));

        Assert.Equal("", Assert.Single(parts).Text);
    }

    [Fact]
    public void A_card_has_no_form_here() => Assert.Empty(Channel.Render(MessageFactory.Attachment(new HeroCard { Title = "Hi" }.ToAttachment())));

    [Fact]
    public void The_reply_itself_is_not_changed()
    {
        var reply = MessageFactory.SuggestedActions(["Yes", "No"], "“Now”?");
        reply.ReplyToId = "SM1";

        var part = Assert.Single(Channel.Render(reply));

        Assert.Equal("“Now”?", reply.Text);
        Assert.Equal(2, reply.SuggestedActions!.Actions!.Count);
        Assert.Equal("SM1", part.ReplyToId);
        Assert.Null(part.SuggestedActions);
    }

    private static string? Text(Activity reply) => Assert.Single(Channel.Render(reply)).Text;
}
