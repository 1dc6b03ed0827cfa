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
    public int Wave { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset OfferedAt { get; private set; }

    /// <summary>What he answered.</summary>
    public OfferAnswer Answer { get; private set; }

    /// <summary>Counts changes: his answer and the closing never overwrite each other unseen.</summary>
    public int Version { get; private set; }

    /// <summary>He is asked, for the first time or again.</summary>
    internal void Ask(int wave, DateTimeOffset now)
    {
        (Wave, OfferedAt, Answer) = (wave, now, OfferAnswer.None);
        Version++;
    }

    /// <summary>He answered, or need not any more.</summary>
    internal void Note(OfferAnswer answer)
    {
        Answer = answer;
        Version++;
    }
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

    /// <summary>He took it and did not answer her in time: he is not asked again, but for a message that she left (<see cref="LeftMessages.AskSilentAgainAsync"/>).</summary>
    Silent,
}
