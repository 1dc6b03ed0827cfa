using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Bookings;

/// <summary>The meetings of a scheme and of all below it, for its coordinator: who meets whom and when, what they need, and what that costs. Without a word of what they are about.</summary>
public sealed class BookingRoll(IDbContextFactory<MentorBotDb> contexts, Writes writes, TimeProvider clock)
{
    /// <summary>How many are listed at the most.</summary>
    public const int MostListed = 200;

    /// <summary>The highest cost of one meeting, in pence.</summary>
    public const int HighestCost = 1_000_000;

    /// <summary>The needs that there are, one by one.</summary>
    public static IReadOnlyList<Need> EachNeed { get; } = [.. Enum.GetValues<Need>().Where(need => need != Need.None)];

    /// <summary>What begins in a span of time, and who has to be told another way whenever that is.</summary>
    /// <param name="schemeId">The coordinator's scheme.</param>
    /// <param name="from">Not before this.</param>
    /// <param name="until">Before this.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<BookingSheet> ReadAsync(int schemeId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (schemes, now) = (await db.SchemesDownwardsAsync(schemeId, cancellationToken), clock.GetUtcNow());
        var theirs = db.Bookings.AsNoTracking().Where(b => schemes.Contains(b.SchemeId));
        var inSpan = theirs.Where(b => b.StartsAt >= from && b.StartsAt < until);
        var ahead = theirs.Where(b => (b.State == BookingState.Booked || b.State == BookingState.CalledOff) && b.EndsAt > now);
        return new BookingSheet(
            await Rolled(inSpan.OrderBy(b => b.StartsAt).ThenBy(b => b.Id)).ToListAsync(cancellationToken),
            await Rolled(Unreachable(ahead).OrderBy(b => b.StartsAt)).ToListAsync(cancellationToken),
            await SumAsync(inSpan, cancellationToken) with { Waiting = await theirs.CountAsync(b => b.State == BookingState.Waiting, cancellationToken) });
    }

    /// <summary>Somebody saw to what is needed for a meeting, or did not yet; and what it cost.</summary>
    /// <param name="schemeId">The coordinator's scheme.</param>
    /// <param name="bookingId">The booking's number.</param>
    /// <param name="areMet">Whether it is seen to.</param>
    /// <param name="costPence">What it cost, from 0 to <see cref="HighestCost"/>; null while that is not known.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether it was noted: it is a meeting of theirs, and the cost is in its range.</returns>
    public async Task<bool> NoteNeedsAsync(int schemeId, long bookingId, bool areMet, int? costPence, CancellationToken cancellationToken)
    {
        if (costPence is < 0 or > HighestCost) return false;
        return await writes.RunAsync(
            async db =>
            {
                var schemes = await db.SchemesDownwardsAsync(schemeId, cancellationToken);
                if (await db.Bookings.FirstOrDefaultAsync(b => b.Id == bookingId && schemes.Contains(b.SchemeId), cancellationToken) is not { } booking) return false;
                booking.SeeToNeeds(areMet, costPence);
                return true;
            },
            cancellationToken);
    }

    private static IQueryable<Booking> Unreachable(IQueryable<Booking> bookings) =>
        bookings.Where(b => b.Conversation!.Floor == Floor.Nobody || b.Conversation.Address!.OptedOutAt != null || b.Conversation.Address.UnusableBecause != null);

    private static IQueryable<RolledBooking> Rolled(IQueryable<Booking> bookings) => bookings.Take(MostListed).Select(b => new RolledBooking(b, b.Conversation!.Address!.Mentee!.Alias, b.Mentor!.Name, b.Venue!.Name));

    // One row for each way in which some of them are alike, so that a year costs no more than a day.
    private static async Task<BookingSums> SumAsync(IQueryable<Booking> bookings, CancellationToken cancellationToken)
    {
        var rows = await bookings.GroupBy(b => new { b.State, b.SheCame, b.Needs, b.AreNeedsMet })
            .Select(group => new { group.Key.State, group.Key.SheCame, group.Key.Needs, group.Key.AreNeedsMet, Count = group.Count(), Pence = group.Sum(b => (long?)b.CostPence) ?? 0 })
            .ToListAsync(cancellationToken);
        var stand = rows.FindAll(row => row.State is BookingState.Booked or BookingState.Over);
        return new BookingSums
        {
            Booked = rows.Where(row => row.State == BookingState.Booked).Sum(row => row.Count),
            Met = rows.Where(row => row.State == BookingState.Over && row.SheCame == true).Sum(row => row.Count),
            Missed = rows.Where(row => row.State == BookingState.Over && row.SheCame == false).Sum(row => row.Count),
            Unsaid = rows.Where(row => row.State == BookingState.Over && row.SheCame is null).Sum(row => row.Count),
            CalledOff = rows.Where(row => row.State == BookingState.CalledOff).Sum(row => row.Count),
            Dropped = rows.Where(row => row.State is not (BookingState.Booked or BookingState.Over or BookingState.CalledOff)).Sum(row => row.Count),
            CostPence = rows.Sum(row => row.Pence),
            Needs = [.. EachNeed.Select(need => new NeedSum(need, stand.Where(row => row.Needs.HasFlag(need)).Sum(row => row.Count), stand.Where(row => row.Needs.HasFlag(need) && row.AreNeedsMet).Sum(row => row.Count)))],
        };
    }
}

/// <summary>Meetings, as a coordinator sees them.</summary>
/// <param name="Meetings">What begins in the span, the first first; at most <see cref="BookingRoll.MostListed"/>.</param>
/// <param name="Unreachable">What is ahead, or is off and would have been, and she cannot be told by us of anything: she told us to stop, or nothing reaches her.</param>
/// <param name="Sums">The figures of the span.</param>
public sealed record BookingSheet(IReadOnlyList<RolledBooking> Meetings, IReadOnlyList<RolledBooking> Unreachable, BookingSums Sums);

/// <summary>A meeting.</summary>
/// <param name="Booking">The booking itself.</param>
/// <param name="Alias">What we call her.</param>
/// <param name="Mentor">With whom.</param>
/// <param name="Venue">Where, if it is at a place.</param>
public sealed record RolledBooking(Booking Booking, string Alias, string? Mentor, string? Venue);

/// <summary>What became of meetings, and what they needed.</summary>
public sealed record BookingSums
{
    /// <summary>How many stand, and are not over.</summary>
    public int Booked { get; init; }

    /// <summary>In how many she came.</summary>
    public int Met { get; init; }

    /// <summary>In how many she did not come.</summary>
    public int Missed { get; init; }

    /// <summary>How many are over, and nobody said whether she came.</summary>
    public int Unsaid { get; init; }

    /// <summary>How many our side called off.</summary>
    public int CalledOff { get; init; }

    /// <summary>How many she gave up or gave back.</summary>
    public int Dropped { get; init; }

    /// <summary>How many wait for a time now, whatever the span.</summary>
    public int Waiting { get; init; }

    /// <summary>What all of it cost, in pence, also for those that did not come about.</summary>
    public long CostPence { get; init; }

    /// <summary>Each need, of meetings that stand or are over.</summary>
    public IReadOnlyList<NeedSum> Needs { get; init; } = [];
}

/// <summary>How often something was needed.</summary>
/// <param name="Need">What.</param>
/// <param name="Count">For how many meetings.</param>
/// <param name="Met">For how many of them it was seen to.</param>
public sealed record NeedSum(Need Need, int Count, int Met);
