namespace MentorBot.Channels.AzureBot;

/// <summary>The settings under <c>MentorBot:AzureBot</c>: our registration with Azure Bot Service, which brings Teams, Facebook and its other channels.</summary>
public sealed class AzureBotSettings
{
    /// <summary>The bot's app id, a GUID. The Connector API is on when it is there.</summary>
    public string? AppId { get; set; }

    /// <summary>The app's client secret. Secret.</summary>
    public string? AppPassword { get; set; }

    /// <summary>The tenant that the app belongs to. Without one the app is multi-tenant, which new bots cannot be since 31 July 2025.</summary>
    public string? TenantId { get; set; }

    /// <summary>Where the keys that sign the channels' tokens are announced.</summary>
    public string OpenIdMetadataUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Where the keys that sign the Emulator's tokens are announced.</summary>
    public string EmulatorOpenIdMetadataUrl { get; set; } =
        "https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration";

    /// <summary>Where our own tokens are fetched; null for the tenant's usual place.</summary>
    public string? TokenUrl { get; set; }

    /// <summary>
    /// Hosts, with commas between, to which replies and our token may go though no signed claim vouches for them: an Emulator behind a tunnel.
    /// In Development this machine is always one of them.
    /// </summary>
    public string? AllowedServiceHosts { get; set; }

    /// <summary>
    /// Channels, by their ids and with commas between, that are outside hubs with people of their own: they are asked for a person and believed when they say that one is there. No channel on which
    /// somebody's own program can send events: she could say so herself.
    /// </summary>
    public string? HubChannels { get; set; }

    /// <summary>Whether this is a developer's machine. Without an app id the Emulator may then call without a token, from this machine only.</summary>
    public bool IsDevelopment { get; set; }

    /// <summary>Whether there is an app id.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(AppId);

    /// <summary>Whether a channel is a hub.</summary>
    public bool IsHub(string channelId) => Listed(HubChannels).Contains(channelId, StringComparer.OrdinalIgnoreCase);

    /// <summary>What stands in a setting with commas between.</summary>
    internal static string[] Listed(string? list) => (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether anybody may call at all.</summary>
    public bool IsOn => IsConfigured || IsDevelopment;

    /// <summary>What would stop the start; empty when all is well or the API is off.</summary>
    public IReadOnlyList<SettingProblem> Validate() => [.. AzureBotSettingsCheck.Problems(this)];

    /// <summary>Whether the API is on, and nothing else: the settings are secrets and ids.</summary>
    public override string ToString() => $"{nameof(AzureBotSettings)} {{ IsConfigured = {IsConfigured} }}";
}
