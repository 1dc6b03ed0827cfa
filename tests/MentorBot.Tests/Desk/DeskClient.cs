using System.Net;
using System.Text.RegularExpressions;

namespace MentorBot.Tests.Desk;

/// <summary>A mentor's browser without a script: it keeps cookies, follows links and sends forms.</summary>
public sealed partial class DeskClient : IDisposable
{
    private readonly HttpClient _http;

    private DeskClient(Uri address, CookieContainer cookies) => _http = new(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = address };

    /// <summary>The page that it shows.</summary>
    public string Page { get; private set; } = "";

    /// <summary>Its status.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Its address, without what is behind the path.</summary>
    public string Path { get; private set; } = "";

    /// <summary>What it says was wrong.</summary>
    public string Problem => WebUtility.HtmlDecode(ProblemText().Match(Page).Groups["text"].Value);

    /// <summary>The first thing on the page that fits a pattern, by its group "text".</summary>
    public string Find(string pattern) => WebUtility.HtmlDecode(Regex.Match(Page, pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["text"].Value);

    /// <summary>The ids of those who wait.</summary>
    public IReadOnlyList<string> Waiting => [.. WaitingId().Matches(Page).Select(match => match.Groups["id"].Value)];

    /// <summary>The words of the talk, in order.</summary>
    public IReadOnlyList<string> Words => [.. LineWords().Matches(Page).Select(match => WebUtility.HtmlDecode(match.Groups["text"].Value))];

    /// <summary>Somebody whom the desk does not know.</summary>
    public static DeskClient Stranger(Uri address) => new(address, new CookieContainer());

    /// <summary>Somebody who is signed in.</summary>
    /// <param name="address">Where the program is.</param>
    /// <param name="cookies">What his browser keeps.</param>
    public static DeskClient Of(Uri address, CookieContainer cookies) => new(address, cookies);

    /// <summary>Opens a page.</summary>
    public async Task<DeskClient> GoAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } };
        return await ShowAsync(request);
    }

    /// <summary>Sends a form of the page.</summary>
    public Task<DeskClient> SendAsync(string path, params (string Name, string Value)[] fields) =>
        SendForgedAsync(path, [("__RequestVerificationToken", Token().Match(Page).Groups["token"].Value), .. fields]);

    /// <summary>Sends a form as another site would make a browser do: without what the page gave.</summary>
    public async Task<DeskClient> SendForgedAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Headers = { { "Accept", "text/html" } },
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        return await ShowAsync(request);
    }

    /// <summary>Listens to news.</summary>
    public async Task<StreamReader> ListenAsync()
    {
        var answer = await _http.GetAsync("/desk/events", HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        return new StreamReader(await answer.Content.ReadAsStreamAsync());
    }

    public void Dispose() => _http.Dispose();

    private async Task<DeskClient> ShowAsync(HttpRequestMessage request)
    {
        using var answer = await _http.SendAsync(request);
        (Page, Status, Path) = (await answer.Content.ReadAsStringAsync(), answer.StatusCode, answer.RequestMessage!.RequestUri!.AbsolutePath);
        return this;
    }

    [GeneratedRegex("role=\"alert\"[^>]*>(?<text>[^<]*)<", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProblemText();

    [GeneratedRegex("name=\"id\" value=\"(?<id>[0-9]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WaitingId();

    [GeneratedRegex("<p class=\"words\"[^>]*>(?<text>[^<]*)</p>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineWords();

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
