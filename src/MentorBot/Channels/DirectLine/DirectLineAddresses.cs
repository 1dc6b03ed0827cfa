using MentorBot.Channels.WebChat;

namespace MentorBot.Channels.DirectLine;

/// <summary>The addresses that we hand out: always on the host that the client called, for it is known to reach us.</summary>
internal sealed class DirectLineAddresses(ChatTokens tokens, WebChatSettings settings)
{
    /// <summary>Where everything is.</summary>
    public const string Root = "/v3/directline";

    private readonly Uri? _public = Uri.TryCreate(settings.PublicUrl, UriKind.Absolute, out var url) ? url : null;

    /// <summary>The base of all addresses, as this client reaches us: scheme, host and what a proxy put before the path.</summary>
    public string BaseOf(HttpRequest request) => $"{(IsSecure(request) ? "https" : "http")}://{request.Host}{request.PathBase}";

    /// <summary>Where to open a socket within the next minute. It begins after the watermark.</summary>
    public string StreamOf(HttpRequest request, ChatPass pass, string? watermark) =>
        $"ws{BaseOf(request)["http".Length..]}{Root}/conversations/{pass.ConversationId}/stream?watermark={Uri.EscapeDataString(watermark ?? "")}&t={tokens.Issue(pass, ChatTokenUse.Stream)}";

    /// <summary>Tells where the files of a chat are, by their ids. One token opens them all; none is made if there is no file.</summary>
    public Func<string, string> FilesOf(string baseAddress, ChatPass pass)
    {
        var token = new Lazy<string>(() => tokens.Issue(pass, ChatTokenUse.Attachment));
        return id => $"{baseAddress}{Root}/attachments/{pass.ConversationId}/{id}?t={token.Value}";
    }

    // A proxy that does HTTPS for us may not say so; PublicUrl does.
    private bool IsSecure(HttpRequest request) =>
        request.IsHttps || (_public is { Scheme: "https" } && string.Equals(_public.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
