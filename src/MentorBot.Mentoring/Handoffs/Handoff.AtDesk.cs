namespace MentorBot.Mentoring.Handoffs;

/// <summary>The part of the desk in it: what a mentor does there and cannot do by phone.</summary>
public sealed partial class Handoff
{
    /// <summary>He goes on at the desk: what she writes need not go to his phone.</summary>
    internal void MoveToDesk()
    {
        if (IsAtDesk) return;
        IsAtDesk = true;
        Version++;
    }

    /// <summary>A second mentor may look on.</summary>
    internal void LetLookOn()
    {
        HasOnlookers = true;
        Version++;
    }

    /// <summary>He said how it went.</summary>
    internal void Note(HandoffOutcome outcome)
    {
        Outcome = outcome;
        Version++;
    }
}
