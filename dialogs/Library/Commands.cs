using System.Collections.Frozen;

namespace MentorBot.Dialogs.Library;

/// <summary>The words that a mentee may send at any time, whatever the conversation was about.</summary>
public sealed class Commands
{
    private readonly FrozenDictionary<string, string> _names;

    internal Commands(IReadOnlyList<CommandWord> words)
    {
        Words = words;
        _names = words.DistinctBy(word => Plain(word.Text)).ToFrozenDictionary(word => Plain(word.Text), word => word.Command);
    }

    internal IReadOnlyList<CommandWord> Words { get; }

    /// <summary>The name of the command that a whole message is, such as <c>menu</c>; nothing when it is none.</summary>
    /// <remarks>Every language is understood, whichever one we speak. Case, punctuation and spare spaces do not count.</remarks>
    public string? Recognise(string? text) => _names.GetValueOrDefault(Plain(text ?? ""));

    /// <summary>Letters, digits and single spaces only, in capitals: what two spellings of a command share.</summary>
    internal static string Plain(string text)
    {
        var kept = text.Where(letter => char.IsLetterOrDigit(letter) || char.IsWhiteSpace(letter)).Select(char.ToUpperInvariant);
        return string.Join(' ', string.Concat(kept).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>One way to say a command in one language.</summary>
/// <param name="Command">The command's name.</param>
/// <param name="Locale">The language.</param>
/// <param name="Text">What a mentee sends, in capitals.</param>
/// <param name="IsNamed">Whether it is the one that words name; the others are only understood.</param>
/// <param name="Place">The line of its language.</param>
internal sealed record CommandWord(string Command, string Locale, string Text, bool IsNamed, Place Place);
