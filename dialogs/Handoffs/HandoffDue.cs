using MentorBot.BotFramework;
using MentorBot.Dialogs.ContactCentres;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>Deals with a handoff whose time has come: the next wave, nobody left to ask, a mentor who keeps silent or has finished, a talk that went quiet.</summary>
internal sealed class HandoffDue(Content content, Rounds rounds, Endings endings, Cards cards, HubWords hub) : IMiddleware
{
    private const string Returned = "Handoffs.returned";
    private const string ReturnedUrgent = "Concerns.returned";
    private const string MessageReturned = "Handoffs.messageReturned";
    private const string MessageWaits = "Handoffs.messageWaits";
    private const string MessageGivenUp = "Handoffs.messageGivenUp";
    private const string WentQuiet = "Handoffs.wentQuiet";
    private const string WentQuietAfter = "Concerns.wentQuiet";
    private const string Late = "Mentors.late";
    private const string QuietToHim = "Mentors.quiet";

    // The node that stored the occasion may be a little ahead of this one.
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(5);

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Returned, ReturnedUrgent, MessageReturned, MessageWaits, MessageGivenUp, WentQuiet, WentQuietAfter, Late, QuietToHim, .. Endings.Keys, .. Rounds.Keys];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var turn = turnContext.Turn();
        if (turn.Occasion == HandoffClock.Taken) await PassKeptAsync(turnContext, cancellationToken);
        else if (turn.Occasion != HandoffClock.Due) await next(cancellationToken);
        else if (await turn.FindHandoffAsync(cancellationToken) is { } handoff && handoff.DueAt <= turn.Now + ClocksDiffer)
            await GoOnAsync(turnContext, handoff, cancellationToken);
    }

    /// <summary>What mentors before him noted, and what she wrote while none could read it, is for this one.</summary>
    private async Task PassKeptAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (await turn.FindHandoffAsync(cancellationToken) is not { IsHeld: true, Mentor: { } mentor } handoff) return;
        var kept = await KeptForMentor.TakeAsync(context, cancellationToken);
        // The desk shows the messages and the notes themselves, also to whoever has no phone.
        foreach (var message in kept?.Messages ?? []) turn.NotePassed(handoff, new Passing(message.Id, HidesContacts: true));
        if (handoff.IsAtDesk || mentor.Phone is not { } phone) return;
        List<string> lines = [.. await cards.NotesAsync(turn, handoff, phone, cancellationToken)];
        if (kept is not null) lines.Add($"{handoff.Tag} {Cards.AliasOf(handoff)}: {kept.Text}");
        if (lines.Count > 0) turn.Tell(mentor, MentorLines.Plain(string.Join('\n', lines)));
    }

    private Task GoOnAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        var here = context.Turn().Conversation;
        // Her carrier told us to stop, where she herself could not.
        if (here.Floor == Floor.Nobody || here.Address!.OptedOutAt is not null) return rounds.EndAsync(context.Turn(), handoff, HandoffEnd.Left, cancellationToken);
        return handoff.State switch
        {
            HandoffState.Finishing => endings.FinishAsync(context, handoff, cancellationToken),
            // His rights were withdrawn while he held her.
            _ when handoff is { IsHeld: true, Mentor.WithdrawnAt: not null } => context.Turn().ReturnAsync(handoff, Holding.MentorGone, cancellationToken),
            HandoffState.AwaitingMentee => QuietAsync(context, handoff, cancellationToken),
            HandoffState.Active => LateAsync(context, handoff, cancellationToken),
            // Whether she still talks to the hub's person only the hub can tell: so the bot comes back without a word.
            HandoffState.Outside => rounds.EndAsync(context.Turn(), handoff, HandoffEnd.WentQuiet, cancellationToken),
            HandoffState.Parked => LookAgainAsync(context, handoff, cancellationToken),
            _ => AskOthersAsync(context, handoff, cancellationToken),
        };
    }

    private async Task AskOthersAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        // She cried out while he had her.
        if (handoff is { WasReturned: true, IsUrgent: false } && await turn.FindConcernAsync(cancellationToken) is not null) await turn.HurryAsync(handoff, cancellationToken);
        var gaveItBack = handoff.WasReturned ? handoff.Mentor : null;
        var isMessage = turn.IsKept(handoff);
        if (isMessage && !handoff.IsUrgent) await KeepAsync(context, handoff, gaveItBack, cancellationToken);
        else if (!handoff.WasOfferedToAll() && await rounds.AskAsync(context, handoff, cancellationToken))
        {
            if (gaveItBack is not null) await context.SendActivityAsync(content.Words.Message(context, handoff.IsUrgent ? ReturnedUrgent : Returned, ("name", gaveItBack.Name)), cancellationToken);
        }
        else if (isMessage) await KeepAsync(context, handoff, gaveItBack, cancellationToken);
        else await GiveUpAsync(context, handoff, hub.At(turn.Conversation, PersonDialog.Nobody), cancellationToken);
    }

    // All may know of it again, and whoever comes later too.
    private async Task KeepAsync(ITurnContext context, Handoff handoff, Mentor? gaveItBack, CancellationToken cancellationToken)
    {
        context.Turn().Park(handoff);
        await rounds.AskAsync(context, handoff, cancellationToken);
        await context.SendActivityAsync(gaveItBack is null ? content.Words.Message(context, MessageWaits) : content.Words.Message(context, MessageReturned, ("name", gaveItBack.Name)), cancellationToken);
    }

    // Who was asleep, busy or silent when she left it may read it now.
    private async Task LookAgainAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (!turn.IsKept(handoff)) await GiveUpAsync(context, handoff, MessageGivenUp, cancellationToken);
        else
        {
            await turn.AskSilentAgainAsync(handoff, cancellationToken);
            await rounds.AskAsync(context, handoff, cancellationToken);
        }
    }

    private async Task GiveUpAsync(ITurnContext context, Handoff handoff, string words, CancellationToken cancellationToken)
    {
        await context.Turn().ExpireAsync(handoff, cancellationToken);
        await context.SayAsync(content.Words, words, cancellationToken);
    }

    // She is told by the turn that follows at once, when it is known whether there is anybody else.
    private async Task LateAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        await context.Turn().ReturnAsync(handoff, Holding.MentorSilent, cancellationToken);
        context.Turn().TellHolder(content.Words, handoff, Late, ("alias", Cards.AliasOf(handoff)));
    }

    private async Task QuietAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        var (turn, mentor) = (context.Turn(), handoff.Mentor!);
        await turn.EndAsync(handoff, HandoffEnd.WentQuiet, cancellationToken);
        turn.TellHolder(content.Words, handoff, QuietToHim, ("alias", Cards.AliasOf(handoff)));
        // A web chat that nobody wrote in for a day is forgotten, and not begun anew by us.
        if (turn.Conversation.Address!.Channel == Channels.WebChat) return;
        var key = await turn.FindConcernOfTalkAsync(handoff, cancellationToken) is null ? WentQuiet : WentQuietAfter;
        await context.SendActivityAsync(content.Words.Message(context, key, ("name", mentor.Name)), cancellationToken);
    }
}
