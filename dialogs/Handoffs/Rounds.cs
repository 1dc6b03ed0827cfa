using MentorBot.BotFramework;
using MentorBot.Dialogs.Concerns;
using MentorBot.Dialogs.ContactCentres;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>Asks mentors on their phones, wave by wave, and the hub that carries the conversation, if one does; lets mentors know when nobody need answer any more. In a turn of her conversation.</summary>
internal sealed class Rounds(Content content, Cards cards, Alarms alarms, HubCalls hub)
{
    private const string Closed = "Mentors.closed";
    private const string ClosedOpen = "Mentors.closedOpen";
    private const string ClosedYours = "Mentors.closedYours";
    private const string OutsideOpen = "ContactCentres.lead";
    private const string LeftHim = "Mentors.left";
    private const string LeftOpen = "Mentors.leftOpen";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Closed, ClosedOpen, ClosedYours, OutsideOpen, LeftHim, LeftOpen, .. Cards.Keys];

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
        var concern = handoff.IsUrgent ? await turn.FindConcernAsync(cancellationToken) ?? await turn.FindUnheardConcernAsync(turn.Conversation, handoff.RequestedAt, cancellationToken) : null;
        foreach (var mentor in asked.Where(mentor => mentor is { HearsByPhone: true, Phone: not null }))
            turn.Tell(mentor, concern is null ? cards.Offer(handoff, handoff.IsUrgent ? null : about, mentor.Phone!) : cards.OfferNow(handoff, alarms.KindIn(mentor.Phone!, concern), mentor.Phone!));
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
        await EndAsync(turn, handoff, HandoffEnd.Left, cry, cancellationToken);
    }

    /// <summary>She needs nobody any more: whoever holds it, or was asked, is told so kindly, and not why. Nobody who has to know of what makes us worry for her hears that nothing more is to be done.</summary>
    public Task EndAsync(Turn turn, Handoff handoff, HandoffEnd ending, CancellationToken cancellationToken) => EndAsync(turn, handoff, ending, cry: null, cancellationToken);

    private async Task EndAsync(Turn turn, Handoff handoff, HandoffEnd ending, string? cry, CancellationToken cancellationToken)
    {
        var holder = handoff.IsHeld ? handoff.Mentor : null;
        var asked = await turn.EndAsync(handoff, ending, cancellationToken);
        var worry = await WorryAsync(turn, cancellationToken);
        TellClosed(turn, handoff, asked, mentor => worry.Say(mentor, Closed, ClosedOpen, ClosedYours));
        if (holder?.Phone is not { } phone || handoff.IsAtDesk) return;
        var left = content.Words.MessageIn(phone, worry.Say(holder, LeftHim, LeftOpen, ClosedYours), ("tag", handoff.Tag), ("alias", Cards.AliasOf(handoff)));
        turn.Tell(holder, cry is null ? left : MentorLines.Plain($"{Cards.AliasOf(handoff)}: {Contacts.Hide(cry)}\n\n{left.Text}"));
    }

    /// <summary>A hub's person has her: whoever was asked hears that nobody need answer any more, or what he has to do still.</summary>
    public async Task TellTakenOutsideAsync(Turn turn, Handoff handoff, IEnumerable<Mentor> asked, CancellationToken cancellationToken)
    {
        var worry = await WorryAsync(turn, cancellationToken);
        TellClosed(turn, handoff, asked, mentor => worry.Say(mentor, Closed, OutsideOpen, ClosedYours));
    }

    private void TellClosed(Turn turn, Handoff handoff, IEnumerable<Mentor> asked, Func<Mentor, string> keyFor)
    {
        foreach (var mentor in asked) turn.TellAsked(content.Words, mentor, keyFor(mentor), ("tag", handoff.Tag), ("alias", Cards.AliasOf(handoff)));
    }

    private static async Task<Worry> WorryAsync(Turn turn, CancellationToken cancellationToken)
    {
        var concern = await turn.FindConcernAsync(cancellationToken);
        return new Worry(concern, concern is null ? null : await turn.FindOnDutyAsync(concern.SchemeId, cancellationToken));
    }

    /// <summary>What makes us worry for her still, if anything does.</summary>
    private sealed record Worry(RaisedConcern? Concern, OnDuty? People)
    {
        /// <summary>Which of these a mentor is told: what others are, what he is who may take it, or who has it.</summary>
        public string Say(Mentor mentor, string usually, string open, string his) =>
            Concern?.TakenById == mentor.Id && Concern.State == ConcernState.Taken ? his
            : Concern?.IsOpen == true && People?.Duty.Has(mentor.Id) == true ? open
            : usually;
    }
}
