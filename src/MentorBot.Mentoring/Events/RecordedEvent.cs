using MentorBot.Mentoring.Mentees;

namespace MentorBot.Mentoring.Events;

/// <summary>Something that happened, without content: what outcomes are counted from and what tests look for.</summary>
public sealed class RecordedEvent
{
    /// <summary>The name of the event that a mentee told us, or her provider, to stop.</summary>
    public const string MenteeStopped = "mentee.stopped";

    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>What happened, past tense, such as <c>tip.sent</c>.</summary>
    public required string Name { get; init; }

    /// <summary>To what: a course's or tip's id, a language. Never words of a mentee, never an address.</summary>
    public string? Subject { get; init; }

    /// <summary>In which scheme.</summary>
    public int SchemeId { get; init; }

    /// <summary>To whom it happened.</summary>
    public long MenteeId { get; init; }

    /// <summary>Her, where a turn has just recorded it and she may have no number yet; null once it is read back.</summary>
    public Mentee? Mentee { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; init; }
}
