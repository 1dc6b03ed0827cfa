using System.Buffers;
using System.Text;
using System.Text.Json;
using MentorBot.BotFramework;
using MentorBot.Channels.WebChat;

namespace MentorBot.Channels.Tests.WebChat;

public class WireActivitiesTests
{
    private static readonly ChatPass Pass = ChatPass.Begin(userId: "dl_joan");

    [Fact]
    public void What_is_received_holds_no_chats_id_and_nothing_that_is_ours_to_say()
    {
        var posted = ActivityJson.Parse($$"""
            {"type":"message","id":"x","text":"hi","timestamp":"2020-01-01T00:00:00Z","serviceUrl":"https://evil.example","callerId":"urn:x","channelId":"sms",
             "conversation":{"id":"{{Pass.ConversationId}}"},"recipient":{"id":"somebody"},"from":{"id":"dl_other","name":"Joan","role":"bot"},"replyToId":"{{Pass.ConversationId}}|abc"}
            """);

        var message = WireActivities.Receive(Pass, posted);

        Assert.Equal((BotFramework.Channels.WebChat, Pass.ConversationId, Pass.Site), (message.Channel, message.Address, message.OurAddress));
        var json = ActivityJson.Serialize(message.Activity);
        Assert.DoesNotContain(Pass.ConversationId, json + message.ProviderMessageId, StringComparison.Ordinal);
        Assert.Equal($$"""{"type":"message","id":"{{message.ProviderMessageId}}","channelId":"webchat","from":{"id":"dl_joan","name":"Joan"},"text":"hi","replyToId":"abc"}""", json);
    }

    [Fact]
    public void A_post_that_its_client_named_has_the_same_id_each_time_and_another_in_another_chat()
    {
        var first = Named(Pass, "said-1");

        Assert.Matches("^[0-9a-f]{24}$", first);
        Assert.Equal(first, Named(Pass, "said-1"));
        Assert.NotEqual(first, Named(Pass, "said-2"));
        Assert.NotEqual(first, Named(ChatPass.Begin(), "said-1"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"clientActivityID":""}""")]
    [InlineData("""{"clientActivityID":5}""")]
    [InlineData("""{"clientActivityID":{"x":1}}""")]
    public void A_post_that_its_client_did_not_name_has_an_id_of_its_own(string channelData)
    {
        string Id() => WireActivities.Receive(Pass, ActivityJson.Parse($$"""{"type":"message","channelData":{{channelData}}}""")).ProviderMessageId;
        Assert.NotEqual(Id(), Id());
    }

    [Fact]
    public void Unknown_fields_and_types_are_kept()
    {
        var message = WireActivities.Receive(Pass, ActivityJson.Parse("""{"type":"dance","steps":[1,2],"from":{"id":"dl_x"}}"""));
        var sent = WireActivities.Send(Pass, message.Activity, isMentees: true, _ => "");
        Assert.Contains("\"steps\":[1,2]", ActivityJson.Serialize(sent), StringComparison.Ordinal);
        Assert.Equal("dance", sent.Type);
    }

    [Fact]
    public void What_the_mentee_said_comes_back_as_hers_with_the_chat_in_its_ids()
    {
        var message = WireActivities.Receive(Pass, ActivityJson.Parse("""{"type":"message","text":"hi","from":{"id":"me"},"channelData":{"clientActivityID":"c"}}"""));

        var sent = WireActivities.Send(Pass, message.Activity, isMentees: true, _ => "");

        Assert.Equal($"{Pass.ConversationId}|{message.ProviderMessageId}", sent.Id);
        Assert.Equal(("dl_joan", "user"), (sent.From!.Id, sent.From.Role));
        Assert.Equal(("mentorbot", "MentorBot", "bot"), (sent.Recipient!.Id, sent.Recipient.Name, sent.Recipient.Role));
        Assert.Equal(Pass.ConversationId, sent.Conversation!.Id);
        Assert.Contains("\"clientActivityID\":\"c\"", ActivityJson.Serialize(sent), StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_whose_token_names_nobody_stays_who_it_said()
    {
        var nobody = ChatPass.Begin();
        var message = WireActivities.Receive(nobody, ActivityJson.Parse("""{"type":"message","from":{"id":"me","name":"Me"}}"""));
        Assert.Equal("me", WireActivities.Send(nobody, message.Activity, isMentees: true, _ => "").From!.Id);
    }

    [Fact]
    public void What_we_said_is_the_bots_to_everybody_by_her_alias_and_answers_an_id_that_she_has()
    {
        var reply = new Activity(ActivityTypes.Message)
        {
            Id = "r1", ReplyToId = "s1", From = new("x"), Recipient = new("KEY", "Blue Heron"), Conversation = new("KEY"), ServiceUrl = "urn:x",
            SuggestedActions = new() { To = ["KEY"], Actions = [] },
        };

        var sent = WireActivities.Send(Pass, reply, isMentees: false, _ => "");

        Assert.Equal(($"{Pass.ConversationId}|r1", $"{Pass.ConversationId}|s1"), (sent.Id, sent.ReplyToId));
        Assert.Equal(("mentorbot", "bot"), (sent.From!.Id, sent.From.Role));
        Assert.Equal(("dl_joan", "Blue Heron", "user"), (sent.Recipient!.Id, sent.Recipient.Name, sent.Recipient.Role));
        Assert.DoesNotContain("KEY", ActivityJson.Serialize(sent), StringComparison.Ordinal);
        Assert.Null(sent.ServiceUrl);
    }

    [Fact]
    public void Files_of_ours_get_an_address_and_others_keep_theirs()
    {
        var activity = new Activity(ActivityTypes.Message) { Id = "a", Attachments = [new() { ContentUrl = "upload:f1" }, new() { ContentUrl = "https://x.example/y" }, new() { Content = "card" }] };
        var sent = WireActivities.Send(Pass, activity, isMentees: true, id => $"https://bot.example/{id}");
        Assert.Equal(["https://bot.example/f1", "https://x.example/y", null], sent.Attachments!.Select(a => a.ContentUrl));
    }

    [Theory]
    [InlineData("3-2")]
    [InlineData(null)]
    public void A_set_is_written_as_direct_line_writes_it(string? watermark)
    {
        var buffer = new ArrayBufferWriter<byte>();
        ActivitySet.Write(buffer, [new Activity(ActivityTypes.Message) { Text = "Sut mae? ŵ" }], watermark);

        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        Assert.Equal("""{"activities":[{"type":"message","text":"Sut mae? ŵ"}]""" + (watermark is null ? "}" : ",\"watermark\":\"3-2\"}"), text);
        using var json = JsonDocument.Parse(text);
    }

    private static string Named(ChatPass pass, string clientId) =>
        WireActivities.Receive(pass, ActivityJson.Parse($$$"""{"type":"message","channelData":{"clientActivityID":"{{{clientId}}}"}}""")).ProviderMessageId;
}
