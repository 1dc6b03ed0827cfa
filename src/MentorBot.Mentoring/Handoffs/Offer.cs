using MentorBot.Mentoring.Mentors;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>A mentor was asked whether he takes a handoff.</summary>
public sealed class Offer
{
    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>What he was offered.</summary>
    public long HandoffId { get; init; }

    /// <summary>The handoff itself; null where a query did not ask for it.</summary>
    public Handoff? Handoff { get; init; }

    /// <summary>Who was asked.</summary>
    public int MentorId { get; init; }

    /// <summary>He himself; null where a query did not ask for him.</summary>
    public Mentor? Mentor { get; init; }

    /// <summary>In which wave, counted up from 1.</summary>
    public int Wave { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset OfferedAt { get; init; }

    /// <summary>What he answered.</summary>
    public OfferAnswer Answer { get; set; }
}

/// <summary>What became of an offer.</summary>
public enum OfferAnswer
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>He took it.</summary>
    Taken,

    /// <summary>He said no, or passed it on: he is not asked again.</summary>
    Declined,

    /// <summary>Somebody else took it, or it ended.</summary>
    Closed,
}
