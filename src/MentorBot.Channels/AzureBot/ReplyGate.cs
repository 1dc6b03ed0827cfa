namespace MentorBot.Channels.AzureBot;

/// <summary>How a caller proved who it is, and so how far the address that it gives for replies can be trusted.</summary>
internal enum CallerProof
{
    /// <summary>By a token of the Bot Framework, which names the address: replies carry our token there.</summary>
    Signed,

    /// <summary>The same, for a channel that the operator names as a hub: it is asked for a person, and believed when it says that one is there.</summary>
    Hub,

    /// <summary>By a token of our own app, as the Emulator has. It names no address, so replies and our token go to allowed hosts only.</summary>
    Emulator,

    /// <summary>By nothing but being on a developer's own machine: replies stay on it and carry no token.</summary>
    Anonymous,
}

/// <summary>Decides where replies may go. It is asked when a message is accepted, and again when one is sent.</summary>
/// <remarks>Our token is as good as our name: whoever gets it can write to everybody as MentorBot, until it runs out an hour later.</remarks>
internal sealed class ReplyGate(AzureBotSettings settings)
{
    private readonly HashSet<string> _hosts = new(HostsIn(settings.AllowedServiceHosts), StringComparer.OrdinalIgnoreCase);

    /// <summary>The hosts in a setting.</summary>
    public static IEnumerable<string> HostsIn(string? list) => AzureBotSettings.Listed(list);

    /// <summary>A base that replies could be posted to, or null: it is https, or on this machine, and nothing but a place.</summary>
    public static Uri? Read(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) ? uri : null;

    /// <summary>Whether a reply may go there, given how its address was proved.</summary>
    public bool MayAnswer(CallerProof proof, Uri there) => proof switch
    {
        CallerProof.Signed or CallerProof.Hub => settings.IsConfigured,
        CallerProof.Emulator => settings.IsConfigured && (_hosts.Contains(there.IdnHost) || (settings.IsDevelopment && there.IsLoopback)),
        _ => settings is { IsConfigured: false, IsDevelopment: true } && there.IsLoopback,
    };
}
