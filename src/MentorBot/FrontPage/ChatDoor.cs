using MentorBot.Channels.WebChat;

namespace MentorBot.FrontPage;

/// <summary>How somebody came to the page: by our own address, or inside a page of a site that may embed it.</summary>
/// <param name="Site">The door: <see cref="ChatPass.OwnSite"/>, or the origin of the embedding site.</param>
internal sealed record ChatDoor(string Site)
{
    /// <summary>What the embedding script adds to the address, with the origin of its page.</summary>
    public const string Parameter = "embed";

    /// <summary>Whether the page is inside another site's.</summary>
    public bool IsEmbedded => Site != ChatPass.OwnSite;

    /// <summary>The door that a request names. A site that may not embed us is nobody: its frame stays empty, for the page then forbids all frames.</summary>
    /// <remarks>The name need not be believed: the page allows itself to be shown inside this site's pages alone (<c>frame-ancestors</c>), and the browser sees to it.</remarks>
    public static ChatDoor Of(HttpRequest request, WebChatSettings settings)
    {
        var named = request.Query[Parameter].ToString();
        var allowed = settings.Origins.FirstOrDefault(origin => string.Equals(origin, named, StringComparison.OrdinalIgnoreCase));
        return new ChatDoor(allowed ?? ChatPass.OwnSite);
    }
}
