namespace MentorBot.Channels.AzureBot;

/// <summary>What only the Emulator's tokens must hold: they are tokens of our own app, from Microsoft Entra, for our own app.</summary>
internal sealed class EmulatorRules(AzureBotSettings settings)
{
    // The tenants in which Microsoft keeps bots: botframework.com, and microsoft.com.
    private static readonly string[] MicrosoftsTenants = ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a"];

    private const string VersionOne = "https://sts.windows.net/";
    private const string VersionTwo = "https://login.microsoftonline.com/";

    /// <summary>Every issuer that is allowed: the tenants above and our own, in both versions.</summary>
    public IReadOnlyList<string> Issuers { get; } =
    [
        .. from tenant in MicrosoftsTenants.Append(settings.TenantId?.ToLowerInvariant())
           where tenant is not null
           from issuer in new[] { $"{VersionOne}{tenant}/", $"{VersionTwo}{tenant}/v2.0" }
           select issuer,
    ];

    /// <summary>Whether an issuer is of the kind that these rules judge.</summary>
    public static bool MayBe(string issuer) =>
        issuer.StartsWith(VersionOne, StringComparison.Ordinal) || issuer.StartsWith(VersionTwo, StringComparison.Ordinal);

    /// <summary>What is wrong with the claims, or null. A token that another app got for ours comes from a bot that wants to use us as its skill.</summary>
    public string? Fault(string? version, Func<string, string?> claim)
    {
        var app = version switch
        {
            "1.0" => claim("appid"),
            "2.0" => claim("azp"),
            _ => null,
        };
        return string.Equals(app, settings.AppId, StringComparison.OrdinalIgnoreCase) && app is not null ? null : "app-id";
    }
}
