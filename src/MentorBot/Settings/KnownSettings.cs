using MentorBot.Channels;

namespace MentorBot.Settings;

/// <summary>The names of all settings, so that a misspelt one is told of instead of being silently without effect.</summary>
internal static class KnownSettings
{
    /// <summary>Every setting, below <c>MentorBot</c>.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "PublicUrl", "TrustedProxies",
        "Database:Provider", "Database:ConnectionString",
        "Keys:Directory",
        "Retention:Days",
        "Sms:AccountSid", "Sms:AuthToken", "Sms:AuthTokenSecondary", "Sms:ApiKeySid", "Sms:ApiKeySecret",
        "Sms:From", "Sms:MessagingServiceSid", "Sms:ApiBaseUrl", "Sms:MessagesPerSecond",
        "Telegram:BotToken", "Telegram:ApiBaseUrl", "Telegram:Mode", "Telegram:WebhookSecret",
        "AzureBot:AppId", "AzureBot:AppPassword", "AzureBot:TenantId", "AzureBot:OpenIdMetadataUrl", "AzureBot:EmulatorOpenIdMetadataUrl",
        "AzureBot:TokenUrl", "AzureBot:AllowedServiceHosts", "AzureBot:HubChannels",
        "WebChat:Secret", "WebChat:AllowedOrigins",
        "Meetings:VideoUrl",
        "Try:Enabled",
    ];

    /// <summary>A problem for each key in the section that is no setting.</summary>
    public static IEnumerable<SettingProblem> Unknown(IConfigurationSection section) =>
        from leaf in section.AsEnumerable(makePathsRelative: true)
        where leaf.Value is not null && leaf.Key.Length > 0 && !Keys.Contains(leaf.Key, StringComparer.OrdinalIgnoreCase)
        select new SettingProblem($"{section.Path}:{leaf.Key}", "there is no such setting", $"one of {string.Join(", ", Keys)}, or leave it out");
}
