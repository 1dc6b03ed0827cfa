using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Events;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Stopping;

/// <summary>Tells when somebody asks us to stop, and stops.</summary>
internal sealed class Stops(Content content, Rounds rounds)
{
    /// <summary>Whether a message asks us to stop, in our words or in those that a phone company acts on.</summary>
    public bool Asks(Activity activity) =>
        content.Commands.Recognise(activity.Text) == "stop" || (activity.ChannelId == Channels.Sms && Is(activity, CarrierKeywords.Stopping));

    /// <summary>Whether it does so before it says something else, as in "STOP. I want to die".</summary>
    public bool AsksToo(Activity activity) => Asks(activity) || content.Commands.Recognise((activity.Text ?? "").Split(['.', '!', ',', '\n'], 2)[0]) == "stop";

    /// <summary>Whether a message is one of some words.</summary>
    public static bool Is(Activity activity, string[] keywords) => keywords.Contains(Commands.Plain(activity.Text ?? ""));

    /// <summary>Stops for her, and ends what she had asked a person for; a mentor gives back what he holds. What is said in this turn is the last of it.</summary>
    /// <param name="turnContext">Her turn.</param>
    /// <param name="cry">What she wrote, where it was a cry for help too; null for anything else.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task StopAsync(ITurnContext turnContext, string? cry, CancellationToken cancellationToken)
    {
        var turn = turnContext.Turn();
        await rounds.LeaveAsync(turn, cry, cancellationToken);
        await turn.LetGoOfTimesAsync(waitsNoMore: true, cancellationToken);
        if (await turn.FindMentorAsync(cancellationToken) is { } mentor) await turn.GiveAllBackAsync(mentor, cancellationToken);
        turn.Conversation.OptOut(turn.Now);
        turn.Speaker = Speaker.Notice;
        turn.Record(RecordedEvent.MenteeStopped);
        await turnContext.ForgetTalkAsync(cancellationToken);
    }
}
