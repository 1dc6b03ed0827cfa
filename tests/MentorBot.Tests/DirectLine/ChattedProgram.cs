using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using MentorBot.Tests.DirectLine;

[assembly: AssemblyFixture(typeof(ChattedProgram))]

namespace MentorBot.Tests.DirectLine;

/// <summary>The program in Production with a secret for the web chat and no carrier, which most tests share: each of them has a chat of its own.</summary>
public class ChattedProgram : IAsyncLifetime
{
    public const string Secret = "0123456789abcdef0123456789abcdef";
    public const string Site = "https://council.example";

    private RunningProgram? _program;

    /// <summary>Where it keeps its memory.</summary>
    public ProgramFolder Folder { get; } = new();

    /// <summary>The program.</summary>
    public RunningProgram Program => _program!;

    /// <summary>A client of the program.</summary>
    public HttpClient Http => _program!.Http;

    /// <summary>Its settings.</summary>
    protected virtual IDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["MentorBot:WebChat:Secret"] = Secret,
        ["MentorBot:WebChat:AllowedOrigins"] = Site,
        ["Logging:LogLevel:Default"] = "Trace",
    };

    public async ValueTask InitializeAsync() => _program = await RunningProgram.StartAsync(Folder, Settings.AsReadOnly());

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _program?.Dispose();
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Ends the program without a word, as a power cut does, and starts it again.</summary>
    public async Task RestartAsync()
    {
        _program!.Dispose();
        await InitializeAsync();
    }

    /// <summary>A chat that nobody has spoken in, with a token made by the secret.</summary>
    public async Task<WireChat> BeginAsync(string body = """{"user":{"id":"dl_joan"}}""")
    {
        var answer = await CallAsync(HttpMethod.Post, "tokens/generate", Secret, body);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return new WireChat(this, (string)answer.Body!["conversationId"]!, (string)answer.Body["token"]!);
    }

    /// <summary>Calls Direct Line.</summary>
    public async Task<WireAnswer> CallAsync(HttpMethod method, string path, string? bearer, string? body = null, params (string Name, string Value)[] headers)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await CallAsync(method, path, bearer, content, headers);
    }

    /// <summary>Calls Direct Line with some other content.</summary>
    public async Task<WireAnswer> CallAsync(HttpMethod method, string path, string? bearer, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"/v3/directline/{path}") { Content = content };
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var answer = await Http.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var isJson = answer.Content.Headers.ContentType?.MediaType == "application/json";
        return new WireAnswer(answer.StatusCode, isJson ? JsonNode.Parse(bytes) : null, bytes, answer);
    }
}

/// <summary>An answer of Direct Line.</summary>
public sealed record WireAnswer(HttpStatusCode Status, JsonNode? Body, byte[] Bytes, HttpResponseMessage Message)
{
    /// <summary>The error's code.</summary>
    public string? Error => (string?)Body?["error"]?["code"];

    /// <summary>A header; null where there is none.</summary>
    public string? Header(string name) => Message.Headers.TryGetValues(name, out var values) || Message.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}
