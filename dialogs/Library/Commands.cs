using System.Globalization;
using System.Text;

namespace MentorBot.Dialogs.Library;

/// <summary>The words that a mentee may send at any time, whatever the conversation was about.</summary>
public sealed class Commands
{
    private const string Accented = "ÂÀÁÄÊÈÉËÎÌÍÏÔÒÓÖÛÙÚÜŴẀẂẄŶỲÝŸ";
    private const string Bare = "AAAAEEEEIIIIOOOOUUUUWWWWYYYY";

    private const string Exit = "exit";
    private const string Stop = "stop";
    private const string Polite = "polite";
    private const string Swearing = "swearing";
    private const string StopWithin = "stop-within";
    private const string SomebodyElse = "somebody-else";

    // Longer messages tell a story, in which these words are somebody's.
    private const int MostWordsAroundStop = 12;

    // What people put around a command without meaning anything else by it.
    private static readonly string[] Around = [Polite, "hello", "thanks", Swearing];

    // Lists of what mentors send on their own phones: to everybody else they mean what they always mean.
    private const string Mentors = "mentor-";

    // Lists of parts, which are no commands by themselves.
    private static readonly string[] Parts = [Swearing, StopWithin, SomebodyElse];

    private readonly ILookup<string, CommandWord> _bySpelling;
    private readonly List<string> _around;
    private readonly List<string> _polite;
    private readonly List<(string Padded, CommandWord Word)> _stopWithin;
    private readonly List<string> _somebodyElse;

    internal Commands(IReadOnlyList<CommandWord> words)
    {
        MentorWords = [.. words.Where(IsMentors)];
        Words = [.. words.Where(IsCommand)];
        _bySpelling = Words.ToLookup(word => Plain(word.Text));
        _around = PlainOf(words, Around);
        _polite = PlainOf(words, [Polite]);
        _stopWithin = [.. words.Where(word => word.Command == StopWithin).Select(word => (Padded(Plain(word.Text)), word with { Command = Stop }))];
        _somebodyElse = PlainOf(words, [SomebodyElse]).ConvertAll(Padded);
    }

    internal IReadOnlyList<CommandWord> Words { get; }

    /// <summary>The words that only mentors send.</summary>
    internal IReadOnlyList<CommandWord> MentorWords { get; }

    /// <summary>The name of the mentors' command that a whole message is, such as <c>mentor-take</c>. No slip counts: what he means for his mentee must not be taken for it.</summary>
    internal string? RecogniseMentors(string text)
    {
        var said = Plain(text);
        return MentorWords.FirstOrDefault(word => Plain(word.Text) == said)?.Command;
    }

    /// <summary>The word that names a mentors' command in a language.</summary>
    internal string MentorsNamed(string command, string locale) =>
        MentorWords.First(word => word.Command == command && word.IsNamed && word.Locale == Language.Of(locale)).Text;

    /// <summary>The name of the command that a whole message is, such as <c>menu</c>; nothing when it is none.</summary>
    /// <remarks>Every language is understood, whichever one we speak. Case, accents, punctuation, a please and one slip of a finger do not count.</remarks>
    public string? Recognise(string? text) => Find(text).FirstOrDefault()?.Command;

    /// <summary>Whether somebody wants to be gone at once. Typed in a hurry, and a reply may be seen: any word that can hardly be another is taken for it.</summary>
    public bool IsExit(string? text)
    {
        var said = Plain(text ?? "");
        return Recognise(text) == Exit || (said.StartsWith("EX", StringComparison.Ordinal) && Typos.IsOneEdit(said, "EXIT"));
    }

