using System.Net;
using System.Text.Json.Nodes;

namespace MentorBot.Tests.AzureBot;

public sealed class ConnectorOffTests : IAsyncLifetime
{
    private readonly ProgramFolder _folder = new();
    private FakeConnector _connector = null!;

    public async ValueTask InitializeAsync() => _connector = await FakeConnector.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _connector.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Without_an_app_id_in_Production_everybody_is_refused_and_the_start_says_once_that_it_is_off()
    {
        using var program = await StartAsync("Production");
        var token = _connector.ChannelToken(TimeProvider.System.GetUtcNow()).SignedBy(_connector.Keys[0]);
        foreach (var shown in new[] { null, token })
        {
            using var answer = await ConnectedProgram.PostAsync(program.Http, Said().ToJsonString(), shown);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        }

        Assert.Equal(2, program.Process.Output.Split("/api/messages is off").Length);
        Assert.Equal(0, new Memory(_folder).Count("SELECT COUNT(*) FROM Inbox"));
    }

    [Fact]
    public async Task In_Development_an_Emulator_on_the_same_machine_may_talk_without_credentials()
    {
        using var program = await StartAsync("Development");
        using var answer = await ConnectedProgram.PostAsync(program.Http, Said().ToJsonString(), token: null);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var reply = Assert.Single(await _connector.TakenInAsync("1f0e|livechat", 1));
        Assert.StartsWith("Hello, I'm MentorBot", reply.Text, StringComparison.Ordinal);
        Assert.Null(reply.Authorization);
        Assert.Empty(_connector.TokenForms);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task In_Development_nobody_is_on_the_same_machine_whom_a_proxy_says_to_be_there(string said)
    {
        using var program = await StartAsync("Development");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(Said().ToJsonString(), System.Text.Encoding.UTF8, "application/json"), Headers = { { "X-Forwarded-For", said } },
        };
        using var answer = await program.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private Task<RunningProgram> StartAsync(string environment) =>
        RunningProgram.StartAsync(_folder, new Dictionary<string, string>(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = environment });

    private JsonObject Said() => new()
    {
        ["type"] = "message", ["id"] = "1", ["channelId"] = "emulator", ["serviceUrl"] = _connector.ReplyUrl, ["text"] = "hi",
        ["from"] = new JsonObject { ["id"] = "joan" }, ["conversation"] = new JsonObject { ["id"] = "1f0e|livechat" }, ["recipient"] = new JsonObject { ["id"] = "bot" },
    };
}
