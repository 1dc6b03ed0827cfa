using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Stopping;

/// <summary>Stops for whoever asks us to, whoever holds the floor; answers once, and then with silence until she asks us to start.</summary>
internal sealed class OptOut(Content content, Rounds rounds) : IMiddleware
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
        else if (IsStop(turnContext.Activity))
        {
            await StopAsync(turnContext, cancellationToken);
        }
        else
        {
            await next(cancellationToken);
        }
    }

    private bool IsStop(Activity activity) =>
        content.Commands.Recognise(activity.Text) == "stop" || (activity.ChannelId == Channels.Sms && Is(activity, CarrierKeywords.Stopping));

    private bool IsStart(Activity activity) => content.Commands.Recognise(activity.Text) == "start" || Is(activity, CarrierKeywords.Starting);

    private static bool Is(Activity activity, string[] keywords) => keywords.Contains(Commands.Plain(activity.Text ?? ""));

    private async Task StopAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var turn = turnContext.Turn();
        await rounds.LeaveAsync(turn, cancellationToken);
        if (await turn.FindMentorAsync(cancellationToken) is { } mentor) await turn.GiveAllBackAsync(mentor, cancellationToken);
        turn.Conversation.OptOut(turn.Now);
        turn.Speaker = Speaker.Notice;
        turn.Record("mentee.stopped");
        await turnContext.Dialogs().DeleteAsync(turnContext, cancellationToken);
        await turnContext.SayAsync(content.Words, Stopped, cancellationToken);
    }

    private Task StartAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var turn = turnContext.Turn();
        turn.Conversation.OptIn();
        turn.Mentee.PausedAt = null;
        turn.Record("mentee.started");
        return turnContext.SayAsync(content.Words, Started, cancellationToken);
    }
}
