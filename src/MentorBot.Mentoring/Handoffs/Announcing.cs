using MentorBot.BotFramework;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>Tells programs how a handoff stands, by the Bot Framework's <c>handoff.status</c>: a hub, so that nobody of its own comes in vain, and what shows a chat. People never see it.</summary>
internal static class Announcing
{
    /// <summary>A mentor has taken it.</summary>
    public static void AnnounceTaken(this Turn turn, Handoff handoff) => turn.Announce(handoff.Conversation!, HandoffStates.Accepted);

    /// <summary>Nobody has it, or has it any more.</summary>
    /// <param name="turn">Any turn.</param>
    /// <param name="handoff">Which, as it was before.</param>
    /// <param name="why">A word for programs.</param>
    public static void AnnounceFailure(this Turn turn, Handoff handoff, string why)
    {
        // A hub that said itself that it has nobody waits for no news.
        if (IsInChat(handoff) || handoff.IsHubAsked || !handoff.CanBeTaken) turn.Announce(handoff.Conversation!, HandoffStates.Failed, why);
    }

    /// <summary>It is about to end.</summary>
    public static void AnnounceEnd(this Turn turn, Handoff handoff, HandoffEnd ending)
    {
        // Whoever left a chat is not followed, and one that fell silent is not begun anew by us.
        if (IsInChat(handoff) && ending is HandoffEnd.Left or HandoffEnd.WentQuiet) return;
        // The hub said so itself; and whether she still talks to its person only it can tell.
        if (handoff.State == HandoffState.Outside && ending is HandoffEnd.Done or HandoffEnd.WentQuiet) return;
        if (handoff.CanBeTaken) turn.AnnounceFailure(handoff, ending == HandoffEnd.Withdrawn ? "withdrawn" : "left");
        else turn.Announce(handoff.Conversation!, HandoffStates.Completed);
    }

    /// <summary>Says it in a conversation, whoever has the floor: it is not said to her.</summary>
    public static void Announce(this Turn turn, Conversation where, string state, string? why = null) =>
        turn.SayIn(where, EventFactory.CreateHandoffStatus(new ConversationAccount(Convert.ToHexString(where.Key)), state, why), Speaker.Notice);

    private static bool IsInChat(Handoff handoff) => handoff.Conversation!.Address!.Channel == Channels.WebChat;
}
