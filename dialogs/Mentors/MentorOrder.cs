using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Handoffs;

namespace MentorBot.Dialogs.Mentors;

/// <summary>What a mentor's text asks of us: TAKE, or TAKE A, or A: TAKE. Only a whole message counts, so "take the 12 bus" is none.</summary>
/// <param name="Command">Its name in <c>commands.yaml</c>, such as <c>mentor-take</c>.</param>
/// <param name="Tag">Which handoff, or null where he named none.</param>
internal sealed record MentorOrder(string Command, string? Tag)
{
    /// <summary>The order that a text is, or null.</summary>
    public static MentorOrder? In(string? text, Commands commands)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (Tags.TryRead(text, out var tag, out var rest)) return commands.RecogniseMentors(rest) is { } behind ? new(behind, tag) : null;
        if (commands.RecogniseMentors(text) is { } alone) return new(alone, null);
        var plain = Commands.Plain(text);
        var space = plain.LastIndexOf(' ');
        return space > 0 && Tags.Parse(plain[(space + 1)..]) is { } last && commands.RecogniseMentors(plain[..space]) is { } command ? new(command, last) : null;
    }
}
