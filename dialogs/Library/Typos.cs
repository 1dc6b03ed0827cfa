namespace MentorBot.Dialogs.Library;

/// <summary>Tells a slip of the finger from another word.</summary>
internal static class Typos
{
    // Up to here most slips make another word: "more" and "move".
    private const int LongestShortWord = 4;
    private const int ShortestWord = 3;

    /// <summary>Whether what was said is surely meant to be this word or phrase. Both are in capitals.</summary>
    public static bool IsNearly(string said, string wanted)
    {
        if (said.Length < ShortestWord || wanted.Length < ShortestWord || said == wanted) return false;
        if (IsSwap(said, wanted)) return true;
        if (said[0] != wanted[0]) return false;
        return wanted.Length > LongestShortWord ? IsOneEdit(said, wanted) : IsDoubled(said, wanted) || IsMissingInside(said, wanted);
    }

    /// <summary>Whether one letter is wrong, missing or too many, or two neighbours have changed places.</summary>
    public static bool IsOneEdit(string said, string wanted)
    {
        if (Math.Abs(said.Length - wanted.Length) > 1) return false;
        var start = said.AsSpan().CommonPrefixLength(wanted);
        var rest = said.AsSpan(start);
        var wantedRest = wanted.AsSpan(start);
        if (rest.Length < wantedRest.Length) return rest.SequenceEqual(wantedRest[1..]);
        if (rest.Length > wantedRest.Length) return rest[1..].SequenceEqual(wantedRest);
        return rest.Length == 0 || rest[1..].SequenceEqual(wantedRest[1..]) || IsSwap(said, wanted);
    }

    private static bool IsSwap(string said, string wanted)
    {
        var at = said.AsSpan().CommonPrefixLength(wanted);
        return said.Length == wanted.Length && at + 1 < said.Length
            && said[at] == wanted[at + 1] && said[at + 1] == wanted[at] && said.AsSpan(at + 2).SequenceEqual(wanted.AsSpan(at + 2));
    }

    private static bool IsDoubled(string said, string wanted)
    {
        var at = said.AsSpan().CommonPrefixLength(wanted);
        return said.Length == wanted.Length + 1 && said[at] == said[at - 1] && said.AsSpan(at + 1).SequenceEqual(wanted.AsSpan(at));
    }

    private static bool IsMissingInside(string said, string wanted) =>
        said.Length == wanted.Length - 1 && said[^1] == wanted[^1] && IsOneEdit(said, wanted);
}
