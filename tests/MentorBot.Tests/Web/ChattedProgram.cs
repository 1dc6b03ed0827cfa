[assembly: AssemblyFixture(typeof(MentorBot.Tests.Web.ChattedProgram))]

namespace MentorBot.Tests.Web;

/// <summary>The program in Production, with a site that may embed its chat.</summary>
public sealed class ChattedProgram : IAsyncLifetime
{
    public const string PublicUrl = "https://bot.example.org";
    public const string Council = "https://council.example";

    private readonly ProgramFolder _folder = new();
    private RunningProgram? _program;

    /// <summary>A client of the program.</summary>
    public HttpClient Http => _program!.Http;

    /// <summary>Its settings.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["MentorBot:PublicUrl"] = PublicUrl,
        ["MentorBot:WebChat:AllowedOrigins"] = Council,
    };

    public async ValueTask InitializeAsync() => _program = await RunningProgram.StartAsync(_folder, Settings);

    public ValueTask DisposeAsync()
    {
        _program?.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>Somebody's browser, as far as the chat page needs one.</summary>
internal sealed class ChatBrowser(HttpClient http)
{
    private string? _cookie;

    /// <summary>What the last answer said about cookies; null if nothing.</summary>
    public string? SetCookie { get; private set; }

    /// <summary>The cookie that it keeps; null if none.</summary>
    public string? Cookie => _cookie;

    /// <summary>Opens a page.</summary>
    public Task<HttpResponseMessage> OpenAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends a form of the page itself.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(Form(path, fields, ("Sec-Fetch-Site", "same-origin")));

    /// <summary>Sends a request with its cookie, and keeps what comes back.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (!request.Headers.Contains("Accept")) request.Headers.Add("Accept", "text/html");
        if (_cookie is not null) request.Headers.Add("Cookie", _cookie);
        var answer = await http.SendAsync(request);
        SetCookie = answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? string.Join('\n', cookies) : null;
        if (SetCookie is not null) _cookie = SetCookie.Split(';')[0];
        return answer;
    }

    /// <summary>A form with headers of one's choice.</summary>
    public static HttpRequestMessage Form(string path, (string Name, string Value)[] fields, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return request;
    }
}
