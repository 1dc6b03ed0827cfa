using MentorBot.BotFramework;
using MentorBot.Dialogs.Concerns;
using MentorBot.Dialogs.ContactCentres;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>Asks mentors on their phones, wave by wave, and the hub that carries the conversation, if one does; lets mentors know when nobody need answer any more. In a turn of her conversation.</summary>
internal sealed class Rounds(Content content, Cards cards, Alarms alarms, HubCalls hub)
{
    private const string Closed = "Mentors.closed";
    private const string LeftHim = "Mentors.left";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Closed, LeftHim, .. Cards.Keys];

    /// <summary>Sends out the next wave. With the first of them a hub is asked as well.</summary>
    /// <returns>Whether there is hope: somebody was asked, or may still answer.</returns>
    public async Task<bool> AskAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        await hub.AskAsync(context, handoff, cancellationToken);
        return await AskMentorsAsync(context.Turn(), handoff, cancellationToken);
    }

    /// <summary>Sends out the next wave, to mentors alone.</summary>
    /// <returns>Whether there is hope, likewise.</returns>
    public async Task<bool> AskMentorsAsync(Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        var about = await cards.AboutAsync(turn, handoff, cancellationToken);
        var asked = await turn.OfferAsync(handoff, about, cancellationToken);
        var concern = handoff.IsUrgent ? await turn.FindConcernAsync(cancellationToken) : null;
        foreach (var mentor in asked.Where(mentor => mentor is { HearsByPhone: true, Phone: not null }))
            turn.Tell(mentor, concern is null ? cards.Offer(handoff, about, mentor.Phone!) : cards.OfferNow(handoff, alarms.KindIn(mentor.Phone!, concern), mentor.Phone!));
        return asked.Count > 0 || await turn.IsAnybodyAskedAsync(handoff, cancellationToken);
    }

    /// <summary>Somebody stops, or leaves in a hurry: what she asked for ends.</summary>
    /// <param name="turn">Her turn.</param>
    /// <param name="cry">What she wrote, where it was a cry for help: whoever holds her conversation reads it before he reads that she has left. Null for anything else.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task LeaveAsync(Turn turn, string? cry, CancellationToken cancellationToken)
    {
        if (await turn.FindHandoffAsync(cancellationToken) is not { } handoff) return;
        if (cry is not null && handoff.IsHeld) turn.NotePassed(handoff, new Passing(turn.MessageId, HidesContacts: true));
        if (cry is not null && handoff is { IsHeld: true, IsAtDesk: false, Mentor.Phone: { } phone })
            turn.Tell(handoff.Mentor, MentorLines.Plain($"{Cards.AliasOf(handoff)}: {Contacts.Hide(cry)}\n\n{content.Words.MessageIn(phone, LeftHim, ("alias", Cards.AliasOf(handoff))).Text}"));
        await EndAsync(turn, handoff, HandoffEnd.Left, isTold: cry is not null, cancellationToken);
    }

    /// <summary>She needs nobody any more: whoever holds it, or was asked, is told so kindly, and not why.</summary>
    public Task EndAsync(Turn turn, Handoff handoff, HandoffEnd ending, CancellationToken cancellationToken) => EndAsync(turn, handoff, ending, isTold: false, cancellationToken);

    private async Task EndAsync(Turn turn, Handoff handoff, HandoffEnd ending, bool isTold, CancellationToken cancellationToken)
    {
        var holder = handoff.IsHeld && !isTold ? handoff.Mentor : null;
        foreach (var mentor in await turn.EndAsync(handoff, ending, cancellationToken))
            turn.TellAsked(content.Words, mentor, Closed, ("tag", handoff.Tag));
        if (holder is not null) turn.TellHolder(content.Words, handoff, LeftHim, ("alias", Cards.AliasOf(handoff)));
    }
}
