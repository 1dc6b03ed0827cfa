using System.Security.Cryptography;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MentorBot.Mentoring.Bookings;

/// <summary>A mentee is offered times, which are kept for her while she writes, and chooses one.</summary>
public static class Choosing
{
    /// <summary>How long they are kept: as long as texting takes.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(20);

    /// <summary>How many meetings one mentee may have ahead: the time of mentors is for many.</summary>
    public const int MostAhead = 3;

    internal const int SecretLength = 32;

    /// <summary>The booking whose times she was offered last in this conversation, kept or not; null if there is none that she might still choose from.</summary>
    public static async Task<Booking?> FindChoosingAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var id = turn.Conversation.Id;
        var stored = await turn.Whole().Where(b => b.ConversationId == id && b.OfferedAt != null && (b.State == BookingState.Choosing || b.State == BookingState.Booked || b.State == BookingState.Lapsed))
            .OrderByDescending(b => b.OfferedAt).Take(1).ToListAsync(cancellationToken);
        return stored.Union(turn.Db.Bookings.Local.Where(b => b.Conversation == turn.Conversation)).Where(b => b.CanBeChosenFrom).MaxBy(b => b.OfferedAt);
    }

    /// <summary>Her meetings ahead, the next first, wherever she booked them.</summary>
    public static async Task<IReadOnlyList<Booking>> MeetingsAheadAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var (mentee, now) = (turn.Mentee.Id, turn.Now);
        var stored = await turn.Whole().Where(b => b.MenteeId == mentee && b.State == BookingState.Booked && b.EndsAt > now).ToListAsync(cancellationToken);
        return [.. stored.Union(turn.Db.Bookings.Local.Where(b => b.Mentee == turn.Mentee)).Where(b => b.IsBooked && b.EndsAt > now).OrderBy(b => b.StartsAt)];
    }

    /// <summary>She is offered times: they are kept for her from the commit of this turn on.</summary>
    /// <param name="turn">Her turn.</param>
    /// <param name="booking">What she has to choose from already, or moves; null for a new booking.</param>
    /// <param name="wanted">What she wants.</param>
    /// <param name="aboutId">The message that says what it is about, or null. For a new booking.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The booking with its choices; null where no time can be had, and nothing changed.</returns>
    public static async Task<Booking?> OfferTimesAsync(this Turn turn, Booking? booking, WantedMeeting wanted, long? aboutId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(wanted);
        var proposals = await turn.ProposeAsync(wanted, cancellationToken);
        if (proposals.Count == 0) return null;
        booking ??= turn.Db.Bookings.Add(NewBooking(turn, wanted, aboutId)).Entity;
        booking.Offer(proposals, turn.Now, turn.Now + Kept);
        turn.Record("booking.offered");
        return booking;
    }

    /// <summary>She chooses a time. One that is kept no more is hers all the same, if it is still free.</summary>
    /// <returns>Whether she has it.</returns>
    public static async Task<bool> ChooseAsync(this Turn turn, Booking booking, BookedTime time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(booking);
        ArgumentNullException.ThrowIfNull(time);
        if (!time.IsKept && !await IsFreeAsync(turn, booking, time, cancellationToken)) return false;
        var wasBooked = booking.IsBooked;
        booking.Choose(time.Number, turn.Now);
        turn.Record(wasBooked ? "booking.moved" : "booking.booked");
        return true;
    }

    /// <summary>Her times are kept no more, and whoever waits hears of it.</summary>
    public static async Task ReleaseAsync(this Turn turn, Booking booking, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(booking);
        booking.Release();
        turn.Record("booking.lapsed");
        await turn.CallNextAsync(booking, cancellationToken);
    }

    /// <summary>She gives it up. Its times are free again with the commit of this turn, and whoever waits hears of it.</summary>
    public static async Task DropAsync(this Turn turn, Booking booking, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(booking);
        booking.End(BookingState.Dropped);
        turn.Record("booking.dropped", mentee: booking.Mentee);
        await turn.CallNextAsync(booking, cancellationToken);
    }

    /// <summary>Bookings with all that they are made of: whatever changes one has to know it whole.</summary>
    internal static IQueryable<Booking> Whole(this Turn turn) => turn.Db.Bookings
        .Include(b => b.Times).ThenInclude(t => t.Mentor!.Phone!.Address!.Mentee).Include(b => b.Times).ThenInclude(t => t.Venue).Include(b => b.Quarters)
        .Include(b => b.Mentor).Include(b => b.Mentee).Include(b => b.Conversation!.Address!.Mentee)
        .AsSplitQuery();

    private static async Task<bool> IsFreeAsync(Turn turn, Booking booking, BookedTime time, CancellationToken cancellationToken)
    {
        var (mentor, now, slot) = (time.Mentor!, Instant.FromDateTimeOffset(turn.Now), time.Slot);
        if (mentor is not { WithdrawnAt: null, AwaySince: null, Meets: { } terms } || !terms.Ways.Contains(booking.Way)) return false;
        var diary = (await turn.ReadDiariesAsync([mentor], (slot.Start, slot.End), booking, cancellationToken))[mentor.Id];
        return diary.IsFree(slot, now);
    }

    internal static Booking NewBooking(Turn turn, WantedMeeting wanted, long? aboutId) => new()
    {
        Uid = Guid.CreateVersion7(turn.Now),
        SchemeId = turn.Mentee.SchemeId,
        Mentee = turn.Mentee,
        Conversation = turn.Conversation,
        AboutId = aboutId,
        Way = wanted.Way,
        Needs = wanted.Needs,
        LinkSecret = RandomNumberGenerator.GetHexString(SecretLength, lowercase: true),
        TimeZone = turn.Mentee.TimeZone,
        RequestedAt = turn.Now,
    };
}
