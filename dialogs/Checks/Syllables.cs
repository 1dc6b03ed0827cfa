namespace MentorBot.Dialogs.Checks;

/// <summary>An estimate of the syllables of an English word, right for about nine words in ten.</summary>
/// <remarks>
/// It counts the runs of vowels, and takes one off for an ending that is written and not heard: the e of "take", "takes" and "filmed",
/// but not of "table", "wanted" or "boxes". Runs that are said as two ("quiet", "video") are counted as one.
/// </remarks>
internal static class Syllables
{
    private const string Vowels = "aeiouy";

    public static int In(string word)
    {
        var letters = word.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal);
        var runs = letters.Where((letter, at) => IsVowel(letter) && (at == 0 || !IsVowel(letters[at - 1]))).Count();
        return Math.Max(1, EndsSilently(letters) ? runs - 1 : runs);
    }

    private static bool EndsSilently(string word)
    {
        if (word.EndsWith("es", StringComparison.Ordinal)) return !EndsInOneOf(word[..^2], "s", "x", "z", "ch", "sh", "c", "g") && IsSilentE(word[..^1]);
        if (word.EndsWith("ed", StringComparison.Ordinal)) return !EndsInOneOf(word[..^2], "t", "d") && IsSilentE(word[..^1]);
        return word.EndsWith('e') && IsSilentE(word);
    }

    // The e of "table" is heard and the e of "while" is not: a consonant before the l makes the difference
    private static bool IsSilentE(string word) => word.Length > 2 && !IsVowel(word[^2]) && !(word[^2] == 'l' && !IsVowel(word[^3]));

    private static bool EndsInOneOf(string stem, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
            if (stem.EndsWith(ending, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static bool IsVowel(char letter) => Vowels.Contains(letter);
}
