using MentorBot.Channels.WebChat;

namespace MentorBot.FrontPage;

/// <summary>Tells a form of our own page from one that another site made its visitor send.</summary>
/// <remarks>
/// A token in the form would need a cookie of its own beside the chat's, so the browser's word is taken instead: <c>Sec-Fetch-Site</c>, which no page can write; where an old browser
/// does not send it, <c>Origin</c>; and where that is missing too, <c>Referer</c>. The page asks for referrers to itself (<c>same-origin</c>), without which a form's origin would be "null".
/// What says nothing at all is no browser of a visitor, and is refused.
/// </remarks>
internal static class OwnOrigin
{
    public static bool Sent(HttpRequest request, WebChatSettings settings)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site == "same-origin";
        var origin = request.Headers.Origin.ToString();
        return IsOurs(origin.Length > 0 ? origin : request.Headers.Referer.ToString(), request, settings);
    }

    // The scheme and the host may have been changed on the way, by a proxy that does not say so.
    private static bool IsOurs(string address, HttpRequest request, WebChatSettings settings) =>
        Uri.TryCreate(address, UriKind.Absolute, out var from)
        && (Same(from.Authority, request.Host.Value) || (Uri.TryCreate(settings.PublicUrl, UriKind.Absolute, out var ours) && Same(from.Authority, ours.Authority)));

    private static bool Same(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
