using System.Globalization;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Bookings;

/// <summary>What becomes of meetings that are booked.</summary>
public static class Meetings
{
    /// <summary>The occasion, in a mentor's own conversation, that a meeting of his is over: he is asked whether she came.</summary>
    public const string Over = "booking.over";

    /// <summary>The occasion, in her conversation, that her mentor did not meet her.</summary>
    public const string Missed = "booking.missed";

    // The node that stored the occasion may be a little ahead of this one.
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(5);

    // After that nobody remembers.
    private static readonly TimeSpan AskedUntil = TimeSpan.FromDays(2);

    /// <summary>What is due in this turn's conversation.</summary>
    public static async Task<IReadOnlyList<Booking>> DueBookingsAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var (id, by) = (turn.Conversation.Id, turn.Now + ClocksDiffer);
        var stored = await turn.Whole().Where(b => b.ConversationId == id && b.DueAt <= by).OrderBy(b => b.DueAt).ToListAsync(cancellationToken);
        // An earlier turn of the same transaction may have dealt with it.
        return stored.FindAll(booking => booking.DueAt <= by);
    }

    /// <summary>A booking by its number, if it is hers; null otherwise.</summary>
    public static async Task<Booking?> FindBookingAsync(this Turn turn, long id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var booking = await turn.Whole().FirstOrDefaultAsync(b => b.Id == id, cancellationToken);
        return booking?.MenteeId == turn.Mentee.Id ? booking : null;
    }

    /// <summary>Whether the times that a booking keeps are to be kept no more.</summary>
    public static bool IsKeptNoMore(this Turn turn, Booking booking)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(booking);
        return booking.KeptUntil <= turn.Now + ClocksDiffer;
    }

    /// <summary>A booking by its number, if it is with this mentor; null otherwise.</summary>
    public static async Task<Booking?> FindBookingAsync(this Turn turn, long id, Mentor mentor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(mentor);
        var booking = await turn.Whole().FirstOrDefaultAsync(b => b.Id == id, cancellationToken);
        return booking?.MentorId == mentor.Id ? booking : null;
    }

    /// <summary>Nothing can be said now: the clock looks again later.</summary>
    public static void LookAgainAt(this Turn turn, Booking booking, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(booking);
        booking.PutOff(at);
    }

    /// <summary>She said whether she comes.</summary>
    public static void NoteComing(this Turn turn, Booking booking, bool isComing)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(booking);
        booking.IsComing = isComing;
        turn.Record(isComing ? "booking.coming" : "booking.not-coming");
    }

    /// <summary>She said how far it helped: 1 a lot, 2 a little, 3 not.</summary>
    public static void NoteHelped(this Turn turn, Booking booking, int helped)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(booking);
        booking.Helped = helped;
        turn.Record("booking.helped", helped.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Her mentor said whether she came. If not, she is asked in a turn of her own whether she wants another time.</summary>
    public static void NoteCame(this Turn turn, Booking booking, bool came)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(booking);
        booking.SheCame = came;
        booking.NoteMentorOut(turn.Now);
        turn.Record(came ? "booking.met" : "booking.missed", mentee: booking.Mentee);
        if (!came) turn.Call(new Occasion(booking.Conversation!, Missed, string.Create(CultureInfo.InvariantCulture, $"missed {booking.Id}")));
    }

    /// <summary>The meeting of the mentor whose conversation this is that goes on now, at a place; null if there is none.</summary>
    public static Task<Booking?> FindMeetingNowAsync(this Turn turn, int mentorId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var (now, since) = (turn.Now + ClocksDiffer, turn.Now - AskedUntil);
        return turn.Whole().Where(b => b.MentorId == mentorId && b.Way == MeetingWay.Place && b.MentorOutAt == null && (b.State == BookingState.Booked || b.State == BookingState.Over) && b.StartsAt <= now && b.StartsAt > since)
            .OrderByDescending(b => b.StartsAt).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The last meeting that was missed in this turn's conversation; null if there is none that is still to be spoken of.</summary>
    public static Task<Booking?> FindMissedAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var (id, since) = (turn.Conversation.Id, turn.Now - AskedUntil);
        return turn.Whole().Where(b => b.ConversationId == id && b.State == BookingState.Over && b.SheCame == false && b.EndsAt > since).OrderByDescending(b => b.EndsAt).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The reminder that has to be said by now; those before it came too late to say, and are left out. Null where none is due.</summary>
    public static ReminderStage? TakeReminder(this Turn turn, Booking booking)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(booking);
        ReminderStage? due = null;
        while (booking.NextReminder is { } next && next.At <= turn.Now + ClocksDiffer)
        {
            booking.NoteReminded(next.Stage);
            due = next.Stage;
        }
        if (due is { } said) turn.Record("booking.reminded", said.ToString());
        return due;
    }

    /// <summary>She can't come: the time is free again with the commit of this turn, and whoever waits hears of it. The booking is hers still, to choose another.</summary>
    public static async Task GiveBackAsync(this Turn turn, Booking booking, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(booking);
        booking.GiveBack();
        turn.Record("booking.given-back", mentee: booking.Mentee);
        await turn.CallNextAsync(booking, cancellationToken);
    }

    /// <summary>It is called off by the mentor, or by a coordinator.</summary>
    public static async Task CallOffAsync(this Turn turn, Booking booking, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(booking);
        booking.End(BookingState.CalledOff);
        booking.NoteMentorKnows();
        turn.Record("booking.called-off", mentee: booking.Mentee);
        await turn.CallNextAsync(booking, cancellationToken);
    }

    /// <summary>Whether its mentor is to be told now how it stands; if he wants to hear nothing now, the clock looks again.</summary>
    /// <param name="turn">A turn.</param>
    /// <param name="booking">With its mentor and his phone.</param>
    /// <returns>What he is told of; null where he is told nothing now.</returns>
    public static MentorNews? TakeNewsForMentor(this Turn turn, Booking booking)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(booking);
        if (!booking.IsNewsForMentor) return null;
        if (booking.Mentor!.IsQuietAt(turn.Now))
        {
            booking.TellMentorLater(booking.Mentor.QuietEnds(turn.Now));
            return null;
        }
        var news = !booking.IsBooked ? MentorNews.Dropped : booking.MentorKnows == 0 ? MentorNews.Booked : MentorNews.Moved;
        booking.NoteMentorKnows();
        return news;
    }

    /// <summary>A meeting is over: its mentor is asked, in a turn of his own conversation, whether she came.</summary>
    public static void AskMentorWhetherSheCame(this Turn turn, Booking booking)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(booking);
        if (booking.Mentor is { WithdrawnAt: null, Phone: { } phone }) turn.Call(new Occasion(phone, Over, string.Create(CultureInfo.InvariantCulture, $"over {booking.Id} {booking.Sequence}")));
    }

    /// <summary>The meeting with the mentor whose conversation this is, of which he has not said whether she came; the last one. Null if there is none.</summary>
    public static Task<Booking?> FindMetAsync(this Turn turn, int mentorId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var since = turn.Now - AskedUntil;
        return turn.Whole().Where(b => b.MentorId == mentorId && b.State == BookingState.Over && b.SheCame == null && b.EndsAt > since).OrderByDescending(b => b.EndsAt).FirstOrDefaultAsync(cancellationToken);
    }
}

/// <summary>What a mentor hears of a meeting.</summary>
public enum MentorNews
{
    /// <summary>It is booked.</summary>
    Booked,

    /// <summary>It is at another time.</summary>
    Moved,

    /// <summary>She can't come.</summary>
    Dropped,
}
