using System.Text;
using System.Text.Json.Nodes;
using MentorBot.BotFramework;
using MentorBot.Channels.AzureBot;

namespace MentorBot.Channels.Tests.AzureBot;

public sealed class ReadingTests : WithFakeConnector
{
    [Fact]
    public async Task A_message_is_read_with_its_words_and_both_sides()
    {
        var message = await MessageAsync(Said("Where is the camera?"));

        Assert.Equal("azurebot", message.Channel);
        Assert.Equal($"msteams\n{Conversation}", message.Address);
        Assert.Equal($"signed {Connector.ReplyUrl} {BotId}", message.OurAddress);
        Assert.Equal(("message", "azurebot", "Where is the camera?"), (message.Activity.Type, message.Activity.ChannelId, message.Activity.Text));
    }

    [Fact]
    public async Task Nothing_that_is_stored_or_printed_says_who_she_is()
    {
        var said = Said("hi");
        said["id"] = $"{Conversation}|0000001";
        said["from"]!["aadObjectId"] = "joans-object-id";
        said["replyToId"] = $"{Conversation}|0000000";
        said["channelData"] = JsonNode.Parse($$$"""{"message":{"from":{"id":"{{{UserId}}}","first_name":"Joan Smith"},"chat":"{{{Conversation}}}"},"tenant":{"id":"t"}}""");
        said["entities"] = JsonNode.Parse($$$"""[{"type":"mention","mentioned":{"id":"{{{UserId}}}","name":"Joan Smith"},"text":"@"}]""");
        said["attachments"] = JsonNode.Parse($$"""[{"contentType":"image/png","contentUrl":"https://x.example/{{Conversation}}/1"}]""");
        said["userField"] = $"see {UserId}";

        var message = await MessageAsync(said);

        var stored = $"{message.ProviderMessageId} {message.OurAddress} {ActivityJson.Serialize(message.Activity)} {message}";
        Assert.DoesNotContain("joan", stored, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("""{"message":{"from":{}},"tenant":{"id":"t"}}""", stored, StringComparison.Ordinal);
        Assert.InRange(message.ProviderMessageId.Length, 1, 100);
    }

    [Fact]
    public async Task Her_own_words_stay_hers_even_where_she_names_herself()
    {
        Assert.Equal("I am Joan Smith", (await MessageAsync(Said("I am Joan Smith"))).Activity.Text);
    }

    [Fact]
    public async Task What_nobody_has_heard_of_survives()
    {
        var said = Said();
        said["callerId"] = "urn:botframework:azure";
        said["novelty"] = JsonNode.Parse("""{"a":[1,null,{"b":"c"}],"d":null}""");
        said["nothing"] = null;

        var json = JsonNode.Parse(ActivityJson.Serialize((await MessageAsync(said)).Activity))!;

        Assert.Equal("urn:botframework:azure", (string?)json["callerId"]);
        Assert.Equal("""{"a":[1,null,{"b":"c"}],"d":null}""", json["novelty"]!.ToJsonString());
    }

    [Fact]
    public async Task A_repeat_has_the_same_id_and_anything_else_another()
    {
        var first = await MessageAsync(Said());
        var others = new[] { Said(), Said(), Said(channel: "telegram") };
        others[0]["id"] = "1485983408512";
        others[1]["conversation"]!["id"] = "19:another";

        Assert.Equal(first.ProviderMessageId, (await MessageAsync(Said())).ProviderMessageId);
        foreach (var other in others)
            Assert.NotEqual(first.ProviderMessageId, (await MessageAsync(other)).ProviderMessageId);
    }

    [Fact]
    public async Task An_activity_without_an_id_is_known_by_all_that_it_says_and_not_by_its_token()
    {
        var said = Said();
        said.AsObject().Remove("id");
        var first = await MessageAsync(said);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(first.ProviderMessageId, (await MessageAsync(said)).ProviderMessageId);

        said["text"] = "other words";
        Assert.NotEqual(first.ProviderMessageId, (await MessageAsync(said)).ProviderMessageId);
    }

    [Fact]
    public async Task Who_joined_is_told_without_a_name_and_the_bot_itself_is_left_out()
    {
        var update = Said();
        update["type"] = "conversationUpdate";
        update.AsObject().Remove("text");
        update["membersAdded"] = JsonNode.Parse($$"""[{"id":"{{BotId}}","name":"MentorBot"},{"id":"{{UserId}}","name":"Joan Smith"},null]""");

        var activity = (await MessageAsync(update)).Activity;

        Assert.Equal("conversationUpdate", activity.Type);
        Assert.Null(activity.MembersAdded![0].Id);
        Assert.DoesNotContain("joan", ActivityJson.Serialize(activity), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("event")]
    [InlineData("messageReaction")]
    [InlineData("installationUpdate")]
    [InlineData("endOfConversation")]
    [InlineData("somethingNew")]
    public async Task Other_kinds_are_kept_for_the_bot_to_take_or_leave(string type)
    {
        var said = Said();
        said["type"] = type;
        Assert.Equal(type, (await MessageAsync(said)).Activity.Type);
    }

    [Theory]
    [InlineData("typing", null, ConnectorAnswer.Empty)]
    [InlineData("invoke", null, ConnectorAnswer.NotImplemented)]
    [InlineData("invoke", "expectReplies", ConnectorAnswer.NotImplemented)]
    public async Task What_passes_or_wants_an_answer_at_once_is_not_stored(string type, string? mode, ConnectorAnswer answer)
    {
        var said = Said();
        (said["type"], said["deliveryMode"]) = (type, mode);
        Assert.Equal(new ConnectorPost(answer), (await ReadAsync(said, ChannelToken.SignedBy(Key))).Accepted);
    }

    [Fact]
    public async Task A_caller_who_expects_replies_in_the_answer_is_told_that_there_are_none_and_gets_them_the_usual_way()
    {
        var said = Said();
        said["deliveryMode"] = "expectReplies";
        var post = (await ReadAsync(said, ChannelToken.SignedBy(Key))).Accepted!;
        Assert.Equal(ConnectorAnswer.NoReplies, post.Answer);
        Assert.NotNull(post.Message);
    }

    [Fact]
    public async Task What_is_said_in_a_group_is_neither_kept_nor_answered_for_all_would_read_it()
    {
        var said = Said();
        said["conversation"]!["isGroup"] = true;
        Assert.Equal(new ConnectorPost(ConnectorAnswer.Empty), (await ReadAsync(said, ChannelToken.SignedBy(Key))).Accepted);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("channelId")]
    [InlineData("serviceUrl")]
    [InlineData("conversation")]
    [InlineData("recipient")]
    public async Task What_lacks_something_is_refused(string field)
    {
        var said = Said();
        said.AsObject().Remove(field);
        Assert.Equal(RefusalReason.MissingFields, (await ReadAsync(said, ChannelToken.SignedBy(Key))).Refusal?.Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("{")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    [InlineData("""{"type":"message","conversation":[]}""")]
    public async Task What_is_no_activity_is_refused(string body) =>
        Assert.Equal(new Refusal(RefusalReason.Malformed, "json"), (await ReadAsync(body, ChannelToken.SignedBy(Key))).Refusal);

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":{"b":"\udc00\ud800"}}""")]
    [InlineData("""[[[null,{"":""}]]]""")]
    [InlineData("\"\\u0000\"")]
    public async Task Strange_things_that_a_channel_adds_do_no_harm(string added)
    {
        foreach (var place in new[] { "channelData", "value", "novelty" })
        {
            var body = Said().ToJsonString().TrimEnd('}') + $"}},\"{place}\":{added},\"attachments\":[null],\"entities\":[null]}}";
            var reading = await ReadAsync(body, ChannelToken.SignedBy(Key));
            if (reading.IsAccepted)
                Assert.NotEmpty(ActivityJson.ToUtf8Bytes(reading.Accepted.Message!.Activity));
            else
                Assert.Equal(new Refusal(RefusalReason.Malformed, "json"), reading.Refusal);
        }
    }

    [Theory]
    [InlineData("channelId", "ms\nteams")]
    [InlineData("channelId", "a-channel-whose-name-never-comes-to-an-end")]
    [InlineData("id", "1\n2")]
    [InlineData("conversation.id", "a\nb")]
    [InlineData("from.id", "a\nb")]
    [InlineData("recipient.id", "a\u0000b")]
    public async Task An_id_that_could_be_taken_for_two_is_refused(string field, string value)
    {
        Connector.Keys.Add(new("key-wide", "msteams", value));
        var said = Said();
        var names = field.Split('.');
        if (names.Length == 2)
            said[names[0]]![names[1]] = value;
        else
            said[field] = value;
        Assert.Equal(new Refusal(RefusalReason.Malformed, field), (await ReadAsync(said, ChannelToken.SignedBy(Connector.Keys[1]))).Refusal);
    }

    [Fact]
    public async Task A_side_of_ours_that_is_too_long_to_keep_is_refused()
    {
        var said = Said();
        said["recipient"]!["id"] = new string('b', 200);
        Assert.Equal(new Refusal(RefusalReason.Malformed, "recipient.id"), (await ReadAsync(said, ChannelToken.SignedBy(Key))).Refusal);
    }

    [Theory]
    [InlineData("http://smba.example.org/")]
    [InlineData("ftp://smba.example.org/")]
    [InlineData("smba.example.org")]
    [InlineData("https://me:pass@smba.example.org/")]
    [InlineData("https://smba.example.org/?to=me")]
    public async Task An_address_that_our_token_would_not_be_safe_on_is_refused_even_when_it_is_signed(string url)
    {
        var reading = await ReadAsync(Said(url: url), ChannelToken.With("serviceurl", url).SignedBy(Key));
        Assert.Equal(new Refusal(RefusalReason.Malformed, "serviceUrl"), reading.Refusal);
    }

    [Fact]
    public async Task What_is_too_large_is_refused_and_what_is_not_JSON_by_name_too()
    {
        var body = Encoding.UTF8.GetString(new byte[ConnectorRequest.MaxBytes + 1]);
        Assert.Equal(RefusalReason.TooLarge, (await ReadAsync(body, ChannelToken.SignedBy(Key))).Refusal?.Reason);
        Assert.Equal(RefusalReason.Malformed, (await ReadAsync(Said().ToJsonString(), ChannelToken.SignedBy(Key), contentType: "text/plain")).Refusal?.Reason);
    }

    [Fact]
    public async Task The_same_words_by_two_proofs_are_two_conversations()
    {
        var signed = await MessageAsync(Said());
        InDevelopment();
        var emulated = await ReadAsync(Said(), Testing.FakeConnector.EmulatorToken(Clock.GetUtcNow(), "2.0").SignedBy(EmulatorKey));
        Assert.NotEqual(signed.OurName, emulated.Accepted!.Message!.OurName);
    }

    [Fact]
    public async Task A_Connector_that_moved_is_a_new_way_to_the_same_conversation()
    {
        var before = await MessageAsync(Said());
        var there = $"{Connector.ReplyUrl.TrimEnd('/')}/elsewhere/";
        var reading = await ReadAsync(Said(url: there), ChannelToken.With("serviceurl", there).SignedBy(Key));
        var after = reading.Accepted!.Message!;

        Assert.Equal((before.Channel, before.Address, before.OurName), (after.Channel, after.Address, after.OurName));
        Assert.Equal($"signed {there} {BotId}", after.OurAddress);
    }
}
