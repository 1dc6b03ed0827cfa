namespace MentorBot.Mentoring.Groups;

/// <summary>A seat of a group session, once it was given to somebody. No number of a session is there twice, by the key of its table, so that whatever reads or races, no seat is given to two.</summary>
/// <remarks>What is given back stays as an empty one, and goes to whoever comes next.</remarks>
public sealed class Seat
{
    /// <summary>Of which session.</summary>
    public long SessionId { get; init; }

    /// <summary>Its number, from 1 on.</summary>
    public int Number { get; init; }

    /// <summary>Who has it, by her number; null while it is empty. Nobody has two.</summary>
    public long? ParticipantId { get; private set; }

    /// <summary>She herself; likewise.</summary>
    public Participant? Participant { get; private set; }

    /// <summary>Gives it to somebody, or to nobody.</summary>
    internal void GiveTo(Participant? participant)
    {
        Participant = participant;
        // A newcomer has no number before she is stored.
        ParticipantId = participant is { Id: > 0 } known ? known.Id : null;
    }
}
