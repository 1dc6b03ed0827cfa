using MentorBot.Mentoring.Mentors;

namespace MentorBot.Mentoring.Concerns;

/// <summary>Somebody was to be alerted of a concern. It is written once and never changed.</summary>
public sealed class ConcernAlert
{
    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>Of what.</summary>
    public long ConcernId { get; init; }

    /// <summary>The concern itself; null where a query did not ask for it.</summary>
    public RaisedConcern? Concern { get; init; }

    /// <summary>Who.</summary>
    public int MentorId { get; init; }

    /// <summary>He himself; null where a query did not ask for him.</summary>
    public Mentor? Mentor { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Whether he was told on his own phone: he has one that takes our messages.</summary>
    public bool WasTold { get; init; }

    /// <summary>Whether he was told at the desk: he had a page of it open.</summary>
    public bool WasShown { get; init; }
}
