using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Stopping;

/// <summary>Stops for whoever asks us to, whoever holds the floor; answers once, and then with silence until she asks us to start.</summary>
internal sealed class OptOut(Content content, Stops stops) : IMiddleware
{
    /// <summary>The words for somebody who comes back.</summary>
    public const string Started = "Stopping.started";

    private const string Stopped = "Stopping.stopped";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Stopped, Started];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var conversation = turnContext.Turn().Conversation;
        var isOut = conversation.Floor == Floor.Nobody || conversation.Address!.OptedOutAt is not null;
        if (isOut)
        {
            if (IsStart(turnContext.Activity)) await StartAsync(turnContext, cancellationToken);
        }
        else if (stops.Asks(turnContext.Activity))
        {
            await stops.StopAsync(turnContext, cry: null, cancellationToken);
            await turnContext.SayAsync(content.Words, Stopped, cancellationToken);
        }
        else
        {
            await next(cancellationToken);
        }
    }

    private bool IsStart(Activity activity) => content.Commands.Recognise(activity.Text) == "start" || Stops.Is(activity, CarrierKeywords.Starting);

    private Task StartAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var turn = turnContext.Turn();
        turn.Conversation.OptIn();
        turn.Mentee.PausedAt = null;
        turn.Record("mentee.started");
        return turnContext.SayAsync(content.Words, Started, cancellationToken);
    }
}
