namespace MentorBot.Dialogs.Concerns.Reading;

/// <summary>How Welsh words begin after others: marw is farw too, and cyllell gyllell, chyllell and nghyllell.</summary>
internal static class Mutations
{
    private const int ShortestWord = 3;

    // The soft, the nasal and the aspirate mutation of each beginning; the longer beginnings first.
    private static readonly (string Beginning, string[] Others)[] Table =
    [
        ("ll", ["l"]), ("rh", ["r"]),
        ("p", ["b", "mh", "ph"]), ("t", ["d", "nh", "th"]), ("c", ["g", "ngh", "ch"]),
        ("b", ["f", "m"]), ("d", ["dd", "n"]), ("g", ["", "ng"]), ("m", ["f"]),
        ("a", ["ha"]), ("e", ["he"]), ("i", ["hi"]), ("o", ["ho"]), ("u", ["hu"]), ("y", ["hy"]),
    ];

    private const string Vowels = "aeiouwy";

    // These are letters of their own, and do not change.
    private static readonly string[] Fixed = ["ch", "dd", "ph", "th"];

    /// <summary>The other forms of a word.</summary>
    public static IEnumerable<string> Of(string word)
    {
        if (word.Length < ShortestWord || Array.Exists(Fixed, beginning => word.StartsWith(beginning, StringComparison.Ordinal))) return [];
        var (beginning, others) = Array.Find(Table, row => word.StartsWith(row.Beginning, StringComparison.Ordinal));
        return beginning is null ? [] : others.Select(other => other + word[beginning.Length..]);
    }

    /// <summary>A form by itself, and with what is said together with it after a vowel: anadlu'n, drysau'r.</summary>
    public static IEnumerable<string> WithEndings(string form) => form.Length > 0 && Vowels.Contains(form[^1]) ? [form, form + "n", form + "r"] : [form];
}
