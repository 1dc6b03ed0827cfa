using MentorBot.BotFramework;
using MentorBot.Dialogs.Concerns.Reading;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Linking;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>Carries what a mentee writes to the mentor who holds her conversation. Neither sees more of the other than a name.</summary>
internal sealed class Relay(Content content, Rounds rounds, Endings endings) : IMiddleware
{
    private const string OverByHer = "Handoffs.overByHer";
    private const string OverByHerAfter = "Concerns.overByHer";
    private const string HeldBack = "Handoffs.heldBack";
    private const string LeftOut = "Handoffs.leftOut";
    private const string NotSent = "Handoffs.notSent";
    private const string Help = "Handoffs.helpInTalk";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [OverByHer, OverByHerAfter, HeldBack, LeftOut, NotSent, Help, WrittenWords.Photo];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var turn = turnContext.Turn();
        var isTalk = turn.Conversation.Floor == Floor.Mentor && turnContext.Activity.IsType(ActivityTypes.Message);
        var handoff = isTalk ? await turn.FindHandoffAsync(cancellationToken) : null;
        if (handoff is null) await next(cancellationToken);
        // She wrote in the moment in which he finished.
        else if (handoff.State == HandoffState.Finishing) await endings.FinishAsync(turnContext, handoff, cancellationToken);
        else if (!handoff.IsHeld) await next(cancellationToken);
        else if (content.Commands.Recognise(turnContext.Activity.Text) == "no-person") await EndAsync(turnContext, handoff, cancellationToken);
        else if (!CanBeReached(handoff)) await KeepForNextAsync(turnContext, handoff, cancellationToken);
        else await HearAsync(turnContext, handoff, cancellationToken);
    }

    // The turn that follows at once asks others, and tells her. Whoever takes her then reads what this one did not.
    private async Task KeepForNextAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        await KeptForMentor.AddAsync(context, context.Written(content.Words), cancellationToken);
        await context.Turn().ReturnAsync(handoff, Holding.MentorGone, cancellationToken);
    }

    /// <summary>Whether whoever holds it reads what she writes now.</summary>
    public static bool CanBeReached(Handoff handoff) =>
        handoff.Mentor!.WithdrawnAt is null && (handoff.IsAtDesk || handoff.Mentor.Phone is not { } phone || (phone.Floor != Floor.Nobody && phone.Address is { OptedOutAt: null, UnusableBecause: null }));

    private async Task EndAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        var mentor = handoff.Mentor!;
        await rounds.EndAsync(context.Turn(), handoff, HandoffEnd.Withdrawn, cancellationToken);
        var key = await context.Turn().FindConcernOfTalkAsync(handoff, cancellationToken) is null ? OverByHer : OverByHerAfter;
        await context.SendActivityAsync(content.Words.Message(context, key, ("name", mentor.Name)), cancellationToken);
    }

    private async Task HearAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        var pending = await Unsent.TakeAsync(context, cancellationToken) is { } kept && kept.IsFor(handoff) ? kept : null;
        if (pending is not null && OneOrTwo.Heard(context.Activity, content.Commands) is { } sends)
        {
            if (sends) await PassAsync(context.Turn(), handoff, pending.Words, new Passing(pending.MessageId), cancellationToken);
            else await LeaveOutAsync(context, handoff, pending, cancellationToken);
            return;
        }
        // She has gone on to something else: she is told that he never got the one before. After a cry for help it would say that he never got the cry: the question stays open then.
        if (pending is not null && IsCry(context)) await pending.KeepAsync(context, cancellationToken);
        else if (pending is not null) await NoticeAsync(context, NotSent, handoff, cancellationToken);
        await PassOrAskAsync(context, handoff, context.Written(content.Words), cancellationToken);
        if (pending is null && content.Commands.Recognise(context.Activity.Text) == "help") await NoticeAsync(context, Help, handoff, cancellationToken);
    }

    private async Task PassOrAskAsync(ITurnContext context, Handoff handoff, string words, CancellationToken cancellationToken)
    {
        // A cry for help waits for no question.
        var isCry = IsCry(context);
        if (!isCry && Contacts.AreIn(words)) await HoldBackAsync(context, handoff, words, cancellationToken);
        else await PassAsync(context.Turn(), handoff, isCry ? Contacts.Hide(words) : words, new Passing(context.Turn().MessageId, HidesContacts: isCry), cancellationToken);
    }

    private async Task LeaveOutAsync(ITurnContext context, Handoff handoff, Unsent pending, CancellationToken cancellationToken)
    {
        await PassAsync(context.Turn(), handoff, Contacts.Hide(pending.Words), new Passing(pending.MessageId, HidesContacts: true), cancellationToken);
        await NoticeAsync(context, LeftOut, handoff, cancellationToken);
    }

    private static bool IsCry(ITurnContext context) => context.TurnState.Get<Concern>() is not null;

    private async Task HoldBackAsync(ITurnContext context, Handoff handoff, string words, CancellationToken cancellationToken)
    {
        await new Unsent(words, context.Turn().MessageId, handoff.Id, handoff.MentorId!.Value).KeepAsync(context, cancellationToken);
        await NoticeAsync(context, HeldBack, handoff, cancellationToken);
    }

    private static async Task PassAsync(Turn turn, Handoff handoff, string words, Passing message, CancellationToken cancellationToken)
    {
        if (words.Length == 0) return;
        var mentor = handoff.Mentor!;
        turn.NoteMenteeSpoke(handoff, message);
        if (handoff.IsAtDesk) return;
        var isOneOfSeveral = (await turn.HeldByAsync(mentor, cancellationToken)).Count > 1;
        turn.Tell(mentor, MentorLines.Plain(isOneOfSeveral ? $"{handoff.Tag} {Cards.AliasOf(handoff)}: {words}" : words));
    }

    // The floor is her mentor's, and this is for her safety.
    private async Task NoticeAsync(ITurnContext context, string key, Handoff handoff, CancellationToken cancellationToken)
    {
        context.Turn().Speaker = Speaker.Notice;
        await context.SendActivityAsync(content.Words.Message(context, key, ("name", handoff.Mentor!.Name)), cancellationToken);
    }
}
