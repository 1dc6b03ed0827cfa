using MentorBot.BotFramework;
using MentorBot.Dialogs.Concerns.Reading;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Languages;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Mentors;
using MentorBot.Dialogs.NotUnderstood;
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
internal sealed class ConcernWatch(Content content, Stops stops, PersonNow people, Alarms alarms, OwnCry cries) : IMiddleware
{
    /// <summary>The same, where he gets them without a number or an email that was in them.</summary>
    public const string MentorReadsWithout = "Concerns.mentorReadsWithout";

    private const string Again = "Concerns.again";
    /// <summary>A mentor talks with her, and reads it too.</summary>
    public const string MentorReads = "Concerns.mentorReads";

    // As long as the full answer is likely still on her screen.
    private static readonly TimeSpan RemembersFor = TimeSpan.FromMinutes(10);

    // Somebody in need says the same thing again, and again. Hardly anybody does a dozen times, but a machine that answers us does for ever, at somebody's cost.
    private const int MostAlike = 12;

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [.. ConcernKind.All.Select(KeyOf), Again, MentorReads, MentorReadsWithout, .. PersonNow.Keys, .. OwnCry.Keys];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        var concern = activity.IsType(ActivityTypes.Message) ? Read(activity.Text) : null;
        // Asked how she is, a mentor tells of her, and not of himself.
        if (concern is null || (!stops.AsksToo(activity) && await DoneOrder.WillHearAsync(turnContext, cancellationToken))) await next(cancellationToken);
        else if (!stops.AsksToo(activity) && await OwnCry.MayBeAsync(turnContext, cancellationToken) is { Count: > 0 } held) await HearMentorAsync(turnContext, (concern, held), next, cancellationToken);
        else await HearAsync(turnContext, concern, next, cancellationToken);
    }

    // "I want to stop" is a command. No sign stands in one.
    private Concern? Read(string? text) => content.Concerns.Read(text) is { } concern && (concern.IsBySign || content.Commands.Recognise(text) is null) ? concern : null;

    private async Task HearMentorAsync(ITurnContext turnContext, (Concern Concern, IReadOnlyList<Handoff> Held) what, NextDelegate next, CancellationToken cancellationToken)
    {
        if (cries.IsAddressed(turnContext.Activity.Text) || await OwnCry.IsToHerAsync(turnContext, what.Held, cancellationToken))
        {
            await next(cancellationToken);
            return;
        }
        await AnswerAsync(turnContext, what.Concern, cancellationToken);
        if (cries.IsOrderWithWords(turnContext.Activity.Text))
        {
            await OwnCry.NoteAsync(turnContext, what.Concern.Kind, cancellationToken);
            turnContext.Turn().Speaker = Speaker.Bot;
            await next(cancellationToken);
            return;
        }
        await cries.HoldBackAsync(turnContext, what.Held, what.Concern.Kind, cancellationToken);
    }

    private async Task HearAsync(ITurnContext turnContext, Concern concern, NextDelegate next, CancellationToken cancellationToken)
    {
        var turn = turnContext.Turn();
        if (stops.AsksToo(turnContext.Activity)) await stops.StopAsync(turnContext, turnContext.Activity.Text, cancellationToken);
        // Whoever has chosen no language yet chooses it with this.
        if (concern.Locale != Language.English && !await turnContext.HaveMet().GetAsync(turnContext, cancellationToken: cancellationToken)) LanguageDialog.Switch(turnContext, concern.Locale);
        var isRepeated = await AnswerAsync(turnContext, concern, cancellationToken);
        var raised = await turn.RaiseConcernAsync(concern.Kind, waits: TimeSpan.Zero, cancellationToken);
        if (raised.State == ConcernState.Taken) alarms.TellAgain(turn, raised);
        if (!isRepeated && await FindHolderAsync(turn, cancellationToken) is { } name) await turnContext.SendActivityAsync(content.Words.MessageFor(LanguageOf(turnContext, concern.Locale), turnContext.Activity.ChannelId!, Contacts.AreIn(turnContext.Activity.Text ?? "") ? MentorReadsWithout : MentorReads, ("name", name)), cancellationToken);
        if (await turn.FindHandoffAsync(cancellationToken) is { CanBeTaken: true }) await KeptForMentor.AddAsync(turnContext, turnContext.Activity.Text!, cancellationToken);
        if (turn.Conversation.Floor != Floor.Bot) await people.AlertAsync(turn, raised, offered: null, cancellationToken);
        else await people.FollowAsync(turnContext, raised, isRepeated && raised.MessageIds.Count > 1 ? null : LanguageOf(turnContext, concern.Locale), cancellationToken);
        // Who talks to her reads it too.
        if (turn.Conversation.Floor == Floor.Mentor) await next(cancellationToken);
    }

    // The answer speaks of a computer, and must not read as if he whom she told it were gone.
    private static async Task<string?> FindHolderAsync(Turn turn, CancellationToken cancellationToken) =>
        turn.Conversation.Floor == Floor.Mentor && await turn.FindHandoffAsync(cancellationToken) is { IsHeld: true } handoff && Relay.CanBeReached(handoff) ? handoff.Mentor!.Name : null;

    private async Task<bool> AnswerAsync(ITurnContext turnContext, Concern concern, CancellationToken cancellationToken)
    {
        turnContext.TurnState.Set(concern);
        turnContext.Turn().Speaker = Speaker.Notice;
        var isRepeated = await IsRepeatedAsync(turnContext, concern.Kind, cancellationToken);
        if (await turnContext.CountAlikeAsync(turnContext.LastCry(), cancellationToken) > MostAlike && isRepeated) return true;
        var language = LanguageOf(turnContext, concern.Locale);
        await turnContext.SendActivityAsync(content.Words.MessageFor(language, turnContext.Activity.ChannelId!, isRepeated ? Again : KeyOf(concern.Kind)), cancellationToken);
        return isRepeated;
    }

    /// <summary>The key of the answer to a kind.</summary>
    public static string KeyOf(ConcernKind kind)
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
    private static string LanguageOf(ITurnContext turn, string saidIn) => saidIn == Language.English ? turn.Turn().Mentee.Language : saidIn;
}
