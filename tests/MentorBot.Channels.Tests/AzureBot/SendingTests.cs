using System.Text.Json.Nodes;
using MentorBot.BotFramework;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.AzureBot;

public sealed class SendingTests : WithFakeConnector
{
    [Fact]
    public async Task A_reply_is_posted_to_her_conversation_as_an_answer_to_what_she_wrote()
    {
        var reply = await ReplyAsync("Hello");

        var delivery = await SendAsync(reply);

        Assert.Equal(Delivery.Accepted(reply.Id.ToString("N")), delivery);
        var sent = Assert.Single(Connector.Taken);
        Assert.Equal("/connector/v3/conversations/19%3Ajoan%7Cconversation/activities/1485983408511", sent.Target);
        Assert.Equal("Bearer our-token-1", sent.Authorization);
        var expected = JsonNode.Parse($$"""
            {"type":"message","channelId":"msteams","serviceUrl":"{{Connector.ReplyUrl}}","from":{"id":"{{BotId}}","name":"MentorBot","role":"bot"},
             "recipient":{"id":"{{UserId}}"},"conversation":{"id":"{{Conversation}}"},"replyToId":"1485983408511","text":"Hello","textFormat":"plain"}
            """);
        Assert.True(JsonNode.DeepEquals(expected, sent.Activity), sent.Activity.ToJsonString());
    }

    [Fact]
    public async Task An_address_without_a_slash_at_its_end_is_as_good()
    {
        var url = Connector.ReplyUrl.TrimEnd('/');
        var reading = await ReadAsync(Said(url: url), ChannelToken.With("serviceurl", url).SignedBy(Key));

        await SendAsync(ReplyTo(reading.Accepted!.Message!));

        Assert.StartsWith("/connector/v3/conversations/", Assert.Single(Connector.Taken).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_cannot_lead_out_of_their_conversation()
    {
        var said = Said();
        (said["conversation"]!["id"], said["id"]) = ("../../x?y#z", "a/../b%2F");

        await SendAsync(ReplyTo(await MessageAsync(said)));

        Assert.Equal("/connector/v3/conversations/..%2F..%2Fx%3Fy%23z/activities/a%2F..%2Fb%252F", Assert.Single(Connector.Taken).Target);
    }

    [Fact]
    public async Task What_answers_nothing_is_posted_to_the_conversation_alone()
    {
        var reply = await ReplyAsync();
        reply.Activity.ReplyToId = null;

        await SendAsync(reply);

        var sent = Assert.Single(Connector.Taken);
        Assert.Equal("/connector/v3/conversations/19%3Ajoan%7Cconversation/activities", sent.Target);
        Assert.Null(sent.Activity["replyToId"]);
        Assert.Null(sent.Activity["recipient"]);
    }

    [Fact]
    public async Task An_answer_to_a_conversationUpdate_does_not_name_it_for_no_client_has_seen_it()
    {
        var update = Said();
        (update["type"], update["from"]!["id"]) = ("conversationUpdate", BotId);

        await SendAsync(ReplyTo(await MessageAsync(update)));

        var sent = Assert.Single(Connector.Taken);
        Assert.Null(sent.Activity["replyToId"]);
        Assert.Null(sent.Activity["recipient"]);
    }

    [Fact]
    public async Task Buttons_are_kept_and_shown_to_her()
    {
        var reply = MessageFactory.SuggestedActions(["Yes", "No"], "Well?");
        reply.SuggestedActions!.To = ["0A"];
        reply.ReplyToId = (await MessageAsync(Said())).Activity.Id;
        var message = await ReplyAsync() with { Activity = Assert.Single(Channel().Render(reply)) };

        await SendAsync(message);

        var buttons = Assert.Single(Connector.Taken).Activity["suggestedActions"]!;
        Assert.Equal(["Yes", "No"], buttons["actions"]!.AsArray().Select(a => (string?)a!["title"]));
        Assert.Equal($"[\"{UserId}\"]", buttons["to"]!.ToJsonString());
    }

    [Theory]
    [InlineData("message", 1)]
    [InlineData("typing", 1)]
    [InlineData("event", 1)]
    [InlineData("endOfConversation", 1)]
    [InlineData("trace", 0)]
    [InlineData("delay", 0)]
    [InlineData("invokeResponse", 0)]
    public void Every_kind_but_notes_to_ourselves_is_carried(string type, int count) =>
        Assert.Equal(count, Channel().Render(new Activity(type)).Count);

    [Fact]
    public async Task One_token_serves_until_five_minutes_before_it_runs_out()
    {
        await SendAsync(await ReplyAsync());
        Clock.Advance(TimeSpan.FromMinutes(54));
        await SendAsync(await ReplyAsync());
        Clock.Advance(TimeSpan.FromMinutes(2));
        await SendAsync(await ReplyAsync());

        Assert.Equal(["Bearer our-token-1", "Bearer our-token-1", "Bearer our-token-2"], Connector.Taken.Select(t => t.Authorization));
        var form = Connector.TokenForms[0];
        Assert.Equal(
            $"grant_type=client_credentials&client_id={FakeConnector.AppId}&client_secret={Uri.EscapeDataString(FakeConnector.AppPassword)}&scope=https%3A%2F%2Fapi.botframework.com%2F.default",
            form);
    }

    [Fact]
    public async Task Many_at_once_share_one_token()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReplyAsync()));

        await Task.WhenAll(replies.Select(r => SendAsync(r)));

        Assert.Equal(20, Connector.Taken.Count);
        Assert.Single(Connector.TokenForms);
    }

    [Fact]
    public async Task An_Emulator_without_credentials_is_answered_without_a_token()
    {
        InDevelopment(withAppId: false);
        var reading = await ReadAsync(Said(channel: "emulator"), token: null);

        await SendAsync(ReplyTo(reading.Accepted!.Message!));

        Assert.Null(Assert.Single(Connector.Taken).Authorization);
        Assert.Empty(Connector.TokenForms);
    }

    [Theory]
    [InlineData("emulator https://evil.example.org/ 28:bot", true)]
    [InlineData("emulator http://127.0.0.1:1/ 28:bot", false)]
    [InlineData("anonymous http://127.0.0.1:1/ 28:bot", true)]
    [InlineData("anonymous https://evil.example.org/ 28:bot", true)]
    [InlineData("https://evil.example.org/ 28:bot", true)]
    [InlineData("signed http://evil.example.org/ 28:bot", true)]
    [InlineData("trusted https://evil.example.org/ 28:bot", true)]
    [InlineData("", true)]
    public async Task Our_token_goes_nowhere_that_was_not_proved_when_the_message_was_accepted(string ours, bool isDevelopment)
    {
        Settings.IsDevelopment = isDevelopment;
        var reply = await ReplyAsync() with { OurAddress = ours };

        var delivery = await SendAsync(reply);

        Assert.Equal(DeliveryOutcome.Rejected, delivery.Outcome);
        Assert.Empty(Connector.TokenForms);
        Assert.Equal(DeliveryOutcome.Rejected, (await Channel().LookUpAsync(reply, new HashSet<string>(), TestContext.Current.CancellationToken)).Outcome);
        Assert.Equal(0, Connector.Requests + Connector.Probes);
    }
}
