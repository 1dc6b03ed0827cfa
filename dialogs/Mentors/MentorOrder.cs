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
        if (Tags.TryRead(text, out var tag, out var rest)) return commands.RecogniseMentors(rest) is { } behind ? new(behind, tag) : null;
        return WithoutWords(text, commands) ?? WithWords(text, commands);
    }

    private static MentorOrder? WithWords(string text, Commands commands)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var order = colon < 0 ? null : WithoutWords(text[..colon], commands);
        var words = text[(colon + 1)..].Trim();
        return order is { Command: Note or Pass } && words.Length > 0 ? order with { Words = words } : null;
    }

    private static MentorOrder? WithoutWords(string text, Commands commands)
    {
        if (commands.RecogniseMentors(text) is { } alone) return new(alone, null);
        var plain = Commands.Plain(text);
        var space = plain.LastIndexOf(' ');
        return space > 0 && Tags.Parse(plain[(space + 1)..]) is { } last && commands.RecogniseMentors(plain[..space]) is { } command ? new(command, last) : null;
    }
}
