using System.Globalization;
using System.Security.Cryptography;
using MentorBot.Channels.DirectLine;
using Microsoft.AspNetCore.DataProtection;

namespace MentorBot.Desk;

/// <summary>Remembers in a browser, sealed, by which accounts somebody was at the desk there. It lets nobody in: wrong answers are counted by themselves there, so that whoever guesses elsewhere locks nobody out of his own browser.</summary>
/// <remarks>OWASP: Slow Down Online Guessing Attacks with Device Cookies.</remarks>
internal sealed class KnownBrowser(IDataProtectionProvider protection, DirectLineAddresses addresses)
{
    private const string Name = "desk-known";

    // A family's laptop.
    private const int MostAccounts = 5;

    private static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("MentorBot.KnownBrowser").ToTimeLimitedDataProtector();

    /// <summary>The accounts by which somebody was at the desk in this browser, the newest first.</summary>
    public IReadOnlyList<int> Read(HttpContext http)
    {
        if (!http.Request.Cookies.TryGetValue(Name, out var box) || box.Length == 0) return [];
        try
        {
            return [.. _protector.Unprotect(box).Split(' ').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
        }
        catch (CryptographicException)
        {
            // Made up, too old, or sealed with keys that are gone: as good as none.
            return [];
        }
    }

    /// <summary>Notes that somebody is at the desk in it.</summary>
    public void Note(HttpContext http, int accountId)
    {
        var known = Read(http);
        if (known.Contains(accountId)) return;
        var ids = string.Join(' ', known.Prepend(accountId).Take(MostAccounts).Select(id => id.ToString(CultureInfo.InvariantCulture)));
        http.Response.Cookies.Append(Name, _protector.Protect(ids, Lasts), new CookieOptions
        {
            Path = DeskAccess.Path,
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = addresses.BaseOf(http.Request).StartsWith("https:", StringComparison.Ordinal),
            MaxAge = Lasts,
            IsEssential = true,
        });
    }
}
