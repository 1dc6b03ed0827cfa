using System.Net;
using System.Text.RegularExpressions;

namespace MentorBot.Tests.Desk;

/// <summary>Somebody's browser, as far as the desk needs one: it keeps cookies, and sends the token of the page that it shows with each form.</summary>
internal sealed class DeskBrowser(HttpClient http)
{
    private const string TokenField = "__RequestVerificationToken";

    /// <summary>The cookies that it keeps.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>The page that it shows.</summary>
    public string Page { get; private set; } = "";

    /// <summary>What went wrong, as the page says it.</summary>
    public string Problem => WebUtility.HtmlDecode(Find("""role="alert"[^>]*>([^<]*)<"""));

    /// <summary>The first thing on the page that fits a pattern, by its only group.</summary>
    public string Find(string pattern) => WebUtility.HtmlDecode(Regex.Match(Page, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);

    /// <summary>What a hidden field of the page holds.</summary>
    public string Field(string name) => Find($"""name="{name}"[^>]*value="([^"]*)" """.TrimEnd());

    /// <summary>Opens a page.</summary>
    public Task<HttpResponseMessage> OpenAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends a form of the page that it shows.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields) => PostAsync(path, [.. fields, (TokenField, Field(TokenField))]);

    /// <summary>Sends a form without the page's token, as another site would have it send.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) });

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Add("Accept", "text/html");
        if (Cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        var answer = await http.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []) Keep(cookie.Split(';')[0]);
        Page = await answer.Content.ReadAsStringAsync();
        return answer;
    }

    private void Keep(string cookie)
    {
        var (name, value) = (cookie[..cookie.IndexOf('=', StringComparison.Ordinal)], cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        if (value.Length == 0) Cookies.Remove(name);
        else Cookies[name] = value;
    }
}
