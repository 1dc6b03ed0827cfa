using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Bookings;

/// <summary>Deals with a booking whose time has come: times that are kept no more, news for a mentor who was asleep, reminders, a meeting that begins or is over; and with a time that became free for whoever waits.</summary>
internal sealed class BookingDue(Content content, BookingNews news, MeetingDeeds deeds, MeetingQuestions questions, Rounds rounds, VideoRooms rooms) : IMiddleware
{
    private const string Lapsed = "Bookings.lapsed";
    private const string LapsedMoving = "Bookings.lapsedMoving";
    /// <summary>A time became free for whoever waits.</summary>
    public const string Freed = "Bookings.freed";
    private const string HourBefore = "Bookings.hourBefore";
    private const string HourBeforeVideo = "Bookings.hourBeforeVideo";
    private const string Alarm = "Bookings.alarm";
    private const string Begins = "Bookings.begins";

    // While a mentor talks to her the bot is silent.
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMinutes(5);

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Lapsed, LapsedMoving, Freed, HourBefore, HourBeforeVideo, Alarm, Begins, .. MeetingQuestions.Keys];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var turn = turnContext.Turn();
        if (turn.Occasion == BookingClock.Due)
            foreach (var booking in await turn.DueBookingsAsync(cancellationToken)) await GoOnAsync(turnContext, booking, cancellationToken);
        else if (turn.Occasion == WaitingList.Freed) await OfferFreedAsync(turnContext, cancellationToken);
        else if (turn.Occasion == Meetings.Missed) await AskWhetherAnotherAsync(turnContext, cancellationToken);
        else if (turn.Occasion == ZoneChanges.Changed) await KeepAgreedTimesAsync(turnContext, cancellationToken);
        else if (turn.Occasion == LoneMeetings.There) await questions.AskWhetherThereAsync(turnContext, cancellationToken);
        else if (turn.Occasion == Meetings.Over) await questions.AskMentorAsync(turnContext, cancellationToken);
        else await next(cancellationToken);
    }

    private async Task GoOnAsync(ITurnContext context, Booking booking, CancellationToken cancellationToken)
    {
        var (turn, here) = (context.Turn(), context.Turn().Conversation);
        // Whoever told us to stop is told nothing; a coordinator sees that she does not know.
        var isSilent = here.Floor == Floor.Nobody || here.Address!.OptedOutAt is not null;
        if (!isSilent && here.Floor != Floor.Bot && booking.NextReminder?.Stage != ReminderStage.Start)
        {
            turn.LookAgainAt(booking, turn.Now + LookAgainAfter);
            return;
        }
        if (turn.IsKeptNoMore(booking)) await LapseAsync(context, (booking, isSilent), cancellationToken);
        if (booking.MentorId is not null) await news.TellMentorAsync(turn, booking, booking.StartsAt!.Value, cancellationToken);
        if (booking.AlarmDueAt <= turn.Now) await AlarmAsync(turn, booking, cancellationToken);
        if (turn.TakeReminder(booking) is { } stage) await SayAsync(context, booking, isSilent ? (stage, false) : (stage, true), cancellationToken);
    }

    private async Task LapseAsync(ITurnContext context, (Booking Booking, bool IsSilent) lapsing, CancellationToken cancellationToken)
    {
        var booking = lapsing.Booking;
        await context.Turn().ReleaseAsync(booking, cancellationToken);
        if (lapsing.IsSilent) return;
        await context.SendActivityAsync(booking.IsBooked ? content.Words.Message(context, LapsedMoving, ("time", BookingWording.Time(booking))) : content.Words.Message(context, Lapsed), cancellationToken);
    }

    private async Task SayAsync(ITurnContext context, Booking booking, (ReminderStage Stage, bool ToHer) what, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (what.Stage == ReminderStage.HourBefore) news.TellSoon(turn, booking);
        if (what.Stage == ReminderStage.Start && booking.Way == MeetingWay.Place) turn.AskWhetherThere(booking);
        // Whoever meets in messages was asked how it was when the mentor finished.
        if (what.Stage == ReminderStage.After && booking.Way != MeetingWay.Messages) turn.AskMentorWhetherSheCame(booking);
        if (!what.ToHer) return;
        if (what.Stage == ReminderStage.DayBefore) await questions.AskWhetherComingAsync(context, booking, cancellationToken);
        else if (what.Stage == ReminderStage.HourBefore) await context.SendActivityAsync(Soon(context, booking), cancellationToken);
        else if (what.Stage == ReminderStage.Start && booking.Way == MeetingWay.Messages) await BeginAsync(context, booking, cancellationToken);
        else if (what.Stage == ReminderStage.After && booking.Way != MeetingWay.Messages) await questions.AskWhetherHelpedAsync(context, booking, cancellationToken);
    }

    private async Task AlarmAsync(Turn turn, Booking booking, CancellationToken cancellationToken)
    {
        foreach (var lead in await turn.AlarmAsync(booking, cancellationToken))
            turn.Tell(content.Words, lead, Alarm, ("name", booking.Mentor!.Name), ("alias", booking.Mentee!.Alias), ("manner", BookingWording.Manner(content.Words, lead.Phone!, booking)));
    }

    // By her clock nothing has changed; by his it may have, if he lives elsewhere.
    private async Task KeepAgreedTimesAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        foreach (var (booking, stands) in await turn.KeepAgreedTimesAsync(cancellationToken))
        {
            await news.TellMentorAsync(turn, booking, booking.StartsAt!.Value, cancellationToken);
            if (!stands) await context.SendActivityAsync(deeds.SaysCalledOff(booking), cancellationToken);
        }
    }

    private Activity Soon(ITurnContext context, Booking booking) => content.Words.Message(
        context, booking.Way == MeetingWay.Video ? HourBeforeVideo : HourBefore,
        ("time", BookingWording.Time(booking)), ("name", booking.Mentor!.Name), ("where", BookingWording.AtPlaceOf(content.Words, booking)), ("link", rooms.LinkOf(booking)));

    /// <summary>Its mentor is asked before all others to take her, as if she had asked for a person now.</summary>
    private async Task BeginAsync(ITurnContext context, Booking booking, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        // She asked for somebody already, or talks with one.
        if (await turn.FindHandoffAsync(cancellationToken) is not null) return;
        var handoff = await turn.AskForMentorAsync(booking.AboutId, isUrgent: false, cancellationToken);
        turn.PassTo(handoff, booking.MentorId!.Value);
        var isHope = await rounds.AskAsync(context, handoff, cancellationToken);
        if (!isHope) await turn.ExpireAsync(handoff, cancellationToken);
        await context.SendActivityAsync(isHope ? content.Words.Message(context, Begins, ("name", booking.Mentor!.Name)) : content.Words.Message(context, PersonDialog.Nobody), cancellationToken);
    }

    private async Task AskWhetherAnotherAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (turn.Conversation is { Floor: Floor.Bot, Address.OptedOutAt: null } && await turn.FindMissedAsync(cancellationToken) is { } booking) await questions.AskWhetherAnotherAsync(context, booking, cancellationToken);
    }

    private async Task OfferFreedAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (await turn.FindWhoIsNextAsync(cancellationToken) is not { } booking) return;
        var wanted = new WantedMeeting(booking.Way, booking.Needs, About: null, TimeWish.Any, booking);
        if (await turn.OfferTimesAsync(booking, wanted, aboutId: null, cancellationToken) is null) await turn.PassOnAsync(booking, cancellationToken);
        else await questions.OfferFreedAsync(context, booking, Freed, cancellationToken);
    }
}
