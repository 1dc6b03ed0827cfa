using System.Globalization;
using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Groups;

/// <summary>Says what has to be said of a group session when its time has come: a seat that is free or kept no more, reminders, that it is called off, its digest; and to the mentor who leads it that it is soon, over or off.</summary>
internal sealed class GroupDue(Content content, GroupNews news) : IMiddleware
{
    private const string Lapsed = "Groups.lapsed";
    private const string NoneFree = "Groups.noneFree";
    private const string CalledOff = "Groups.calledOff";
    private const string SoonForMentor = "Groups.soonForMentor";
    private const string OverForMentor = "Groups.overForMentor";
    private const string OffForMentor = "Groups.offForMentor";

    // While a mentor talks to her the bot is silent.
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMinutes(5);

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Lapsed, NoneFree, CalledOff, SoonForMentor, OverForMentor, OffForMentor];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var turn = turnContext.Turn();
        if (turn.Occasion == GroupClock.Due)
            foreach (var participant in await turn.DueParticipantsAsync(cancellationToken)) await GoOnAsync(turnContext, participant, cancellationToken);
        else if (turn.Occasion == GroupClock.LeadDue) await TellLeadAsync(turn, cancellationToken);
        else await next(cancellationToken);
    }

    private async Task GoOnAsync(ITurnContext context, Participant participant, CancellationToken cancellationToken)
    {
        var (turn, here) = (context.Turn(), context.Turn().Conversation);
        // Whoever told us to stop is told nothing; the desk shows that she does not know.
        if (here.Floor == Floor.Nobody || here.Address!.OptedOutAt is not null) await GoOnSilentlyAsync(turn, participant, cancellationToken);
        else if (here.Floor == Floor.Bot) await SayAsync(context, participant, cancellationToken);
        // A seat is not kept for ever for who talks with a mentor: others wait.
        else if (participant.KeptUntil <= turn.Now) await turn.AskLaterAsync(participant, cancellationToken);
        else turn.LookAgainAt(participant, turn.Now + LookAgainAfter);
    }

    private static async Task GoOnSilentlyAsync(Turn turn, Participant participant, CancellationToken cancellationToken)
    {
        if (participant.State == ParticipantState.Offered) await turn.LetLapseAsync(participant, cancellationToken);
        else if (participant.State == ParticipantState.Waiting) turn.WaitNoMore(participant);
        else
        {
            turn.NoteTold(participant);
            turn.TakeReminder(participant);
        }
    }

    private Task SayAsync(ITurnContext context, Participant participant, CancellationToken cancellationToken) => participant.State switch
    {
        ParticipantState.CalledOff => TellOffAsync(context, participant, cancellationToken),
        ParticipantState.Waiting => EndWaitingAsync(context, participant, cancellationToken),
        ParticipantState.Offered => OfferAsync(context, participant, cancellationToken),
        _ => RemindAsync(context, participant, cancellationToken),
    };

    private Task TellOffAsync(ITurnContext context, Participant participant, CancellationToken cancellationToken)
    {
        context.Turn().NoteTold(participant);
        context.Turn().Record("group.called-off");
        return news.SayAsync(context, CalledOff, participant.Session!, cancellationToken);
    }

    private Task EndWaitingAsync(ITurnContext context, Participant participant, CancellationToken cancellationToken)
    {
        context.Turn().WaitNoMore(participant);
        return news.SayAsync(context, NoneFree, participant.Session!, cancellationToken);
    }

    private async Task OfferAsync(ITurnContext context, Participant participant, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (participant.TellAt is not null && participant.Session!.IsAheadAt(turn.Now))
        {
            turn.NoteTold(participant);
            await news.AskAsync(context, GroupNews.Freed, participant.Session, 2, cancellationToken);
            return;
        }
        await turn.LetLapseAsync(participant, cancellationToken);
        await news.SayAsync(context, Lapsed, participant.Session!, cancellationToken);
    }

    private async Task RemindAsync(ITurnContext context, Participant participant, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var stage = turn.TakeReminder(participant);
        if (participant.TellAt <= turn.Now) await BringDigestAsync(context, participant, cancellationToken);
        else if (stage == ReminderStage.DayBefore) await news.AskWhetherComingAsync(context, participant, cancellationToken);
        else if (stage == ReminderStage.HourBefore) await news.SaySoonAsync(context, participant, cancellationToken);
    }

    private async Task BringDigestAsync(ITurnContext context, Participant participant, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        turn.NoteTold(participant);
        // Whoever asked for a rest is not written to first.
        if (turn.Mentee.PausedAt is not null) return;
        turn.Record("group.digest");
        await news.BringDigestAsync(context, participant, cancellationToken);
    }

    private async Task TellLeadAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await turn.FindMentorAsync(cancellationToken) is not { } mentor) return;
        foreach (var session in await turn.DueGroupsOfAsync(mentor.Id, cancellationToken))
        {
            turn.NoteTold(session);
            if (turn.Conversation.Floor == Floor.Nobody || mentor.WithdrawnAt is not null) continue;
            var key = session.State switch
            {
                GroupState.CalledOff => OffForMentor,
                GroupState.Over => OverForMentor,
                _ => SoonForMentor,
            };
            var count = await turn.CountSeatedAsync(session, cancellationToken);
            turn.Tell(content.Words, mentor, key, ("group", session.Title), ("time", GroupWording.TimeIn(turn.Conversation, session)), ("count", count.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
