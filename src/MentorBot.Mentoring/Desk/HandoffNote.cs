using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;

namespace MentorBot.Mentoring.Desk;

/// <summary>What a mentor noted about a handoff, for whoever holds it after him or looks on. She never sees it.</summary>
public sealed class HandoffNote
{
    /// <summary>The longest note, in characters.</summary>
    public const int Longest = 1_000;

    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>About what.</summary>
    public long HandoffId { get; init; }

    /// <summary>The handoff itself; null where a query did not ask for it.</summary>
    public Handoff? Handoff { get; init; }

    /// <summary>Who wrote it.</summary>
    public int MentorId { get; init; }

    /// <summary>He himself; null where a query did not ask for him.</summary>
    public Mentor? Mentor { get; init; }

    /// <summary>The words, sealed for this handoff; null once they were erased.</summary>
    public byte[]? Sealed { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}
