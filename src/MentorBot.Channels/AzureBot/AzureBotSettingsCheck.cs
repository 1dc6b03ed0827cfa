namespace MentorBot.Channels.AzureBot;

/// <summary>Finds what is wrong with <see cref="AzureBotSettings"/> before anybody is believed or answered with them.</summary>
internal static class AzureBotSettingsCheck
{
    private const string Section = "MentorBot:AzureBot:";

    // Whoever chats there can send any event from her own browser or machine, and the Bot Framework signs it all the same.
    private static readonly string[] OpenToAnybody = ["directline", "webchat", "directlinespeech", "emulator"];

    public static IEnumerable<SettingProblem> Problems(AzureBotSettings settings) =>
        [.. settings.IsConfigured ? App(settings) : Off(settings), .. Urls(settings), .. Hosts(settings), .. Hubs(settings)];

    /// <summary>The API is off without an app id; whoever set a password or tenant did not mean it to be.</summary>
    private static IEnumerable<SettingProblem> Off(AzureBotSettings settings)
    {
        if (new[] { settings.AppPassword, settings.TenantId, settings.HubChannels }.Any(text => !string.IsNullOrWhiteSpace(text)))
            yield return Problem("AppId", "it is missing, though other AzureBot settings are there", "the bot's Microsoft App ID, or leave all of them out");
    }

    private static IEnumerable<SettingProblem> App(AzureBotSettings settings)
    {
        if (!Guid.TryParseExact(settings.AppId, "D", out _))
            yield return Problem("AppId", "it is not an app id", "the Microsoft App ID from the Azure portal: 32 letters and digits with four dashes");
        if (string.IsNullOrWhiteSpace(settings.AppPassword))
            yield return Problem("AppPassword", "it is missing, so nothing could be answered", "the value of a client secret of the app, from the Azure portal");
        else if (settings.AppPassword.Any(char.IsWhiteSpace))
            yield return Problem("AppPassword", "it has a space in it", "the value of the client secret alone");
        if (!string.IsNullOrWhiteSpace(settings.TenantId) && !Guid.TryParseExact(settings.TenantId, "D", out _))
            yield return Problem("TenantId", "it is not a tenant's id", "the App Tenant ID from the Azure portal, or leave it out for a multi-tenant app");
    }

    private static IEnumerable<SettingProblem> Urls(AzureBotSettings settings)
    {
        foreach (var (name, url) in new[]
        {
            (nameof(settings.OpenIdMetadataUrl), settings.OpenIdMetadataUrl),
            (nameof(settings.EmulatorOpenIdMetadataUrl), settings.EmulatorOpenIdMetadataUrl),
            (nameof(settings.TokenUrl), settings.TokenUrl),
        })
        {
            if (!string.IsNullOrWhiteSpace(url) && !IsSafe(url))
                yield return Problem(name, "it is not a safe web address", "an address that starts with https://, or leave it out");
        }
    }

    private static IEnumerable<SettingProblem> Hosts(AzureBotSettings settings)
    {
        if (ReplyGate.HostsIn(settings.AllowedServiceHosts).Any(host => Uri.CheckHostName(host) == UriHostNameType.Unknown))
            yield return Problem("AllowedServiceHosts", "it is not a list of hosts", "host names with commas between, without https:// and paths");
    }

    private static IEnumerable<SettingProblem> Hubs(AzureBotSettings settings)
    {
        var hubs = AzureBotSettings.Listed(settings.HubChannels);
        if (!hubs.All(ActivityReader.IsChannelId))
            yield return Problem("HubChannels", "it is not a list of channels", "channel ids with commas between, such as the channelId that the hub's activities show");
        else if (hubs.Any(hub => OpenToAnybody.Contains(hub, StringComparer.OrdinalIgnoreCase)))
            yield return Problem("HubChannels", "one of these channels lets anybody send events, and so say that a person has taken over", "only channels on which nobody but the hub does");
    }

    private static bool IsSafe(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static SettingProblem Problem(string name, string wrong, string writeInstead) => new(Section + name, wrong, writeInstead);
}
