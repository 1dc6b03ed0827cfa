using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Events;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Stopping;

/// <summary>Tells when somebody asks us to stop, and stops.</summary>
internal static class Stops
{
    /// <summary>Whether a message asks us to stop, in our words or in those that a phone company acts on.</summary>
    public static bool AsksToStop(this Activity activity, Commands commands) =>
        commands.Recognise(activity.Text) == "stop" || (activity.ChannelId == Channels.Sms && activity.Is(CarrierKeywords.Stopping));

    /// <summary>Whether a message is one of some words.</summary>
    public static bool Is(this Activity activity, string[] keywords) => keywords.Contains(Commands.Plain(activity.Text ?? ""));

    /// <summary>Stops for her. What is said in this turn is the last of it.</summary>
    public static async Task StopAsync(this ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var turn = turnContext.Turn();
        turn.Conversation.OptOut(turn.Now);
        turn.Speaker = Speaker.Notice;
        turn.Record(RecordedEvent.MenteeStopped);
        await turnContext.Dialogs().DeleteAsync(turnContext, cancellationToken);
    }
}
