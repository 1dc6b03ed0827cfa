namespace MentorBot.Mentoring.Concerns;

/// <summary>Somebody read the words of a concern, and why. It is written before the words are shown, and never changed: the database's own context refuses to.</summary>
public sealed class ConcernReading
{
    /// <summary>The longest <see cref="Reader"/>.</summary>
    public const int LongestReader = 100;

    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>What was read.</summary>
    public long ConcernId { get; init; }

    /// <summary>The concern itself; null where a query did not ask for it.</summary>
    public RaisedConcern? Concern { get; init; }

    /// <summary>Who read: an account's id, never a number.</summary>
    public required string Reader { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Why, in the reader's words; sealed, for it may say something about her.</summary>
    public required byte[] SealedReason { get; init; }
}
