using System.Text;
using System.Text.Json.Nodes;

namespace MentorBot.Tests.AzureBot;

/// <summary>The program in Production with a fake Bot Framework.</summary>
public class ConnectedProgram : IAsyncLifetime
{
    private RunningProgram? _program;
    private FakeConnector? _connector;
    private int _activities;

    /// <summary>The Bot Framework.</summary>
    public FakeConnector Connector => _connector!;

    /// <summary>The program.</summary>
    public RunningProgram Program => _program!;

    /// <summary>Where it keeps its memory.</summary>
    public ProgramFolder Folder { get; } = new();

    /// <summary>Its settings, but for those that lead to the Bot Framework.</summary>
    protected virtual IDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Logging:LogLevel:Default"] = "Trace",
        ["Logging:LogLevel:MentorBot"] = "Trace",
    };

    public async ValueTask InitializeAsync()
    {
        _connector = await FakeConnector.StartAsync();
        await StartAsync();
    }

    /// <summary>Ends the program without a word, as a power cut does, and starts it again.</summary>
    public Task RestartAsync()
    {
        _program!.Dispose();
        return StartAsync();
    }

    private async Task StartAsync() =>
        _program = await RunningProgram.StartAsync(Folder, Settings.Concat(Connector.Settings()).ToDictionary(StringComparer.Ordinal));

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _program?.Dispose();
        if (_connector is not null)
            await _connector.DisposeAsync();
        Folder.Dispose();
    }

    /// <summary>An activity in somebody's conversation, each with an id of its own.</summary>
    public virtual JsonObject Said(string conversation, string text, string type = "message") => new()
    {
        ["type"] = type, ["id"] = $"{conversation}|{Interlocked.Increment(ref _activities):0000000}", ["channelId"] = "msteams",
        ["serviceUrl"] = Connector.ReplyUrl, ["text"] = text,
        ["from"] = new JsonObject { ["id"] = $"29:{conversation}-user", ["name"] = "Joan Quillfeather" },
        ["conversation"] = new JsonObject { ["id"] = conversation },
        ["recipient"] = new JsonObject { ["id"] = "28:mentorbot" },
    };

    /// <summary>Posts an activity as a channel does.</summary>
    public Task<HttpResponseMessage> PostAsync(JsonNode activity) =>
        PostAsync(activity.ToJsonString(), Connector.ChannelToken(TimeProvider.System.GetUtcNow()).SignedBy(Connector.Keys[0]));

    /// <summary>Posts whatever there is to post, with a token or none.</summary>
    public Task<HttpResponseMessage> PostAsync(string body, string? token) => PostAsync(Program.Http, body, token);

    /// <summary>Posts to a program.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient http, string body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        return await http.SendAsync(request);
    }
}
