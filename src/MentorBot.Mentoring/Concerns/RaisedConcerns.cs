using MentorBot.Mentoring.Messages;

namespace MentorBot.Mentoring.Concerns;

/// <summary>Notes that somebody gave us reason to worry for her.</summary>
/// <remarks>
/// It is noted in the turn's transaction, so that no concern is answered without being noted, or noted without being answered. Nobody is called by it yet:
/// what she reads promises no person.
/// </remarks>
public static class RaisedConcerns
{
    /// <summary>The name of the event. Its subject is the kind; never words.</summary>
    public const string Raised = "concern.raised";

    /// <summary>Notes a concern in the turn that heard it.</summary>
    public static void RaiseConcern(this Turn turn, ConcernKind kind)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(kind);
        turn.Record(Raised, kind.Id);
    }
}
