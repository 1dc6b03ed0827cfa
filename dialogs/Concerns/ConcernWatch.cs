using MentorBot.BotFramework;
using MentorBot.Dialogs.Concerns.Reading;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Dialogs.Stopping;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Concerns;

/// <summary>Answers whoever gives us reason to worry for her, before anything else and whoever has the floor, and notes it. The dialogs stay where they were.</summary>
/// <remarks>
/// It stands before the opt-out: somebody who told us to stop, and then cries out to us, is answered and stays stopped.
/// One who does both in one message is stopped and answered with this alone.
/// </remarks>
internal sealed class ConcernWatch(Content content, Stops stops) : IMiddleware
{
    private const string Again = "Concerns.again";

    // As long as the full answer is likely still on her screen.
    private static readonly TimeSpan RemembersFor = TimeSpan.FromMinutes(10);

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [.. ConcernKind.All.Select(KeyOf), Again];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        var concern = activity.IsType(ActivityTypes.Message) ? content.Concerns.Read(activity.Text) : null;
        if (concern is null || await IsForAMenteeAsync(turnContext, cancellationToken))
        {
            await next(cancellationToken);
            return;
        }
        if (stops.Asks(activity)) await stops.StopAsync(turnContext, activity.Text, cancellationToken);
        await AnswerAsync(turnContext, concern, cancellationToken);
        // Who talks to her reads it too.
        if (turnContext.Turn().Conversation.Floor == Floor.Mentor) await next(cancellationToken);
    }

    // A mentor who holds somebody speaks with her about these things, unless he talks to a mentor himself.
    private static async Task<bool> IsForAMenteeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var turn = turnContext.Turn();
        return turn.Conversation.Floor == Floor.Bot && await turn.FindMentorAsync(cancellationToken) is { WithdrawnAt: null } mentor
            && (await turn.HeldByAsync(mentor, cancellationToken)).Count > 0;
    }

    private async Task AnswerAsync(ITurnContext turnContext, Concern concern, CancellationToken cancellationToken)
    {
        turnContext.TurnState.Set(concern);
        turnContext.Turn().RaiseConcern(concern.Kind);
        turnContext.Turn().Speaker = Speaker.Notice;
        var key = await IsRepeatedAsync(turnContext, concern.Kind, cancellationToken) ? Again : KeyOf(concern.Kind);
        await turnContext.SendActivityAsync(Message(turnContext, concern.Locale, key), cancellationToken);
    }

    private static string KeyOf(ConcernKind kind)
    {
        var words = kind.Id.Split('-');
        return $"Concerns.{words[0]}{string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}";
    }

    private static async Task<bool> IsRepeatedAsync(ITurnContext turn, ConcernKind kind, CancellationToken cancellationToken)
    {
        var now = turn.Turn().Now;
        var last = await turn.LastConcern().GetAsync(turn, cancellationToken: cancellationToken);
        var until = await turn.LastConcernUntil().GetAsync(turn, cancellationToken: cancellationToken);
        await turn.LastConcern().SetAsync(turn, kind.Id, cancellationToken);
        await turn.LastConcernUntil().SetAsync(turn, now + RemembersFor, cancellationToken);
        return last == kind.Id && now < until;
    }

    // Whoever cries out in Welsh is answered in Welsh, whichever language we spoke before. Borrowed English words say nothing about her own.
    private Activity Message(ITurnContext turn, string saidIn, string key)
    {
        var language = saidIn == Language.English ? turn.Turn().Mentee.Language : saidIn;
        var message = MessageFactory.Text(content.Words.For(language, turn.Activity.ChannelId!, key));
        (message.Locale, message.TextFormat) = (language, TextFormatTypes.Plain);
        return message;
    }
}
