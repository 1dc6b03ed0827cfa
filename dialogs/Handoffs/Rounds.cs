using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>Asks mentors on their phones, wave by wave, and lets them know when nobody need answer any more. In a turn of her conversation.</summary>
internal sealed class Rounds(Content content, Cards cards)
{
    private const string Closed = "Mentors.closed";
    private const string LeftHim = "Mentors.left";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Closed, LeftHim, .. Cards.Keys];

    /// <summary>Sends out the next wave.</summary>
    /// <returns>Whether there is hope: somebody was asked, or may still answer.</returns>
    public async Task<bool> AskAsync(Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        var about = await cards.AboutAsync(turn, handoff, cancellationToken);
        var asked = await turn.OfferAsync(handoff, about, cancellationToken);
        foreach (var mentor in asked.Where(mentor => mentor.Phone is not null)) turn.Tell(mentor, cards.Offer(handoff, about, mentor.Phone!));
        return asked.Count > 0 || await turn.IsAnybodyAskedAsync(handoff, cancellationToken);
    }

    /// <summary>Somebody stops, or leaves in a hurry: what she asked for ends.</summary>
    public async Task LeaveAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await turn.FindHandoffAsync(cancellationToken) is { } handoff) await EndAsync(turn, handoff, HandoffEnd.Left, cancellationToken);
    }

    /// <summary>She needs nobody any more: whoever holds it, or was asked, is told so kindly, and not why.</summary>
    public async Task EndAsync(Turn turn, Handoff handoff, HandoffEnd ending, CancellationToken cancellationToken)
    {
        var holder = handoff.IsHeld ? handoff.Mentor : null;
        foreach (var mentor in await turn.EndAsync(handoff, ending, cancellationToken))
            turn.Tell(content.Words, mentor, Closed, ("tag", handoff.Tag));
        if (holder is not null) turn.Tell(content.Words, holder, LeftHim, ("alias", Cards.AliasOf(handoff)));
    }
}
