using MentorBot.BotFramework;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>An outside hub is asked for a person too, and answers. In turns of her conversation, which it carries.</summary>
public static class HubAnswers
{
    private const string Failed = "handoff.hub-failed";

    /// <summary>It is asked. Whoever takes her first has her: should that be a mentor before this has left, it never leaves.</summary>
    /// <param name="turn">Her turn.</param>
    /// <param name="handoff">What she asked for.</param>
    /// <param name="initiation">The event that asks.</param>
    public static void AskHub(this Turn turn, Handoff handoff, Activity initiation)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        handoff.AskHub();
        turn.Record("handoff.hub-asked", handoff.Tag);
        turn.SayIn(turn.Conversation, initiation);
    }

    /// <summary>A person of the hub takes her: the floor is his from the commit of this turn on, as it would be a mentor's.</summary>
    /// <returns>The mentors who were asked too; null if a mentor has her, it is over, or the hub was not asked.</returns>
    public static async Task<IReadOnlyList<Mentor>?> TakeOutsideAsync(this Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        if (!handoff.CanBeTaken || !handoff.IsHubAsked || turn.Conversation.Floor == Floor.Nobody) return null;
        handoff.GoOutside(turn.Now, backAt: turn.Now + Holding.QuietFor);
        turn.Record("handoff.taken-outside", handoff.Tag);
        return await Taking.CloseOffersAsync(turn, handoff, cancellationToken);
    }

    /// <summary>She writes while a person of the hub has her: the bot does not come back meanwhile.</summary>
    public static void NoteSpokeOutside(this Turn turn, Handoff handoff)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        handoff.StayOutside(backAt: turn.Now + Holding.QuietFor);
    }

    /// <summary>The hub has nobody: from now on it is asked no more.</summary>
    public static void LoseHub(this Turn turn, Handoff handoff)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        handoff.LoseHub();
        turn.Record(Failed, handoff.Tag);
    }

    /// <summary>The hub's person is gone without having finished: it goes round again, among mentors.</summary>
    public static void ReturnFromOutside(this Turn turn, Handoff handoff)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        handoff.Return(nextAt: turn.Now);
        turn.Record(Failed, handoff.Tag);
    }

    /// <summary>The hub gave her a person too late: it is told so, that he need not come.</summary>
    public static void RefuseHub(this Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        turn.Announce(turn.Conversation, HandoffStates.Failed, "too-late");
    }
}
