using MentorBot.Mentoring.Messages;

namespace MentorBot.Mentoring.Mentees;

/// <summary>What came of showing a code.</summary>
/// <param name="Outcome">What.</param>
/// <param name="AskIn">The conversation that gave the code and has to be asked now; null where there is nothing to ask, or it was asked already.</param>
public sealed record LinkProof(LinkProofOutcome Outcome, Conversation? AskIn = null);

/// <summary>What can come of showing a code.</summary>
public enum LinkProofOutcome
{
    /// <summary>There is no such code, or no more.</summary>
    Wrong,

    /// <summary>It was given in this very conversation.</summary>
    Own,

    /// <summary>Both conversations have the same mentee.</summary>
    AlreadyLinked,

    /// <summary>It was shown in a third conversation before.</summary>
    Used,

    /// <summary>Whoever was given it has told us to stop since, or talks to a mentor.</summary>
    CannotAsk,

    /// <summary>It is right; what is missing is the yes of the other side.</summary>
    Proved,
}
