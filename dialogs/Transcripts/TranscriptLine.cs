namespace MentorBot.Dialogs.Transcripts;

/// <summary>One thing that happened in a talk.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Text">What was said, the event with its subject, the channel, or how much time went by. Lines are parted by <c>\n</c>.</param>
public sealed record TranscriptLine(TranscriptLineKind Kind, string Text)
{
    private static readonly Dictionary<string, TimeSpan> Units = new(StringComparer.Ordinal)
    {
        ["second"] = TimeSpan.FromSeconds(1),
        ["minute"] = TimeSpan.FromMinutes(1),
        ["hour"] = TimeSpan.FromHours(1),
        ["day"] = TimeSpan.FromDays(1),
    };

    /// <summary>How long a <c>~ wait 2 days</c> is; nothing for any other line.</summary>
    public TimeSpan? Wait =>
        Kind == TranscriptLineKind.Meanwhile && Text.Split(' ') is ["wait", var count, var unit]
        && int.TryParse(count, out var times) && Units.TryGetValue(unit.TrimEnd('s'), out var length) ? length * times : null;

    /// <summary>Says the kind, and nothing of what was said.</summary>
    public override string ToString() => Kind.ToString();
}

/// <summary>The kinds of lines in a transcript.</summary>
public enum TranscriptLineKind
{
    /// <summary><c>#</c>: a note for whoever reads it; or an empty line.</summary>
    Note,

    /// <summary><c>&gt;</c>: what the mentee sent.</summary>
    Heard,

    /// <summary><c>&lt;</c>: what was sent to her.</summary>
    Said,

    /// <summary><c>!</c>: an event that was recorded, and its subject.</summary>
    Recorded,

    /// <summary><c>@</c>: from here on she is in her talk by another channel, such as <c>telegram</c>.</summary>
    Channel,

    /// <summary><c>~</c>: what went on meanwhile, such as <c>wait 2 days</c>.</summary>
    Meanwhile,
}
