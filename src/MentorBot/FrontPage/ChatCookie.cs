using System.Globalization;
using System.Security.Cryptography;
using MentorBot.Channels.DirectLine;
using MentorBot.Channels.WebChat;
using Microsoft.AspNetCore.DataProtection;

namespace MentorBot.FrontPage;

/// <summary>Remembers on her device which chat somebody is in, until she closes the browser. It is the page's only cookie.</summary>
/// <remarks>
/// It holds the chat's id and site and the instant, sealed; after 90 days it is good for nothing, as her return code is. On our own page no other site can make a browser send it (SameSite=Lax). Inside another site's page it has to be sent there
/// (SameSite=None), and is kept apart for each such site (Partitioned). Where a browser takes no such cookies, the script keeps the same sealed words for as long as its tab
/// is open, and sends them in a header.
/// <para>
/// A script can neither read nor forget it. So whoever leaves while we cannot be reached leaves a mark beside it (<see cref="MarkOf"/>): the next time that the browser comes, whoever
/// holds it then, neither cookie counts and both are forgotten. Only who opens the browser's own tools meanwhile and takes the mark away gets back in.
/// </para>
/// </remarks>
internal sealed class ChatCookie(IDataProtectionProvider protection, WebChatSettings settings, DirectLineAddresses addresses, TimeProvider clock)
{
    /// <summary>The header of scripts that can keep no cookie.</summary>
    public const string Header = "X-Chat";

    private const string OwnName = "chat";
    private const string EmbeddedName = "chat-embedded";

    private const string MarkEnding = "-left";

    // Browsers that open again where they were closed keep the cookie of a session for as long as that goes on.
    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(90);

    private readonly IDataProtector _protector = protection.CreateProtector("MentorBot.ChatCookie");

    /// <summary>The chat that somebody is in; null if in none, or if she has left it.</summary>
    public ChatPass? Read(HttpContext http)
    {
        if (!HasLeft(http.Request)) return Find(http);
        Forget(http);
        return null;
    }

    /// <summary>The chat that is remembered, even if she has left it.</summary>
    public ChatPass? Find(HttpContext http)
    {
        var header = http.Request.Headers[Header].ToString();
        return Open(header.Length > 0 ? header : http.Request.Cookies[NameOf(http.Request)]);
    }

    /// <summary>Remembers a chat.</summary>
    /// <returns>What a script may keep in the cookie's place.</returns>
    public string Write(HttpContext http, ChatPass pass)
    {
        var box = _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{pass.ConversationId}\n{pass.Site}\n{clock.GetUtcNow().ToUnixTimeSeconds()}"));
        http.Response.Cookies.Append(NameOf(http.Request), box, Options(http.Request));
        return box;
    }

    /// <summary>Forgets it, and that she has left it.</summary>
    public void Forget(HttpContext http)
    {
        var options = Options(http.Request);
        options.Expires = DateTimeOffset.UnixEpoch;
        http.Response.Cookies.Append(NameOf(http.Request), "", options);
        if (!HasLeft(http.Request)) return;
        options.HttpOnly = false;
        http.Response.Cookies.Append(MarkNameOf(http.Request), "", options);
    }

    /// <summary>What the page's script sets as a cookie to say that she has left. It ends with the browser, as the chat's does.</summary>
    public string MarkOf(HttpRequest request)
    {
        var options = Options(request);
        options.HttpOnly = false;
        return options.CreateCookieHeader(MarkNameOf(request), "1").ToString();
    }

    private bool HasLeft(HttpRequest request) => request.Cookies.ContainsKey(MarkNameOf(request));

    private string MarkNameOf(HttpRequest request) => NameOf(request) + MarkEnding;

    private ChatPass? Open(string? box)
    {
        if (string.IsNullOrEmpty(box)) return null;
        try
        {
            return _protector.Unprotect(box).Split('\n') is [var id, var site, var written] && IsGood(written) ? ChatPasses.For(id, site) : null;
        }
        catch (CryptographicException)
        {
            // Made up, or sealed with keys that are gone: as good as none.
            return null;
        }
    }

    // By our own clock, which the framework's protector with a time limit does not ask.
    private bool IsGood(string written) =>
        long.TryParse(written, CultureInfo.InvariantCulture, out var seconds) && clock.GetUtcNow() < DateTimeOffset.FromUnixTimeSeconds(seconds) + GoodFor;

    private string NameOf(HttpRequest request) => IsEmbedded(request) ? EmbeddedName : OwnName;

    private bool IsEmbedded(HttpRequest request) => ChatDoor.Of(request, settings).IsEmbedded;

    private CookieOptions Options(HttpRequest request)
    {
        var isEmbedded = IsEmbedded(request);
        var options = new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            Path = "/",
            SameSite = isEmbedded ? SameSiteMode.None : SameSiteMode.Lax,
            Secure = isEmbedded || addresses.BaseOf(request).StartsWith("https:", StringComparison.Ordinal),
        };
        if (isEmbedded) options.Extensions.Add("Partitioned");
        return options;
    }
}

/// <summary>Makes the passes of people on our own page.</summary>
internal static class ChatPasses
{
    private const string Mentee = "dl_mentee";

    public static ChatPass Begin(string site) => ChatPass.Begin(site, Mentee);

    public static ChatPass For(string conversationId, string site) => new(conversationId, site, Mentee);
}
