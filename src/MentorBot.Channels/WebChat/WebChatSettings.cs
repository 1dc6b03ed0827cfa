namespace MentorBot.Channels.WebChat;

/// <summary>The settings under <c>MentorBot:WebChat</c>. Without any of them our own page works.</summary>
public sealed class WebChatSettings
{
    /// <summary>The fewest characters of a secret: it stands between the world and free tokens.</summary>
    public const int ShortestSecret = 32;

    /// <summary>What other servers and bots come with to get tokens (<c>tokens/generate</c>); null means that nobody can. Secret.</summary>
    public string? Secret { get; set; }

    /// <summary>The origins, with commas between, whose pages may use the chat besides our own, such as <c>https://council.example</c>.</summary>
    public string? AllowedOrigins { get; set; }

    /// <summary>What comes before the path in the addresses that people use (<c>MentorBot:PublicUrl</c>): its origin is our own too.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>The allowed origins, one by one.</summary>
    public IReadOnlyList<string> Origins => (AllowedOrigins ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What would stop the start; empty when all is well.</summary>
    public IReadOnlyList<SettingProblem> Validate() => [.. Problems()];

    /// <summary>The type's name and nothing else: the settings hold a secret.</summary>
    public override string ToString() => nameof(WebChatSettings);

    /// <summary>Whether a text is an origin as browsers write it: scheme, host and no more.</summary>
    public static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase) && uri.UserInfo.Length == 0;

    private IEnumerable<SettingProblem> Problems()
    {
        if (Secret is not null && (Secret.Length < ShortestSecret || Secret.Any(char.IsWhiteSpace)))
            yield return new SettingProblem("MentorBot:WebChat:Secret", "it is too short or has a space in it", $"at least {ShortestSecret} random characters, such as `openssl rand -hex 32` prints, or leave it out");
        if (Origins.Any(origin => !IsOrigin(origin)))
            yield return new SettingProblem("MentorBot:WebChat:AllowedOrigins", "it holds something that is no origin", "scheme and host of each site, with commas between: https://council.example, https://www.council.example");
    }
}
