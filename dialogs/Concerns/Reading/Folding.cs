using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace MentorBot.Dialogs.Concerns.Reading;

/// <summary>What somebody wrote as bare words in small letters, however she wrote them.</summary>
internal static class Folding
{
    /// <summary>Stands among the words where a sentence ends.</summary>
    public const string End = ".";

    // How laughter is spelled in the lists of signs.
    private const string Laughter = "lol";
    private static readonly string[] Laughing = ["\U0001F602", "\U0001F923", "\U0001F606", "\U0001F639", "\U0001F480"];

    // One word is no sentence: "I. want. to. die."
    private const int FewestWords = 2;

    private const string Apostrophes = "'`\u00B4\u2018\u2019\u02BC\u2032\uFF07";

    /// <summary>The words, and where sentences end. Accents, apostrophes and invisible characters are gone; letters of other alphabets that look like ours are ours.</summary>
    public static List<string> Words(string text)
    {
        text = WithLaughter(text);
        var words = new List<string>();
        var word = new StringBuilder();
        var began = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = Lookalike(text[at]);
            if (char.IsLetterOrDigit(letter) || IsMaskedLetter(text, at)) word.Append(letter);
            else if (!IsSilent(text, at)) Finish(words, word, EndsSentence(text, at), ref began);
        }
        Finish(words, word, ends: false, ref began);
        return words;
    }

    // Faces that laugh, and the skull of "I'm dead" with them, are a word: "I'm dying 😂" is no cry.
    private static string WithLaughter(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD83D', '\uD83E')) return text;
        foreach (var face in Laughing) text = text.Replace(face, $" {Laughter} ", StringComparison.Ordinal);
        return text;
    }

    private static void Finish(List<string> words, StringBuilder word, bool ends, ref int began)
    {
        if (word.Length > 0) words.Add(word.ToString());
        word.Clear();
        if (!ends) return;
        if (words.Count - began >= FewestWords) words.Add(End);
        began = words.Count;
    }

    // A full stop in a row of them is a pause, and one before a letter is no end either.
    private static bool EndsSentence(string text, int at) => text[at] switch
    {
        '\n' or ';' => true,
        '.' or '!' or '?' => (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])) && (at == 0 || text[at - 1] != '.'),
        _ => false,
    };

    // What stands for a letter inside a word: k*ll, c@n, ki$$. It is read by the lexicon.
    private static bool IsMaskedLetter(string text, int at) =>
        text[at] is '*' or '@' or '$' or '!' && at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && (char.IsLetter(text[at + 1]) || text[at + 1] == text[at]);

    private static bool IsSilent(string text, int at) => Apostrophes.Contains(text[at], StringComparison.Ordinal)
        || CharUnicodeInfo.GetUnicodeCategory(text[at]) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static char Lookalike(char letter)
    {
        if (letter is >= '\uFF01' and <= '\uFF5E') letter = (char)(letter - 0xFEE0);
        if (letter < 0x80) return char.ToLowerInvariant(letter);
        return Lookalikes.GetValueOrDefault(char.ToLowerInvariant(letter), char.ToLowerInvariant(letter));
    }

    private static readonly FrozenDictionary<char, char> Lookalikes = Pairs(
        "àáâãäåāăą ç ćč ď èéêëēėęě ğ ìíîïīıį ł ñńň òóôõöøōő ŕř śšş ťţ ùúûüūůűų ŵẁẃẅ ýÿŷỳ źżž",
        "aaaaaaaaa c cc d eeeeeeee g iiiiiii l nnn oooooooo rr sss tt uuuuuuuu wwww yyyy zzz",
        "авеһікмнорстухуѕјԁɡ", "abehikmhopctyxysjdg");

    private static FrozenDictionary<char, char> Pairs(string accented, string bare, string foreign, string ours) =>
        (accented + foreign).Zip(bare + ours).DistinctBy(pair => pair.First).ToFrozenDictionary(pair => pair.First, pair => pair.Second);
}
