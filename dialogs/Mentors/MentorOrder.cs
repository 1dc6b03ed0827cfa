using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Handoffs;

namespace MentorBot.Dialogs.Mentors;

/// <summary>What a mentor's text asks of us: TAKE, or TAKE A, or A: TAKE. Only a whole message counts, so "take the 12 bus" is none; NOTE and PASS may have words behind a colon, as in <c>PASS A: better at printers than I am</c>.</summary>
/// <param name="Command">Its name in <c>commands.yaml</c>, such as <c>mentor-take</c>.</param>
/// <param name="Tag">Which handoff, or null where he named none.</param>
internal sealed record MentorOrder(string Command, string? Tag)
{
    /// <summary>The command by which he notes something.</summary>
    public const string Note = "mentor-note";

    /// <summary>The command by which he passes something on.</summary>
    public const string Pass = "mentor-pass";

    /// <summary>What he added behind a colon, for other mentors; null if nothing.</summary>
    public string? Words { get; private init; }

    /// <summary>The order that a text is, or null.</summary>
    public static MentorOrder? In(string? text, Commands commands)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (Tags.TryRead(text, out var tag, out var rest)) return Behind(tag, rest, commands);
        return WithoutWords(text, commands) ?? WithWords(text, commands) ?? WithoutColon(text, commands) ?? UnclearNote(text, commands);
    }

    // A: TAKE, and A: NOTE: likes pictures.
    private static MentorOrder? Behind(string tag, string rest, Commands commands)
    {
        if (commands.RecogniseMentors(rest) is { } command) return new(command, tag);
        var (head, words) = Parted(rest);
        if (commands.RecogniseMentors(head) is Note or Pass) return new(commands.RecogniseMentors(head)!, tag) { Words = words };
        return BeginsWithNote(rest, commands) ? new(Note, tag) : null;
    }

    // Without the letter it may be for her: "Note: bring your charger", "Pass: sunshine".
    private static MentorOrder? WithWords(string text, Commands commands)
    {
        var (head, words) = Parted(text);
        return words is not null && WithoutWords(head, commands) is { Command: Note or Pass, Tag: not null } order ? order with { Words = words } : null;
    }

    // NOTE A likes pictures, and note a; likes pictures: plain enough. In capitals or with a mark behind it, for "note a good password" and "pass a message on" are for her.
    private static MentorOrder? WithoutColon(string text, Commands commands)
    {
        var parts = text.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var first, var letter, var words] || commands.RecogniseMentors(first) is not (Note or Pass)) return null;
        var bare = letter.TrimEnd(';', ',', '.', '-', '–');
        return Tags.Parse(bare) is { } tag && (bare == tag || bare != letter) ? new(commands.RecogniseMentors(first)!, tag) { Words = words } : null;
    }

    // NOTE: likes pictures. What she never should read does not go to her for want of a letter. The order has no words then, and he hears how it is written.
    private static MentorOrder? UnclearNote(string text, Commands commands)
    {
        return BeginsWithNote(text, commands) && text.TrimStart().IndexOf(':', StringComparison.Ordinal) == FirstWord(text).Length - 1 ? new(Note, null) : null;
    }

    private static bool BeginsWithNote(string text, Commands commands) => commands.RecogniseMentors(FirstWord(text).TrimEnd(':')) == Note;

    private static string FirstWord(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[0];

    private static (string Head, string? Words) Parted(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var words = colon < 0 ? "" : text[(colon + 1)..].Trim();
        return (colon < 0 ? text : text[..colon], words.Length > 0 ? words : null);
    }

    private static MentorOrder? WithoutWords(string text, Commands commands)
    {
        if (commands.RecogniseMentors(text) is { } alone) return new(alone, null);
        var plain = Commands.Plain(text);
        var space = plain.LastIndexOf(' ');
        return space > 0 && Tags.Parse(plain[(space + 1)..]) is { } last && commands.RecogniseMentors(plain[..space]) is { } command ? new(command, last) : null;
    }
}
