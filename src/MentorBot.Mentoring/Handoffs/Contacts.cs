using System.Text.RegularExpressions;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>Finds what would let one side of a masked talk reach the other without us: a phone number, an e-mail address, a name on a network, or a link to one.</summary>
public static partial class Contacts
{
    private const string Hidden = "...";

    /// <summary>Whether a text holds one.</summary>
    public static bool AreIn(string text) => Number().IsMatch(text) || Mail().IsMatch(text) || Profile().IsMatch(text) || Handle().IsMatch(text);

    /// <summary>The text without them.</summary>
    public static string Hide(string text) => Handle().Replace(Profile().Replace(Mail().Replace(Number().Replace(text, Hidden), Hidden), Hidden), Hidden);

    // Seven digits or more, however they are parted; but for a date, as in 30/11/2026.
    [GeneratedRegex(@"(?<!\d|\d[/.\-])(?!\d{1,2}(?<mark>[/.\-])\d{1,2}\k<mark>\d{4}(?!\d))\+?\d(?:[\s\-./()]*\d){6,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"[^\s@]+@[^\s@]+\.[^\s@]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mail();

    // Only links that lead to somebody: "go to bbc.co.uk" is what mentors are there for.
    [GeneratedRegex(
        @"(?<!\w)(?:https?://)?(?:www\.)?(?:t\.me|wa\.me|m\.me|fb\.me|signal\.me|discord\.gg|instagram\.com|facebook\.com|snapchat\.com|tiktok\.com|twitter\.com|x\.com|linkedin\.com)/\S+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Profile();

    // "@home" and "@ 5pm" are how some people write "at"; a name is rarely so short.
    [GeneratedRegex(@"(?<![\w@.])@(?!home\b|work\b|school\b)[a-z][\w.]{2,}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Handle();
}