    /// <summary>The words for it, in capitals, in every language: for a page that cannot ask.</summary>
    public IReadOnlyList<string> ExitWords => [.. Words.Where(word => word.Command == Exit).Select(word => word.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>The language that a command was said in; nothing when it is none, or is said alike in several.</summary>
    internal string? LanguageOf(string? text) =>
        Find(text).Select(word => word.Locale).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;

    /// <summary>Whether a word is a command, and not one of the parts that are listed beside them.</summary>
    internal static bool IsCommand(CommandWord word) => !Parts.Contains(word.Command) && !IsMentors(word);

    private static bool IsMentors(CommandWord word) => word.Command.StartsWith(Mentors, StringComparison.Ordinal);

    private static List<string> PlainOf(IEnumerable<CommandWord> words, string[] lists) =>
        [.. words.Where(word => lists.Contains(word.Command)).Select(word => Plain(word.Text)).OrderByDescending(word => word.Length)];

    private IEnumerable<CommandWord> Find(string? text)
    {
        var said = Plain(text ?? "");
        if (_bySpelling.Contains(said)) return _bySpelling[said];
        var bare = Gist(said);
        if (_bySpelling.Contains(bare)) return _bySpelling[bare];
        if (StopsWithin(said) is { } stop) return [stop];
        if (Nearest(bare) is { Count: > 0 } near) return near;
        var calm = Calm(WithoutAny(bare, _polite));
        return calm == bare ? [] : _bySpelling.Contains(calm) ? _bySpelling[calm] : Nearest(calm);
    }

    /// <summary>What asks us to stop within a message, if it speaks of nobody else.</summary>
    private CommandWord? StopsWithin(string said)
    {
        if (said.Count(' ') >= MostWordsAroundStop) return null;
        var padded = Padded(said);
        var stop = _stopWithin.Find(phrase => padded.Contains(phrase.Padded, StringComparison.Ordinal)).Word;
        return stop is null || _somebodyElse.Exists(word => padded.Contains(word, StringComparison.Ordinal)) ? null : stop;
    }

    // Whole words are found between spaces.
    private static string Padded(string words) => $" {words} ";

    /// <summary>What is left of a message without a please, a hello or a thank you around it, and said once: see <see cref="Plain"/>.</summary>
    internal string Gist(string? text) => WithoutRepeats(WithoutPoliteness(Plain(text ?? "")));

    private string WithoutPoliteness(string said)
    {
        while (true)
        {
            var polite = _around.Find(word => Begins(said, word) || Ends(said, word));
            if (polite is null) return said;
            said = (Ends(said, polite) ? said[..^polite.Length] : said[polite.Length..]).Trim();
        }
    }

    private static bool Begins(string said, string word) => said.Length > word.Length && said[word.Length] == ' ' && said.StartsWith(word, StringComparison.Ordinal);

    private static bool Ends(string said, string word) => said.Length > word.Length && said[^(word.Length + 1)] == ' ' && said.EndsWith(word, StringComparison.Ordinal);

    private static string WithoutAny(string said, List<string> words) =>
        words.Aggregate(said, (left, word) => $" {left} ".Replace($" {word} ", " ", StringComparison.Ordinal).Trim());

    // Somebody who shouts holds a key down.
    private static string Calm(string said)
    {
        var calm = new StringBuilder(said.Length);
        for (var i = 0; i < said.Length; i++)
        {
            var isHeld = i > 0 && said[i] == said[i - 1] && ((i > 1 && said[i] == said[i - 2]) || (i + 1 < said.Length && said[i] == said[i + 1]));
            if (!isHeld) calm.Append(said[i]);
        }
        return calm.ToString();
    }

    private static string WithoutRepeats(string said) => said.Split(' ').Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : said;

    private List<CommandWord> Nearest(string said)
    {
        var near = _bySpelling.Where(spelling => Typos.IsNearly(said, spelling.Key)).SelectMany(spelling => spelling).ToList();
        return near.DistinctBy(word => word.Command).Count() == 1 ? near : [];
    }

    /// <summary>What two spellings of a command share: letters without accents, digits and single spaces, in capitals. A sign that stands alone is kept.</summary>
    internal static string Plain(string text)
    {
        var kept = string.Concat(text.Where(letter => char.IsLetterOrDigit(letter) || char.IsWhiteSpace(letter)).Select(Capital));
        var plain = string.Join(' ', kept.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return plain.Length > 0 ? plain : Sign(text);
    }

    private static char Capital(char letter)
    {
        var capital = char.ToUpperInvariant(letter);
        var accent = capital < 'À' ? -1 : Accented.IndexOf(capital, StringComparison.Ordinal);
        return accent < 0 ? capital : Bare[accent];
    }

    // A picture comes with or without its skin colour and its style.
    private static string Sign(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => rune.Value is not (>= 0x1F3FB and <= 0x1F3FF) && !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
        .Distinct());
}

/// <summary>One way to say a command in one language.</summary>
/// <param name="Command">The command's name.</param>
/// <param name="Locale">The language.</param>
/// <param name="Text">What a mentee sends, in capitals.</param>
/// <param name="IsNamed">Whether it is the one that words name; the others are only understood.</param>
/// <param name="Place">The line of its language.</param>
internal sealed record CommandWord(string Command, string Locale, string Text, bool IsNamed, Place Place);
