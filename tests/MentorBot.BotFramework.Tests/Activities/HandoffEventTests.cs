using System.Text.Json.Nodes;

namespace MentorBot.BotFramework.Tests.Activities;

public class HandoffEventTests
{
    [Fact]
    public void An_initiation_names_the_conversation_and_what_the_hub_is_to_know() => AssertJson(
        """
        {"type":"event","name":"handoff.initiate","value":{"skill":"photos"},"channelId":"test","serviceUrl":"https://channel.example/",
         "from":{"id":"amina","name":"Amina"},"conversation":{"id":"talk-1"},"replyToId":"incoming-1","attachments":[],"entities":[],
         "relatesTo":{"activityId":"incoming-1","user":{"id":"amina","name":"Amina"},"bot":{"id":"mentorbot","name":"MentorBot","role":"bot"},
                      "conversation":{"id":"talk-1"},"channelId":"test","serviceUrl":"https://channel.example/"}}
        """,
        EventFactory.CreateHandoffInitiation(Cast.Turn(), new JsonObject { ["skill"] = "photos" }));

    [Fact]
    public void A_transcript_goes_along_as_an_attachment()
    {
        var initiation = EventFactory.CreateHandoffInitiation(Cast.Turn(), handoffContext: null, new Transcript([Cast.AminaSays("hello")]));

        var attachment = Assert.Single(initiation.Attachments!);
        Assert.Equal(("application/json", "Transcript"), (attachment.ContentType, attachment.Name));
        Assert.Equal("hello", (string?)attachment.Content!["activities"]![0]!["text"]);
        Assert.Null(initiation.Value);
    }

    [Fact]
    public void A_status_says_what_became_of_it() => AssertJson(
        """{"type":"event","name":"handoff.status","value":{"state":"accepted"},"conversation":{"id":"talk-1"},"attachments":[],"entities":[]}""",
        EventFactory.CreateHandoffStatus(new ConversationAccount("talk-1"), HandoffStates.Accepted));

    [Fact]
    public void A_failure_says_why() => AssertJson(
        """{"type":"event","name":"handoff.status","value":{"state":"failed","message":"timed out"},"conversation":{"id":"talk-1"},"attachments":[],"entities":[]}""",
        EventFactory.CreateHandoffStatus(new ConversationAccount("talk-1"), HandoffStates.Failed, "timed out"));

    [Fact]
    public void What_was_said_is_read_again()
    {
        var status = EventFactory.CreateHandoffStatus(new ConversationAccount("talk-1"), HandoffStates.Failed, "timed out");
        Assert.Equal(new HandoffStatus("failed", "timed out"), HandoffStatus.In(ActivityJson.Parse(ActivityJson.Serialize(status))));
    }

    [Theory]
    [InlineData("""{"type":"message","name":"handoff.status","value":{"state":"accepted"}}""")]
    [InlineData("""{"type":"event","name":"handoff.initiate","value":{"state":"accepted"}}""")]
    [InlineData("""{"type":"event","name":"handoff.status"}""")]
    [InlineData("""{"type":"event","name":"handoff.status","value":"accepted"}""")]
    [InlineData("""{"type":"event","name":"handoff.status","value":{"state":["accepted"]}}""")]
    [InlineData("""{"type":"event","name":"handoff.status","value":{"message":"accepted"}}""")]
    public void Anything_else_says_nothing(string json) => Assert.Null(HandoffStatus.In(ActivityJson.Parse(json)));

    private static void AssertJson(string expected, Activity made)
    {
        var json = ActivityJson.Serialize(made);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(json)), json);
    }
}
