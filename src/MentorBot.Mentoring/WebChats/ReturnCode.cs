using System.Collections.Frozen;
using System.Security.Cryptography;

namespace MentorBot.Mentoring.WebChats;

/// <summary>Three plain words that bring somebody back to her chat: "lantern otter maple". Easy to say, to spell and to write on the back of a hand.</summary>
/// <remarks>
/// Out of 2,048 words there are 8,589,934,592 codes (33 bits). That is few for a secret, so guesses are limited where they come in.
/// No two words are one slip of a finger apart, so a slip is put right without doubt.
/// </remarks>
public static class ReturnCode
{
    /// <summary>How many words a code has.</summary>
    public const int Length = 3;

    // Longer than any code that somebody could mean.
    private const int LongestTyped = 100;
    private const int ShortestMended = 4;

    private static readonly string[] All = Read();
    private static readonly FrozenSet<string> Known = All.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words that codes are made of, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Words => All;

    /// <summary>A code that nobody can foresee, its words with a space between.</summary>
    public static string New() => string.Join(' ', RandomNumberGenerator.GetItems<string>(All, Length));

    /// <summary>The code that somebody typed: capital letters, hyphens, dots and spaces do not count, nor does one slip of a finger in a word.</summary>
    /// <returns>Null if it is no code.</returns>
    public static string? Read(string? typed)
    {
        if (typed is null or { Length: > LongestTyped }) return null;
        var letters = string.Concat(typed.Select(c => char.IsLetter(c) ? char.ToLowerInvariant(c) : ' '));
        var words = letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Mend).ToList();
        return words.Count == Length && words.TrueForAll(word => word is not null) ? string.Join(' ', words) : null;
    }

    private static string? Mend(string word)
    {
        if (Known.Contains(word)) return word;
        if (word.Length < ShortestMended) return null;
        var near = Array.FindAll(All, known => IsOneSlip(word, known));
        return near is [var only] ? only : null;
    }

    // One letter changed, left out, put in, or swapped with the next.
    private static bool IsOneSlip(string one, string other)
    {
        if (one.Length > other.Length) (one, other) = (other, one);
        if (other.Length - one.Length > 1) return false;
        var same = one.AsSpan().CommonPrefixLength(other);
        var restOfOne = one.AsSpan(same);
        var restOfOther = other.AsSpan(same);
        if (restOfOther.IsEmpty) return false;
        if (restOfOne.Length < restOfOther.Length) return restOfOne.SequenceEqual(restOfOther[1..]);
        return restOfOne[1..].SequenceEqual(restOfOther[1..])
            || (restOfOne.Length > 1 && restOfOne[0] == restOfOther[1] && restOfOne[1] == restOfOther[0] && restOfOne[2..].SequenceEqual(restOfOther[2..]));
    }

    private static string[] Read()
    {
        using var reader = new StreamReader(typeof(ReturnCode).Assembly.GetManifestResourceStream("return-words.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
