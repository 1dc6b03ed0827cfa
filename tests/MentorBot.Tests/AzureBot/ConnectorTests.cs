using System.Net;
using System.Text;

namespace MentorBot.Tests.AzureBot;

public class ConnectorTests(ConnectedProgram program) : IClassFixture<ConnectedProgram>
{
    [Fact]
    public async Task A_first_conversation_goes_from_the_welcome_to_tip_after_tip()
    {
        var texts = new[] { "hi", "1", "MORE" };
        for (var i = 0; i < texts.Length; i++)
        {
            using var answer = await program.PostAsync(program.Said("amina", texts[i]));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
            await program.Connector.TakenInAsync("amina", i + 1);
        }

        var replies = await program.Connector.TakenInAsync("amina", 3);
        Assert.StartsWith("Hello, I'm MentorBot", replies[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("Tip 1 of 12", replies[1].Text, StringComparison.Ordinal);
        Assert.StartsWith("Tip 2 of 12", replies[2].Text, StringComparison.Ordinal);
        Assert.All(replies, reply =>
        {
            Assert.StartsWith("Bearer our-token-", reply.Authorization, StringComparison.Ordinal);
            Assert.StartsWith("/connector/v3/conversations/amina/activities/amina%7C", reply.Target, StringComparison.Ordinal);
            Assert.Equal("29:amina-user", (string?)reply.Activity["recipient"]!["id"]);
        });
    }

    [Fact]
    public async Task The_same_activity_posted_ten_times_is_answered_once()
    {
        var said = program.Said("bron", "hi");
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => program.PostAsync(said))))
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            answer.Dispose();
        }
        using var next = await program.PostAsync(program.Said("bron", "1"));

        Assert.StartsWith("Tip 1 of 12", (await program.Connector.TakenInAsync("bron", 2))[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_joins_before_she_writes_is_still_welcomed_when_she_does()
    {
        var joined = program.Said("cerys", "", "conversationUpdate");
        joined["membersAdded"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["id"] = "29:cerys-user" });
        using var first = await program.PostAsync(joined);
        using var second = await program.PostAsync(program.Said("cerys", "hi"));

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.StartsWith("Hello, I'm MentorBot", (await program.Connector.TakenInAsync("cerys", 1))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_expects_replies_in_the_answer_gets_them_the_usual_way()
    {
        var said = program.Said("dafydd", "hi");
        said["deliveryMode"] = "expectReplies";
        using var answer = await program.PostAsync(said);

        Assert.Equal("""{"activities":[]}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Single(await program.Connector.TakenInAsync("dafydd", 1));
    }

    [Theory]
    [InlineData("typing", HttpStatusCode.OK)]
    [InlineData("invoke", HttpStatusCode.NotImplemented)]
    [InlineData("somethingNew", HttpStatusCode.OK)]
    public async Task Other_kinds_are_answered_without_a_body(string type, HttpStatusCode expected)
    {
        using var answer = await program.PostAsync(program.Said("elen", "", type));
        Assert.Equal(expected, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Another_method_than_POST_is_refused_with_405(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/messages");
        using var answer = await program.Program.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_token_it_is_401_which_asks_for_one()
    {
        using var answer = await program.PostAsync(program.Said("joan", "hi").ToJsonString(), token: null);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_channel_without_endorsement_and_the_Emulator_in_Production_are_403()
    {
        var said = program.Said("joan", "hi");
        said["channelId"] = "facebook";
        using var unendorsed = await program.PostAsync(said);
        said["channelId"] = "emulator";
        var token = FakeConnector.EmulatorToken(TimeProvider.System.GetUtcNow(), "2.0").SignedBy(program.Connector.EmulatorKeys[0]);
        using var emulator = await program.PostAsync(said.ToJsonString(), token);

        Assert.Equal(HttpStatusCode.Forbidden, unendorsed.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, emulator.StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_read_is_400_and_what_is_too_large_413()
    {
        var token = program.Connector.ChannelToken(TimeProvider.System.GetUtcNow()).SignedBy(program.Connector.Keys[0]);
        using var broken = await program.PostAsync("{", token);
        using var typeless = await program.PostAsync("{}", token);
        using var large = await program.PostAsync(new string(' ', 300_000), token);

        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, typeless.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.EndsWith("refused: TooLarge", await program.Program.Process.LineAsync(line => line.Contains("TooLarge", StringComparison.Ordinal)), StringComparison.Ordinal);
    }
}

public class ConnectorOutageTests(ConnectedProgram program) : IClassFixture<ConnectedProgram>
{
    private const string Confession = "Zebedee hit me last night";

    [Fact]
    public async Task What_cannot_be_stored_is_503_and_the_next_try_is_answered_once()
    {
        var said = program.Said("amina", "hi");
        using (new Memory(program.Folder).Without("Inbox"))
        {
            using var refused = await program.PostAsync(said);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        using var taken = await program.PostAsync(said);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Single(await program.Connector.TakenInAsync("amina", 1));
    }

    [Fact]
    public async Task Neither_who_she_is_nor_where_she_is_nor_what_she_said_is_in_the_database_or_the_log()
    {
        string[] secrets = ["19:joans-conversation", "joans-conversation", "Quillfeather", Confession, FakeConnector.AppPassword, "our-token-", "eyJ"];
        program.Connector.NextAnswers(FakeAnswer.RefuseAsConnector(400, "19:joans-conversation"));
        foreach (var text in new[] { "hi", Confession, "PERSON" })
        {
            using var answer = await program.PostAsync(program.Said("19:joans-conversation", text));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        using var refused = await program.PostAsync(program.Said("19:joans-conversation", Confession).ToJsonString(), "eyJhbGciOiJub25lIn0.eyJhIjoxfQ.");
        await program.Connector.TakenInAsync("19:joans-conversation", 2);

        foreach (var file in new Memory(program.Folder).Files())
            Assert.All(secrets, secret => Assert.True(file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"The database holds '{secret}'."));
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, program.Program.Process.Output, StringComparison.OrdinalIgnoreCase));
    }
}
