using System.Globalization;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Bookings;

/// <summary>Calls upon the conversations whose booking has to be looked at: times that are kept no more, a reminder, a meeting that begins or is over.</summary>
public sealed class BookingClock(IDbContextFactory<MentorBotDb> contexts, Inbox inbox, TimeProvider clock)
{
    /// <summary>The occasion that a conversation's turn deals with.</summary>
    public const string Due = "booking.due";

    private const int MostAtOnce = 100;

    // A turn that was set aside must not leave a meeting without its reminder.
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(10);

    /// <summary>Stores an occasion for each booking that is due. Several nodes may do so: each is stored once.</summary>
    /// <returns>How many were due.</returns>
    public async Task<int> StrikeAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await DueAsync(now, cancellationToken);
        foreach (var booking in due) await inbox.CallAsync(new Occasion(booking.Conversation!, Due, IdOf(booking, now)));
        return due.Count;
    }

    private async Task<List<Booking>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Bookings.AsNoTracking().Include(b => b.Conversation!.Address)
            .Where(b => b.DueAt != null && b.DueAt <= now)
            .OrderBy(b => b.DueAt).Take(MostAtOnce).ToListAsync(cancellationToken);
    }

    private static string IdOf(Booking booking, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"booking {booking.Id} {booking.Version} {(now - booking.DueAt!.Value).Ticks / AskAgainAfter.Ticks}");
}
