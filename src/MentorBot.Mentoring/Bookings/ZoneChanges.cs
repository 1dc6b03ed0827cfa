using System.Globalization;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Bookings;

/// <summary>Governments change the rules of time zones, and we learn of it with a new version of the time zone database: what was agreed for ten o'clock stays at ten o'clock. Looks for meetings that are at another instant now, and calls upon their conversations.</summary>
public sealed class ZoneChanges(IDbContextFactory<MentorBotDb> contexts, Inbox inbox, TimeProvider clock)
{
    /// <summary>The occasion that a conversation's turn deals with.</summary>
    public const string Changed = "booking.zone-changed";

    /// <summary>Stores an occasion for each meeting ahead that is not when it was agreed. Several nodes may do so: each is stored once.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> StrikeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var ahead = await db.Bookings.AsNoTracking().Include(b => b.Conversation!.Address).Where(b => b.State == BookingState.Booked && b.StartsAt > now).ToListAsync(cancellationToken);
        var changed = ahead.FindAll(booking => booking.AgreedStart != booking.StartsAt);
        foreach (var booking in changed) await inbox.CallAsync(new Occasion(booking.Conversation!, Changed, string.Create(CultureInfo.InvariantCulture, $"zone {booking.Id} {booking.AgreedStart!.Value.UtcTicks}")));
        return changed.Count;
    }
}

/// <summary>Keeps meetings at the time that was agreed.</summary>
public static class AgreedTimes
{
    /// <summary>The meetings of this turn's conversation that are not when they were agreed, with what became of each: it is when it was agreed again, or, where its mentor has no time then, called off.</summary>
    public static async Task<IReadOnlyList<(Booking Booking, bool Stands)>> KeepAgreedTimesAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var kept = new List<(Booking, bool)>();
        foreach (var booking in (await turn.MeetingsAheadAsync(cancellationToken)).Where(booking => booking.Conversation == turn.Conversation && booking.AgreedStart != booking.StartsAt))
        {
            var stands = await turn.IsMentorFreeAsync(booking, booking.AgreedSlot, cancellationToken);
            if (stands) booking.KeepAgreedTime();
            else booking.End(BookingState.CalledOff);
            turn.Record(stands ? "booking.kept-agreed-time" : "booking.called-off");
            kept.Add((booking, stands));
        }
        return kept;
    }
}
