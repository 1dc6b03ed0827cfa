namespace MentorBot.Channels.Sms;

/// <summary>Finds what is wrong with <see cref="SmsSettings"/> before anything is sent with them.</summary>
internal static class SmsSettingsCheck
{
    private const string Section = "MentorBot:Sms:";
    private const string PublicUrl = "MentorBot:PublicUrl";
    private const int SidLength = 34;
    private const int FastestPerSecond = 10_000;

    public static IEnumerable<SettingProblem> Problems(SmsSettings settings)
    {
        if (!settings.IsConfigured)
            return Off(settings);
        var isTwilio = IsTwilio(settings.ApiBaseUrl);
        return [.. Account(settings, isTwilio), .. ApiKey(settings, isTwilio), .. Sender(settings, isTwilio), .. Urls(settings)];
    }

    /// <summary>Text messages are off without an account; whoever set anything else did not mean them to be.</summary>
    private static IEnumerable<SettingProblem> Off(SmsSettings settings)
    {
        string?[] others = [settings.AuthToken, settings.ApiKeySid, settings.ApiKeySecret, settings.From, settings.MessagingServiceSid];
        if (others.Any(other => !string.IsNullOrWhiteSpace(other)))
            yield return Problem("AccountSid", "it is missing, though other Sms settings are there", "the Account SID, or leave all of them out");
    }

    private static IEnumerable<SettingProblem> Account(SmsSettings settings, bool isTwilio)
    {
        if (isTwilio ? !IsSid(settings.AccountSid, "AC") : !IsPlainId(settings.AccountSid!))
            yield return Problem("AccountSid", "it is not an account SID", "the Account SID from the Twilio console: AC and 32 letters and digits");
        if (string.IsNullOrWhiteSpace(settings.AuthToken))
            yield return Problem("AuthToken", "it is missing, so nothing the carrier posts could be believed", "the Auth Token from the Twilio console");
        else if (HasSpace(settings.AuthToken))
            yield return Problem("AuthToken", "it has a space in it", "the Auth Token alone, without spaces around it");
        if (HasSpace(settings.AuthTokenSecondary))
            yield return Problem("AuthTokenSecondary", "it has a space in it", "the second Auth Token alone, or leave it out");
    }

    private static IEnumerable<SettingProblem> ApiKey(SmsSettings settings, bool isTwilio)
    {
        var hasSid = !string.IsNullOrWhiteSpace(settings.ApiKeySid);
        var hasSecret = !string.IsNullOrWhiteSpace(settings.ApiKeySecret);
        if (hasSid && isTwilio && !IsSid(settings.ApiKeySid, "SK"))
            yield return Problem("ApiKeySid", "it is not an API key SID", "SK and 32 letters and digits, or leave it and ApiKeySecret out");
        if (hasSid && !hasSecret)
            yield return Problem("ApiKeySecret", "it is missing, but ApiKeySid is there", "the secret shown when the key was made, or leave ApiKeySid out");
        if (hasSecret && !hasSid)
            yield return Problem("ApiKeySid", "it is missing, but ApiKeySecret is there", "the key's SID, or leave ApiKeySecret out");
    }

    private static IEnumerable<SettingProblem> Sender(SmsSettings settings, bool isTwilio)
    {
        var hasFrom = !string.IsNullOrWhiteSpace(settings.From);
        var hasPool = !string.IsNullOrWhiteSpace(settings.MessagingServiceSid);
        if (!hasFrom && !hasPool)
            yield return Problem("From", "it is missing", "your number, such as +447700900000, or set MessagingServiceSid");
        if (hasFrom && !SmsAddress.IsNumber(settings.From!) && !SmsAddress.IsShortCode(settings.From!))
            yield return Problem("From", "it is not a number that people can text back", "+ and country code, no spaces, such as +447700900000");
        if (hasPool && isTwilio && !IsSid(settings.MessagingServiceSid, "MG"))
            yield return Problem("MessagingServiceSid", "it is not a messaging service SID", "MG and 32 letters and digits, or leave it out");
        if (settings.MessagesPerSecond is < 1 or > FastestPerSecond)
            yield return Problem("MessagesPerSecond", $"{settings.MessagesPerSecond} is out of range", $"a whole number from 1 to {FastestPerSecond}");
    }

    private static IEnumerable<SettingProblem> Urls(SmsSettings settings)
    {
        if (!IsWebBase(settings.ApiBaseUrl, out var api) || api is { Scheme: "http", IsLoopback: false })
            yield return Problem("ApiBaseUrl", "it is not a safe web address", "https://api.twilio.com, or your carrier's address starting with https://");
        if (string.IsNullOrWhiteSpace(settings.PublicUrl))
            yield return new SettingProblem(PublicUrl, "it is missing; signatures are checked against it", "your public address, such as https://bot.example.org");
        else if (!IsWebBase(settings.PublicUrl, out var ours))
            yield return new SettingProblem(PublicUrl, "it is not a plain web address", "https:// and your host alone, such as https://bot.example.org");
        else if (ours.Host.Contains('_', StringComparison.Ordinal))
            yield return new SettingProblem(PublicUrl, "Twilio calls no host with an underscore in its name", "a host name without an underscore");
    }

    private static SettingProblem Problem(string name, string wrong, string writeInstead) => new(Section + name, wrong, writeInstead);

    private static bool IsWebBase(string? text, out Uri uri) =>
        Uri.TryCreate(text, UriKind.Absolute, out uri!) && uri.Scheme is "https" or "http"
        && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;

    private static bool IsTwilio(string? apiBaseUrl) =>
        Uri.TryCreate(apiBaseUrl, UriKind.Absolute, out var uri) && (uri.Host is "twilio.com" || uri.Host.EndsWith(".twilio.com", StringComparison.Ordinal));

    private static bool IsSid(string? text, string prefix) =>
        text is { Length: SidLength } && text.StartsWith(prefix, StringComparison.Ordinal) && text.Skip(prefix.Length).All(char.IsAsciiHexDigit);

    // It becomes part of a path, so it must be nothing that a path could mean otherwise.
    private static bool IsPlainId(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static bool HasSpace(string? text) => text?.Any(char.IsWhiteSpace) ?? false;
}
