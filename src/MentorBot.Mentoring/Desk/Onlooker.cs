using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;

namespace MentorBot.Mentoring.Desk;

/// <summary>A second mentor looks on at a talk: he reads it and may note something, and does not write to her.</summary>
public sealed class Onlooker
{
    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>At which handoff.</summary>
    public long HandoffId { get; init; }

    /// <summary>The handoff itself; null where a query did not ask for it.</summary>
    public Handoff? Handoff { get; init; }

    /// <summary>Who looks on.</summary>
    public int MentorId { get; init; }

    /// <summary>He himself; null where a query did not ask for him.</summary>
    public Mentor? Mentor { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Until when; null while he may. At the latest until the talk ends, or somebody else takes it.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Counts changes.</summary>
    public int Version { get; private set; }

    /// <summary>He may look on, for the first time or again.</summary>
    internal void Join(DateTimeOffset now)
    {
        (Since, Until) = (now, null);
        Version++;
    }

    /// <summary>He looks on no more.</summary>
    internal void Leave(DateTimeOffset now)
    {
        Until = now;
        Version++;
    }
}
