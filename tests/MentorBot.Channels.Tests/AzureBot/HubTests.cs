using System.Text.Json.Nodes;
using MentorBot.BotFramework;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.AzureBot;

public sealed class HubTests : WithFakeConnector
{
    [Theory]
    [InlineData("msteams", true)]
    [InlineData("MsTeams", true)]
    [InlineData("telephony, msteams", true)]
    [InlineData("telephony", false)]
    [InlineData(null, false)]
    public async Task A_channel_that_the_operator_names_is_a_hub(string? named, bool isHub)
    {
        Settings.HubChannels = named;
        Assert.Equal(isHub, Channel().IsHub((await MessageAsync(Said())).OurAddress));
    }

    [Fact]
    public async Task Whoever_has_a_lesser_proof_is_none_whatever_channel_it_names()
    {
        InDevelopment().HubChannels = "msteams";
        var token = FakeConnector.EmulatorToken(Clock.GetUtcNow(), "2.0").SignedBy(EmulatorKey);
        var reading = await ReadAsync(Said(), token);

        Assert.True(reading.IsAccepted, reading.Refusal?.ToString());
        Assert.False(Channel().IsHub(reading.Accepted.Message!.OurAddress));
    }

    [Fact]
    public async Task A_conversation_stays_the_same_when_its_channel_becomes_a_hub()
    {
        var before = await MessageAsync(Said());
        Settings.HubChannels = "msteams";
        var after = await MessageAsync(Said());

        Assert.Equal((before.Address, before.OurName), (after.Address, after.OurName));
        Assert.NotEqual(before.OurAddress, after.OurAddress);
    }

    [Fact]
    public async Task An_initiation_goes_out_under_the_names_that_the_hub_knows()
    {
        Settings.HubChannels = "msteams";
        var message = await MessageAsync(Said());
        message.Activity.Conversation = new ConversationAccount("0A");
        var initiation = EventFactory.CreateHandoffInitiation(new TurnContext(new BufferedAdapter(() => "1"), message.Activity), new JsonObject { ["tag"] = "A" });

        var delivery = await SendAsync(new OutgoingMessage(Guid.NewGuid(), message.Address, message.OurAddress, Channel().Render(initiation).Single(), Clock.GetUtcNow()));

        Assert.Equal(DeliveryOutcome.Accepted, delivery.Outcome);
        var sent = Assert.Single(Connector.Taken);
        var expected = JsonNode.Parse($$$"""
            {"type":"event","name":"handoff.initiate","value":{"tag":"A"},"channelId":"msteams","serviceUrl":"{{{Connector.ReplyUrl}}}",
             "from":{"id":"{{{BotId}}}","name":"MentorBot","role":"bot"},"recipient":{"id":"{{{UserId}}}"},"conversation":{"id":"{{{Conversation}}}"},
             "replyToId":"1485983408511","attachments":[],"entities":[],
             "relatesTo":{"activityId":"1485983408511","user":{"id":"{{{UserId}}}"},"bot":{"id":"{{{BotId}}}","name":"MentorBot","role":"bot"},
                          "conversation":{"id":"{{{Conversation}}}"},"channelId":"msteams","serviceUrl":"{{{Connector.ReplyUrl}}}"}}
            """);
        Assert.True(JsonNode.DeepEquals(expected, sent.Activity), sent.Activity.ToJsonString());
    }
}
