using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.ContactCentres;

/// <summary>Hears what a hub says became of a handoff, and keeps silent while a person of its own talks to her.</summary>
/// <remarks>A status is believed from the channel of a hub alone, for the conversation that it came in, and while that hub is asked. Anybody can post one into a chat: there it has no effect whatever.</remarks>
internal sealed class HubTalk(Content content, Hubs hubs, Rounds rounds, Endings endings, HubWords words) : IMiddleware
{
    private const string Taken = "ContactCentres.taken";
    private const string Returned = "ContactCentres.returned";
    private const string OverByHer = "ContactCentres.overByHer";
    private const string ReturnedAfterCry = "ContactCentres.returnedAfterCry";
    private const string OverByHerAfterCry = "ContactCentres.overByHerAfterCry";
    private const string Help = "ContactCentres.helpInTalk";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Taken, Returned, ReturnedAfterCry, OverByHer, OverByHerAfterCry, Help];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var turn = turnContext.Turn();
        if (HandoffStatus.In(turnContext.Activity) is { } status) await HearHubAsync(turnContext, status, cancellationToken);
        else if (turn.Conversation.Floor == Floor.Outside && turnContext.Activity.IsType(ActivityTypes.Message)) await HearHerAsync(turnContext, cancellationToken);
        else await next(cancellationToken);
    }

    private async Task HearHubAsync(ITurnContext context, HandoffStatus status, CancellationToken cancellationToken)
    {
        if (!hubs.IsHub(context.Turn().Conversation)) return;
        var handoff = await context.Turn().FindHandoffAsync(cancellationToken);
        var hasHer = handoff?.State == HandoffState.Outside;
        await (status.State switch
        {
            HandoffStates.Accepted when !hasHer => TakeAsync(context, handoff, cancellationToken),
            HandoffStates.Failed when hasHer => GoOnWithoutAsync(context, handoff!, cancellationToken),
            HandoffStates.Completed when hasHer => endings.FinishOutsideAsync(context, handoff!, cancellationToken),
            // Completed without having been accepted, or before: nobody of the hub is with her.
            HandoffStates.Failed or HandoffStates.Completed when handoff?.IsHubAsked == true => LoseAsync(context, handoff, cancellationToken),
            _ => Task.CompletedTask,
        });
    }

    private async Task TakeAsync(ITurnContext context, Handoff? handoff, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (handoff is null || await turn.TakeOutsideAsync(handoff, cancellationToken) is not { } others)
        {
            turn.RefuseHub();
            return;
        }
        await rounds.TellTakenOutsideAsync(turn, handoff, others, cancellationToken);
        Say(context, Taken, Speaker.Notice);
    }

    private async Task GoOnWithoutAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        context.Turn().ReturnFromOutside(handoff);
        if (await rounds.AskMentorsAsync(context.Turn(), handoff, cancellationToken)) Say(context, await IsAfterCryAsync(context, handoff, cancellationToken) ? ReturnedAfterCry : Returned);
        else await GiveUpAsync(context, handoff, cancellationToken);
    }

    // While mentors are asked she goes on waiting for them.
    private async Task LoseAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        context.Turn().LoseHub(handoff);
        if (!await context.Turn().IsAnybodyAskedAsync(handoff, cancellationToken)) await GiveUpAsync(context, handoff, cancellationToken);
    }

    private async Task GiveUpAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        await context.Turn().ExpireAsync(handoff, cancellationToken);
        Say(context, words.At(context.Turn().Conversation, PersonDialog.Nobody));
    }

    private async Task HearHerAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (await turn.FindHandoffAsync(cancellationToken) is not { } handoff) return;
        turn.NoteSpokeOutside(handoff);
        var said = content.Commands.Recognise(context.Activity.Text);
        if (said == "no-person") await EndAsync(context, handoff, cancellationToken);
        else if (said == "help") Say(context, Help, Speaker.Notice);
    }

    private async Task EndAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken)
    {
        await rounds.EndAsync(context.Turn(), handoff, HandoffEnd.Withdrawn, cancellationToken);
        await context.SayAsync(content.Words, await IsAfterCryAsync(context, handoff, cancellationToken) ? OverByHerAfterCry : OverByHer, cancellationToken);
    }

    // Nobody is offered a tip then.
    private static async Task<bool> IsAfterCryAsync(ITurnContext context, Handoff handoff, CancellationToken cancellationToken) =>
        await context.Turn().FindConcernOfTalkAsync(handoff, cancellationToken) is not null;

    // To her, and not as an answer to what the hub's account sent.
    private void Say(ITurnContext context, string key, Speaker speaker = Speaker.Bot) =>
        context.Turn().SayIn(context.Turn().Conversation, content.Words.Message(context, key), speaker);
}
