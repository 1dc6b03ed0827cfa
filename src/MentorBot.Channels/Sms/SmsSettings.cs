namespace MentorBot.Channels.Sms;

/// <summary>The settings under <c>MentorBot:Sms</c>: an account with Twilio, or with a carrier that speaks its dialect (SignalWire).</summary>
public sealed class SmsSettings
{
    /// <summary>The account: Twilio's <c>AC…</c>, SignalWire's project id. Text messages are on when it is there.</summary>
    public string? AccountSid { get; set; }

    /// <summary>The account's auth token. It checks what Twilio posts, and sends if there is no API key. Secret.</summary>
    public string? AuthToken { get; set; }

    /// <summary>The account's other auth token, accepted too while tokens are being changed. Secret.</summary>
    public string? AuthTokenSecondary { get; set; }

    /// <summary>An API key (<c>SK…</c>) to send with, so that the auth token need not leave the house.</summary>
    public string? ApiKeySid { get; set; }

    /// <summary>The API key's secret. Secret.</summary>
    public string? ApiKeySecret { get; set; }

    /// <summary>The number that messages come from, E.164 or a short code.</summary>
    public string? From { get; set; }

    /// <summary>A messaging service (<c>MG…</c>) that chooses the number, instead of <see cref="From"/> or beside it.</summary>
    public string? MessagingServiceSid { get; set; }

    /// <summary>Where the REST API is, without <c>/2010-04-01</c>. For SignalWire: <c>https://your-space.signalwire.com/api/laml</c>.</summary>
    public string ApiBaseUrl { get; set; } = "https://api.twilio.com";

    /// <summary>How many messages a second one number may send, 1 to 10,000. UK numbers are promised one; ask the carrier before raising it.</summary>
    public int MessagesPerSecond { get; set; } = 1;

    /// <summary>What comes before the path in the URLs that the carrier calls (<c>MentorBot:PublicUrl</c>).</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Whether text messages are on.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(AccountSid);

    /// <summary>What would stop the start; empty when all is well or text messages are off.</summary>
    public IReadOnlyList<SettingProblem> Validate() => [.. SmsSettingsCheck.Problems(this)];

    /// <summary>Whether text messages are on, and nothing else: the settings are secrets and numbers.</summary>
    public override string ToString() => $"{nameof(SmsSettings)} {{ IsConfigured = {IsConfigured} }}";
}
