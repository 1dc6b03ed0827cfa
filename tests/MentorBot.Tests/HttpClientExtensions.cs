namespace MentorBot.Tests;

internal static class HttpClientExtensions
{
    /// <summary>The body of whatever answers, errors too.</summary>
    public static async Task<string> GetStringOfAsync(this HttpClient http, string path, string? accept = null)
    {
        using var answer = await http.AskAsync(path, accept);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Asks as a browser does (<c>text/html</c>) or as a script.</summary>
    public static async Task<HttpResponseMessage> AskAsync(this HttpClient http, string path, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
            request.Headers.Add("Accept", accept);
        return await http.SendAsync(request);
    }
}
