namespace MentorBot.Channels.Telegram;

/// <summary>Finds what is wrong with <see cref="TelegramSettings"/> before anything is asked with them.</summary>
internal static class TelegramSettingsCheck
{
    private const string Section = "MentorBot:Telegram:";

    // https://core.telegram.org/bots/api#setwebhook
    private const int LongestSecret = 256;

    public static IEnumerable<SettingProblem> Problems(TelegramSettings settings)
    {
        if (!settings.IsConfigured)
            return Off(settings);
        return [.. Token(settings), .. Api(settings), .. Webhook(settings)];
    }

    /// <summary>Telegram is off without a token; whoever set a secret or a mode did not mean it to be.</summary>
    private static IEnumerable<SettingProblem> Off(TelegramSettings settings)
    {
        if (!string.IsNullOrWhiteSpace(settings.WebhookSecret) || settings.Mode == TelegramMode.Webhook)
            yield return Problem("BotToken", "it is missing, though other Telegram settings are there", "the token that @BotFather gave you, or leave all of them out");
    }

    private static IEnumerable<SettingProblem> Token(TelegramSettings settings)
    {
        if (!IsToken(settings.BotToken!))
            yield return Problem("BotToken", "it is not a bot's token", "the token that @BotFather gave you: digits, a colon, and letters, such as 123456:ABC-DEF");
    }

    private static IEnumerable<SettingProblem> Api(TelegramSettings settings)
    {
        if (!IsWebBase(settings.ApiBaseUrl, out var api) || api is { Scheme: "http", IsLoopback: false })
            yield return Problem("ApiBaseUrl", "it is not a safe web address", "https://api.telegram.org, or leave it out");
    }

    private static IEnumerable<SettingProblem> Webhook(TelegramSettings settings)
    {
        if (settings.Mode != TelegramMode.Webhook)
            yield break;
        if (settings.WebhookSecret is not { Length: > 0 and <= LongestSecret } secret || !secret.All(IsSecretCharacter))
            yield return Problem("WebhookSecret", "it is missing or cannot be used, so nothing that is posted could be believed", "1 to 256 letters, digits, _ and - that nobody can guess");
        if (!IsWebBase(settings.PublicUrl, out var ours) || ours.Scheme != "https")
            yield return new SettingProblem("MentorBot:PublicUrl", "it is not an address that Telegram calls", "your public address with https://, such as https://bot.example.org, or set Telegram:Mode to Polling");
    }

    private static SettingProblem Problem(string name, string wrong, string writeInstead) => new(Section + name, wrong, writeInstead);

    // It becomes part of a path, so it must be nothing that a path could mean otherwise.
    private static bool IsToken(string text) =>
        text.Split(':') is [{ Length: > 0 } id, { Length: > 0 } key] && id.All(char.IsAsciiDigit) && key.All(IsSecretCharacter);

    private static bool IsSecretCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';

    private static bool IsWebBase(string? text, out Uri uri) =>
        Uri.TryCreate(text, UriKind.Absolute, out uri!) && uri.Scheme is "https" or "http"
        && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;
}
