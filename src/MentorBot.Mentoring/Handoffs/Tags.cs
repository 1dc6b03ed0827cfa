using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>The short names by which mentors tell open handoffs apart in a text: A to Z, then A2 to Z2, and so on.</summary>
public static class Tags
{
    private const int MostRounds = 99;

    /// <summary>All of them, the shortest first.</summary>
    internal static IEnumerable<string> All =>
        from round in Enumerable.Range(1, MostRounds)
        from letter in Enumerable.Range('A', 26)
        select round == 1 ? ((char)letter).ToString() : string.Create(CultureInfo.InvariantCulture, $"{(char)letter}{round}");

    /// <summary>Those that concerns begin with, and no handoff: A1 to Z1, then A01 to Z01, and so on; and when all are taken, any.</summary>
    internal static IEnumerable<string> OfConcerns => OfConcernsAlone.Concat(All);

    private static IEnumerable<string> OfConcernsAlone =>
        from round in Enumerable.Range(0, 10)
        from letter in Enumerable.Range('A', 26)
        select string.Create(CultureInfo.InvariantCulture, $"{(char)letter}{(round == 0 ? "1" : $"0{round}")}");

    /// <summary>Reads <c>A: the rest</c>.</summary>
    /// <param name="text">What a mentor wrote.</param>
    /// <param name="tag">The tag, in capitals.</param>
    /// <param name="rest">What stands behind the colon.</param>
    public static bool TryRead(string text, [NotNullWhen(true)] out string? tag, [NotNullWhen(true)] out string? rest)
    {
        ArgumentNullException.ThrowIfNull(text);
        (tag, rest) = (null, null);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || Parse(text[..colon]) is not { } found) return false;
        (tag, rest) = (found, text[(colon + 1)..].Trim());
        return true;
    }

    /// <summary>The tag that a word is, in capitals; null if it is none.</summary>
    public static string? Parse(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var tag = word.Trim().ToUpperInvariant();
        var isTag = tag.Length is >= 1 and <= 3 && char.IsAsciiLetterUpper(tag[0]) && tag.Skip(1).All(char.IsAsciiDigit);
        return isTag ? tag : null;
    }
}
