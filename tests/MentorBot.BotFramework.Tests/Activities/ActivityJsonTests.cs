using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace MentorBot.BotFramework.Tests.Activities;

public class ActivityJsonTests
{
    // A document that has every property of the schema, and one at each level that nobody knows.
    private const string Everything = """
        {"type":"message","id":"a1","timestamp":"2027-06-02T09:00:00.123+00:00","localTimestamp":"2027-06-02T10:00:00.123+01:00","localTimezone":"Europe/London",
        "callerId":"urn:botframework:azure","serviceUrl":"https://x.example/","channelId":"webchat",
        "from":{"id":"dl_1","name":"A","aadObjectId":"o","role":"user","new1":1},"conversation":{"isGroup":false,"conversationType":"personal","id":"c","name":"n","aadObjectId":"o","role":"user","tenantId":"t","new2":[1]},
        "recipient":{"id":"b"},"textFormat":"plain","attachmentLayout":"list","membersAdded":[{"id":"m"}],"membersRemoved":[{"id":"m2"}],
        "reactionsAdded":[{"type":"like","new3":true}],"reactionsRemoved":[{"type":"like"}],"topicName":"t","historyDisclosed":true,"locale":"cy","text":"Sut mae? ŵ 🙂",
        "speak":"s","inputHint":"expectingInput","summary":"s","suggestedActions":{"to":["dl_1"],"actions":[{"type":"imBack","title":"Yes","image":"i","imageAltText":"a","text":"t","displayText":"d","value":{"x":1},"channelData":[1],"new4":"x"}],"new5":null},
        "attachments":[{"contentType":"image/png","contentUrl":"https://x.example/a.png","content":{"a":[1,2.50]},"name":"n","thumbnailUrl":"https://x.example/t.png","new6":{}}],
        "entities":[{"type":"ClientCapabilities","requiresBotState":true}],"channelData":{"clientActivityID":"z"},"action":"add","replyToId":"r","label":"l","valueType":"v","value":12345678901234567890,
        "name":"n","relatesTo":{"activityId":"a","user":{"id":"u"},"bot":{"id":"b"},"conversation":{"id":"c"},"channelId":"test","serviceUrl":"https://x.example/","locale":"en","new7":0.10},
        "code":"userCancelled","expiration":"2027-06-03T00:00:00+00:00","importance":"high","deliveryMode":"expectReplies","listenFor":["a"],
        "textHighlights":[{"text":"t","occurrence":2,"new8":1}],"semanticAction":{"state":"start","id":"i","entities":{"e":{"type":"t","k":1}},"new9":1},"new0":{"deep":[{"er":null}]}}
        """;

    [Fact]
    public void Every_property_and_every_unknown_one_survives_a_round_trip()
    {
        var back = ActivityJson.Serialize(ActivityJson.Parse(Everything));

        // A null inside a known object is as good as absent; everywhere else it stays.
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Everything), JsonNode.Parse(back)), back);
    }

    [Fact]
    public void Every_property_of_the_schema_is_known()
    {
        var activity = ActivityJson.Parse(Everything);

        Assert.Equal(["new0"], activity.Properties!.Keys);
    }

    [Theory]
    [InlineData("from", "new1")]
    [InlineData("conversation", "new2")]
    [InlineData("relatesTo", "new7")]
    [InlineData("semanticAction", "new9")]
    public void Unknown_properties_of_inner_objects_are_kept(string property, string unknown)
    {
        var back = JsonNode.Parse(ActivityJson.ToUtf8Bytes(ActivityJson.Parse(Everything)))!;

        Assert.NotNull(back[property]![unknown]);
    }

    [Fact]
    public void Nulls_are_left_out() => Assert.Equal("""{"type":"typing"}""", ActivityJson.Serialize(Activity.CreateTypingActivity()));

    [Fact]
    public void Welsh_is_written_as_it_is() =>
        Assert.Contains("Sut mae? ŵ", ActivityJson.Serialize(ActivityJson.Parse(Everything)), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"text\":1}")]
    [InlineData("{\"timestamp\":\"yesterday\"}")]
    [InlineData("{\"from\":\"amina\"}")]
    [InlineData("{\"type\":\"message\"")]
    public void What_is_no_activity_is_refused(string json) => Assert.Throws<JsonException>(() => ActivityJson.Parse(json));

    [Fact]
    public void An_activity_never_prints_its_words() =>
        Assert.DoesNotContain("secret", Cast.AminaSays("secret").ToString(), StringComparison.Ordinal);

    [Fact]
    public void Any_words_and_any_unknown_property_survive() =>
        Prop.ForAll<string, string, int>((text, name, number) =>
        {
            var known = JsonNode.Parse(JsonSerializer.Serialize(new Dictionary<string, object?> { ["x-" + name] = number, ["text"] = text }))!;
            var once = ActivityJson.Serialize(ActivityJson.Parse(known.ToJsonString()));
            var twice = ActivityJson.Serialize(ActivityJson.Parse(once));
            return once == twice && ActivityJson.Parse(once).Properties!.Count == 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_are_an_activity_or_a_json_error() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            try
            {
                _ = ActivityJson.Parse(bytes);
                return true;
            }
            catch (JsonException)
            {
                return true;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_hero_card_becomes_an_attachment()
    {
        var card = new HeroCard { Title = "Tip", Buttons = [new CardAction { Type = ActionTypes.OpenUrl, Title = "Read", Value = "https://x.example/" }] };

        var attachment = card.ToAttachment();

        Assert.Equal("application/vnd.microsoft.card.hero", attachment.ContentType);
        Assert.Equal("""{"title":"Tip","buttons":[{"type":"openUrl","title":"Read","value":"https://x.example/"}]}""", attachment.Content!.ToJsonString());
    }
}
