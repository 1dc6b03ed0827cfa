using System.Text.RegularExpressions;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>Finds what would let one side of a masked talk reach the other without us: a phone number, or an e-mail address.</summary>
public static partial class Contacts
{
    private const string Hidden = "...";

    /// <summary>Whether a text holds one.</summary>
    public static bool AreIn(string text) => Number().IsMatch(text) || Mail().IsMatch(text);

    /// <summary>The text without them.</summary>
    public static string Hide(string text) => Mail().Replace(Number().Replace(text, Hidden), Hidden);

    // Seven digits or more, however they are parted. A date or a price has fewer.
    [GeneratedRegex(@"\+?\d(?:[\s\-./()]*\d){6,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"[^\s@]+@[^\s@]+\.[^\s@]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mail();
}
