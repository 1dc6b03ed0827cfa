using System.Globalization;
using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Groups;

/// <summary>Answers who sent the keyword of a group session, or a number to what was asked about one: see <see cref="GroupAnswers"/>. Each is one answer.</summary>
internal sealed class GroupDialog(Content content, GroupNews news, GroupQuestions questions) : Dialog, IAnswersMeanings
{
    /// <summary>She sent its keyword.</summary>
    public const string Join = "group-join";

    /// <summary>She takes part by video.</summary>
    public const string Remote = "group-remote";

    /// <summary>She waits for a seat.</summary>
    public const string Wait = "group-wait";

    /// <summary>She waits on.</summary>
    public const string WaitOn = "group-wait-on";

    /// <summary>She keeps her seat.</summary>
    public const string Stay = "group-stay";

    /// <summary>She gives it back, or waits no more.</summary>
    public const string Leave = "group-leave";

    /// <summary>She takes the seat that became free.</summary>
    public const string Take = "group-take";

    /// <summary>She does not want it.</summary>
    public const string Refuse = "group-refuse";

    /// <summary>She comes.</summary>
    public const string Comes = "group-comes";

    /// <summary>How far it helped.</summary>
    public const string Helped = "group-helped";

    /// <summary>She asks its mentor something.</summary>
    public const string Ask = "group-ask";

    private const string NowVideo = "Groups.nowVideo";
    private const string Waits = "Groups.waits";
    private const string Stays = "Groups.stays";
    private const string Left = "Groups.left";
    private const string TooLate = "Groups.tooLate";
    private const string Over = "Groups.over";
    private const string Coming = "Groups.coming";
    private const string Thanks = "Groups.helped";
    private const string Sorry = "Groups.notHelped";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [NowVideo, Waits, Stays, Left, TooLate, Over, Coming, Thanks, Sorry, .. GroupNews.Keys, .. GroupQuestions.Keys];

    public IReadOnlyList<string> Meanings => [Join, Remote, Wait, WaitOn, Stay, Leave, Take, Refuse, Comes, Helped, Ask];

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var (context, meant) = (dc.Context, dc.Context.TurnState.Get<MeantGroup>()!);
        var session = await context.Turn().FindGroupAsync(meant.Id, cancellationToken);
        var participant = session is null ? null : await context.Turn().FindParticipantAsync(session, cancellationToken);
        if (session is null) await dc.SayAsync(content.Words, Over, cancellationToken);
        else if (participant is null or { HoldsSeat: false }) await AnswerOutsideAsync(context, session, participant, (string)options!, cancellationToken);
        else await AnswerSeatedAsync(context, participant, ((string)options!, meant), cancellationToken);
        return await dc.EndDialogAsync(result: null, cancellationToken);
    }

    /// <summary>She has a seat, or one is kept for her.</summary>
    private Task AnswerSeatedAsync(ITurnContext context, Participant participant, (string Said, MeantGroup Meant) what, CancellationToken cancellationToken) => what.Said switch
    {
        Helped => SayHelpedAsync(context, participant, what.Meant.Answer, cancellationToken),
        Ask => questions.PassAsync(context, participant, what.Meant.Question!, cancellationToken),
        Leave or Refuse => LeaveAsync(context, participant, cancellationToken),
        _ when participant.Session!.State != GroupState.Planned => context.SayAsync(content.Words, Over, cancellationToken),
        _ when participant.State == ParticipantState.Offered => TakeAsync(context, participant, cancellationToken),
        Remote => GoRemoteAsync(context, participant, cancellationToken),
        Comes => SayComingAsync(context, participant, cancellationToken),
        Stay => news.SayAsync(context, Stays, participant.Session!, cancellationToken),
        _ => news.AskAsync(context, GroupNews.Again, participant.Session!, 2, cancellationToken),
    };

    /// <summary>She has none, or waits for one.</summary>
    private async Task AnswerOutsideAsync(ITurnContext context, GroupMeeting session, Participant? participant, string said, CancellationToken cancellationToken)
    {
        var (turn, waits) = (context.Turn(), participant is { State: ParticipantState.Waiting });
        if (said is Leave or Refuse) await LeaveAsync(context, waits ? participant : null, cancellationToken);
        else if (said is Helped or Ask || session.State != GroupState.Planned) await context.SayAsync(content.Words, Over, cancellationToken);
        else if (!session.IsAheadAt(turn.Now)) await news.SayAsync(context, TooLate, session, cancellationToken);
        else if (waits && said == Join) await news.AskAsync(context, GroupNews.AgainWaiting, session, 2, cancellationToken);
        else if (!waits && await turn.JoinAsync(session, cancellationToken) is { } seated) await news.SayJoinedAsync(context, seated, cancellationToken);
        else if (said is Wait or WaitOn) await WaitAsync(context, session, cancellationToken);
        else await news.AskAsync(context, GroupNews.Full, session, 1, cancellationToken);
    }

    private async Task WaitAsync(ITurnContext context, GroupMeeting session, CancellationToken cancellationToken)
    {
        var (_, place) = await context.Turn().WaitForSeatAsync(session, cancellationToken);
        await news.SayAsync(context, Waits, session, cancellationToken, ("number", place.ToString(CultureInfo.InvariantCulture)));
    }

    private async Task TakeAsync(ITurnContext context, Participant participant, CancellationToken cancellationToken)
    {
        context.Turn().TakeOffered(participant);
        await news.SayJoinedAsync(context, participant, cancellationToken);
    }

    private async Task LeaveAsync(ITurnContext context, Participant? participant, CancellationToken cancellationToken)
    {
        if (participant is { Session.State: GroupState.Planned }) await context.Turn().LeaveGroupAsync(participant, cancellationToken);
        await context.SayAsync(content.Words, Left, cancellationToken);
    }

    private Task GoRemoteAsync(ITurnContext context, Participant participant, CancellationToken cancellationToken)
    {
        context.Turn().GoRemote(participant);
        return news.SayAsync(context, NowVideo, participant.Session!, cancellationToken);
    }

    private Task SayComingAsync(ITurnContext context, Participant participant, CancellationToken cancellationToken)
    {
        context.Turn().NoteComing(participant);
        return news.SayAsync(context, Coming, participant.Session!, cancellationToken);
    }

    private Task SayHelpedAsync(ITurnContext context, Participant participant, int helped, CancellationToken cancellationToken)
    {
        context.Turn().NoteHelped(participant, helped);
        return context.SayAsync(content.Words, helped == Holding.DidNotHelp ? Sorry : Thanks, cancellationToken);
    }
}
