namespace MentorBot.Mentoring.Groups;

/// <summary>A question that somebody with a seat texted for the mentor of a group session. Her message is its only memory: its words are erased with it.</summary>
public sealed class GroupQuestion
{
    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>Who asks, and in which session.</summary>
    public long ParticipantId { get; init; }

    /// <summary>She herself; null where a query did not ask for her.</summary>
    public Participant? Participant { get; init; }

    /// <summary>The accepted message.</summary>
    public long MessageId { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}
