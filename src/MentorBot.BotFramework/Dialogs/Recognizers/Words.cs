using System.Text;

namespace MentorBot.BotFramework.Dialogs;

/// <summary>Splits what somebody wrote into words. Any string will do, however broken.</summary>
internal static class Words
{
    /// <summary>How much of a text is looked at. Nobody answers a question with more.</summary>
    public const int MostCharacters = 1000;

    private const string Accented = "âàáäåãêèéëîìíïôòóöõûùúüŵẁẃẅŷỳýÿñç";
    private const string Plain = "aaaaaaeeeeiiiiooooouuuuwwwwyyyync";
    private const string Kept = "#£%";
    private const string InsideNumbers = ".,:/-";

    public static List<Word> Split(string? text)
    {
        var words = new List<Word>();
        if (text is null)
            return words;
        var limit = Math.Min(text.Length, MostCharacters);
        var (at, end) = (0, -1);
        while (at < limit)
        {
            var start = at;
            if (ReadWord(text, limit, ref at) is { } word)
            {
                words.Add(new Word(word, start == end));
                end = at;
            }
            else if (words.Count > 0 && EndsClause(text, start))
            {
                words[^1] = words[^1] with { EndsClause = true };
            }
        }
        if (words.Count > 0)
            words[^1] = words[^1] with { EndsClause = true };
        return words;
    }

    // Reads a word, or goes past whatever is no word and gives null.
    private static string? ReadWord(string text, int limit, ref int at)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c) || BeginsNumber(text, limit, at))
            return ReadNumber(text, limit, ref at);
        if (char.IsLetter(c))
            return ReadLetters(text, limit, ref at);
        if (Kept.Contains(c, StringComparison.Ordinal))
            return text[at++..at];
        return Rune.TryGetRuneAt(text, at, out var rune) ? ReadSymbol(rune, ref at) : SkipOne(ref at);
    }

    // A minus or a point that nothing stands before.
    private static bool BeginsNumber(string text, int limit, int at) =>
        text[at] is '-' or '.' && at + 1 < limit && char.IsAsciiDigit(text[at + 1]) && (at == 0 || char.IsWhiteSpace(text[at - 1]));

    private static string ReadNumber(string text, int limit, ref int at)
    {
        var start = at++;
        while (at < limit && (char.IsAsciiDigit(text[at]) || IsInsideNumber(text, limit, at)))
            at++;
        return text[start..at];
    }

    private static bool IsInsideNumber(string text, int limit, int at) =>
        InsideNumbers.Contains(text[at], StringComparison.Ordinal) && at + 1 < limit && char.IsAsciiDigit(text[at + 1]);

    private static string ReadLetters(string text, int limit, ref int at)
    {
        var word = new StringBuilder();
        for (; at < limit; at++)
        {
            if (char.IsLetter(text[at]))
                word.Append(Folded(char.ToLowerInvariant(text[at])));
            else if (!IsApostrophe(text, limit, at))
                break;
        }
        return word.ToString();
    }

    private static bool IsApostrophe(string text, int limit, int at) =>
        text[at] is '\'' or '’' or '`' && at + 1 < limit && char.IsLetter(text[at + 1]);

    private static char Folded(char letter)
    {
        var accent = letter < 'À' ? -1 : Accented.IndexOf(letter, StringComparison.Ordinal);
        return accent < 0 ? letter : Plain[accent];
    }

    private static string? ReadSymbol(Rune rune, ref int at)
    {
        at += rune.Utf16SequenceLength;
        var isPicture = rune.Value is >= 0x2600 and <= 0x27BF or >= 0x1F000;
        var isSkinTone = rune.Value is >= 0x1F3FB and <= 0x1F3FF;
        return isPicture && !isSkinTone ? rune.ToString() : null;
    }

    private static string? SkipOne(ref int at)
    {
        at++;
        return null;
    }

    private static bool EndsClause(string text, int at) =>
        text[at] is '.' or ',' or ';' or ':' or '!' or '?' or '\n' or '(' or '–' or '—'
        || (text[at] == '-' && at > 0 && char.IsWhiteSpace(text[at - 1]));
}
