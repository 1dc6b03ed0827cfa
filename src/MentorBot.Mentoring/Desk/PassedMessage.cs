using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;

namespace MentorBot.Mentoring.Desk;

/// <summary>A mentor was given a message of hers. The desk shows these and nothing else that she wrote; the words themselves stay where they are, in the inbox, and are erased there.</summary>
public sealed class PassedMessage
{
    /// <summary>The database's number for it: later ones have higher numbers.</summary>
    public long Id { get; init; }

    /// <summary>In which handoff.</summary>
    public long HandoffId { get; init; }

    /// <summary>The handoff itself; null where a query did not ask for it.</summary>
    public Handoff? Handoff { get; init; }

    /// <summary>Who was given it: who comes after him does not see it.</summary>
    public int MentorId { get; init; }

    /// <summary>He himself; null where a query did not ask for him.</summary>
    public Mentor? Mentor { get; init; }

    /// <summary>Which message, by its number in the inbox.</summary>
    public long InboxId { get; init; }

    /// <summary>Whether numbers in it are left out: it was a cry for help, and she was not asked about them.</summary>
    public bool HidesContacts { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}
