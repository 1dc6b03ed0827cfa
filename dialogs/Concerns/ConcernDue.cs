using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Concerns;

/// <summary>Alerts people again of a concern that nobody looks after, when its time has come, and reminds whoever does: she hears nothing of either. And says to her who looks after it, once somebody does.</summary>
/// <remarks>It stands before the opt-out: that she told us to stop is no reason to forget her.</remarks>
internal sealed class ConcernDue(Content content, PersonNow people, Alarms alarms) : IMiddleware
{
    private const string Knows = "Concerns.knows";

    // A chat that nobody wrote in for a day is forgotten, and not begun anew by us.
    private static readonly TimeSpan ChatsLast = TimeSpan.FromDays(1);

    // Later somebody else may hold the phone, whom she fears.
    private static readonly TimeSpan IsStillThere = TimeSpan.FromHours(1);
    private static readonly ConcernKind[] Feared = [ConcernKind.Abuse, ConcernKind.Danger, ConcernKind.Exploitation];

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Knows];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var turn = turnContext.Turn();
        if (turn.Occasion is not (ConcernClock.Due or ConcernClock.Taken)) await next(cancellationToken);
        else if (await turn.FindConcernAsync(cancellationToken) is { } concern)
            await (turn.Occasion == ConcernClock.Taken ? IntroduceAsync(turnContext, concern, cancellationToken)
                : concern.IsOpen ? people.AlertAsync(turn, concern, offered: null, cancellationToken)
                : alarms.RemindAsync(turn, concern, cancellationToken));
    }

    // Her words were not shown to him, and he can write only if she asks: so that is all that is true.
    private async Task IntroduceAsync(ITurnContext context, RaisedConcern concern, CancellationToken cancellationToken)
    {
        if (concern is not { State: ConcernState.Taken, TakenBy: { } mentor } || !await MayBeToldAsync(context, concern, cancellationToken)) return;
        await context.KnowsWhoKnows().SetAsync(context, concern.Id, cancellationToken);
        var language = await context.AskedForPersonIn().GetAsync(context, cancellationToken: cancellationToken) ?? context.Turn().Mentee.Language;
        await context.SendActivityAsync(content.Words.MessageFor(language, context.Turn().Conversation.Address!.Channel, Knows, ("name", mentor.Name)), cancellationToken);
    }

    /// <summary>Once. Not if she wants nobody, told us to stop, or had to put the phone away; nor while a person talks with her or was asked to.</summary>
    private static async Task<bool> MayBeToldAsync(ITurnContext context, RaisedConcern concern, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (turn.Conversation is not { Floor: Floor.Bot, Address: { OptedOutAt: null, UnusableBecause: null } address }) return false;
        var counts = Feared.Contains(concern.Kind) ? IsStillThere : address.Channel == Channels.WebChat ? ChatsLast : TimeSpan.MaxValue;
        if (turn.Now - concern.HeardAt >= counts || concern.WantsPerson is not null || await context.KnowsWhoKnows().GetAsync(context, cancellationToken: cancellationToken) == concern.Id) return false;
        return !await context.HasLeft().GetAsync(context, cancellationToken: cancellationToken) && await turn.FindHandoffAsync(cancellationToken) is null;
    }
}
