namespace MentorBot.Channels.Telegram;

/// <summary>How Telegram's updates come to us.</summary>
public enum TelegramMode
{
    /// <summary>We ask for them, by a request that waits until there are some. Needs no public address.</summary>
    Polling,

    /// <summary>Telegram posts them to <see cref="TelegramSettings.WebhookPath"/> below the public URL.</summary>
    Webhook,
}

/// <summary>The settings under <c>MentorBot:Telegram</c>: one bot, made with @BotFather.</summary>
public sealed class TelegramSettings
{
    /// <summary>Where updates are posted, below the public URL.</summary>
    public const string WebhookPath = "/channels/telegram";

    /// <summary>The bot's token, such as <c>123456:ABC-DEF...</c>. Telegram is on when it is there. Secret.</summary>
    public string? BotToken { get; set; }

    /// <summary>Where the Bot API is, without a slash at the end.</summary>
    public string ApiBaseUrl { get; set; } = "https://api.telegram.org";

    /// <summary>How updates come to us.</summary>
    public TelegramMode Mode { get; set; }

    /// <summary>What Telegram must show with every update that it posts, 1 to 256 letters, digits, <c>_</c> and <c>-</c>. Secret.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>What comes before the path in the URL that Telegram calls (<c>MentorBot:PublicUrl</c>).</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Whether Telegram is on.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(BotToken);

    /// <summary>The bot's own id: the digits before the colon of its token. No secret.</summary>
    public string BotId => BotToken?.Split(':')[0] ?? "";

    /// <summary>What would stop the start; empty when all is well or Telegram is off.</summary>
    public IReadOnlyList<SettingProblem> Validate() => [.. TelegramSettingsCheck.Problems(this)];

    /// <summary>Whether Telegram is on, and nothing else: the settings are secrets.</summary>
    public override string ToString() => $"{nameof(TelegramSettings)} {{ IsConfigured = {IsConfigured} }}";
}
