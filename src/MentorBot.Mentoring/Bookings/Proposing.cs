using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MentorBot.Mentoring.Bookings;

/// <summary>Finds the times to offer somebody: soon, with whoever fits her best.</summary>
public static class Proposing
{
    /// <summary>How many times are offered at once.</summary>
    public const int Offered = 3;

    // Nearly always three are found among the best and in these days; only where not is it looked further.
    private const int MentorsAtOnce = 40;
    private static readonly Duration[] Horizons = [Duration.FromDays(14), Duration.FromDays(56)];

    // Nobody knows what he does in a year.
    private static readonly Duration Furthest = Duration.FromDays(84);

    /// <summary>The ways in which mentors can be met in a scheme; none where nobody can be booked.</summary>
    public static async Task<IReadOnlyList<MeetingWay>> WaysAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return [.. (await BookableAsync(turn, cancellationToken)).SelectMany(mentor => mentor.Meets!.Ways).Distinct().Order()];
    }

    /// <summary>The best times that can be had, the soonest first: at the most <see cref="Offered"/>, on different days or in different halves of one, as far as there are such.</summary>
    /// <param name="turn">Her turn.</param>
    /// <param name="wanted">What she wants.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<Proposal>> ProposeAsync(this Turn turn, WantedMeeting wanted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(wanted);
        // Nobody is in two meetings at once.
        wanted = wanted with { Has = [.. (await turn.MeetingsAheadAsync(cancellationToken)).Where(booking => booking != wanted.Own).Select(booking => booking.Times.Single(time => time.Number == BookedTime.Chosen).Slot)] };
        var last = wanted.PrefersMentorId ?? await LastMentorAsync(turn, cancellationToken);
        var bookable = await BookableAsync(turn, cancellationToken);
        var places = await PlacesAsync(turn, wanted, bookable, cancellationToken);
        var mentors = bookable.Where(mentor => MayMeet(mentor, wanted, places))
            .Select(mentor => new Candidacy(mentor, Fit.DaysOf(mentor, turn.Mentee.Language, wanted.About, last), mentor.Meets!.VenueId is { } id ? places.GetValueOrDefault(id) : null))
            .OrderBy(one => one.Cost).ThenBy(one => one.Mentor.Id).ToList();
        foreach (var horizon in Horizons)
        {
            var found = new List<Priced>();
            foreach (var some in mentors.Chunk(MentorsAtOnce))
            {
                found.AddRange(await FindAsync(turn, some, (wanted, horizon), cancellationToken));
                if (found.Count >= Offered) break;
            }
            var chosen = Choice.Of(found, turn.Zone());
            if (chosen.Count == Offered || horizon == Horizons[^1]) return await TrackedAsync(turn, chosen, cancellationToken);
        }
        return [];
    }

    /// <summary>The zone that this turn's mentee lives in.</summary>
    public static DateTimeZone Zone(this Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return DateTimeZoneProviders.Tzdb[turn.Mentee.TimeZone];
    }

    private static bool MayMeet(Mentor mentor, WantedMeeting wanted, Dictionary<int, Venue> places) =>
        mentor.Meets!.Ways.Contains(wanted.Way)
        && (wanted.Way != MeetingWay.Place || (mentor.Meets.VenueId is { } venue && places.ContainsKey(venue)));

    private static async Task<List<Mentor>> BookableAsync(Turn turn, CancellationToken cancellationToken)
    {
        var schemes = await turn.Db.SchemesUpwardsAsync(turn.Mentee.SchemeId, cancellationToken);
        var own = turn.Conversation.Id;
        // Nobody meets himself. Hundreds are looked at, and three at the most are offered: those alone are tracked, by TrackedAsync.
        var stored = await turn.Db.Mentors.AsNoTracking().Where(m => m.WithdrawnAt == null && m.AwaySince == null && schemes.Contains(m.SchemeId) && m.PhoneId != own && m.Meets != null).ToListAsync(cancellationToken);
        // What an earlier turn of this transaction changed about one is known here only.
        var known = turn.Db.Mentors.Local.ToDictionary(mentor => mentor.Id);
        return stored.ConvertAll(mentor => known.GetValueOrDefault(mentor.Id, mentor)).FindAll(mentor => mentor is { WithdrawnAt: null, AwaySince: null, Meets: { Hours.Count: > 0, Ways.Count: > 0 } });
    }

    private static async Task<IReadOnlyList<Proposal>> TrackedAsync(Turn turn, IReadOnlyList<Proposal> chosen, CancellationToken cancellationToken)
    {
        if (chosen.Count == 0) return [];
        var ids = chosen.Select(one => one.Mentor.Id).Distinct().ToArray();
        var mentors = await turn.Db.Mentors.Where(m => ids.Contains(m.Id)).Include(m => m.Phone!.Address!.Mentee).ToDictionaryAsync(m => m.Id, cancellationToken);
        return [.. chosen.Select(one => one with { Mentor = mentors[one.Mentor.Id] })];
    }

    private static async Task<Dictionary<int, Venue>> PlacesAsync(Turn turn, WantedMeeting wanted, List<Mentor> mentors, CancellationToken cancellationToken)
    {
        var ids = mentors.Where(mentor => mentor.Meets!.VenueId is not null).Select(mentor => mentor.Meets!.VenueId!.Value).Distinct().ToArray();
        if (wanted.Way != MeetingWay.Place || ids.Length == 0) return [];
        var venues = await turn.Db.Venues.Where(v => ids.Contains(v.Id)).ToListAsync(cancellationToken);
        return venues.FindAll(venue => venue.Has(wanted.Needs)).ToDictionary(venue => venue.Id);
    }

    // One question after the other: a union of both would forget their order.
    private static async Task<int?> LastMentorAsync(Turn turn, CancellationToken cancellationToken)
    {
        var mentee = turn.Mentee.Id;
        return await turn.Db.Bookings.Where(b => b.MenteeId == mentee && b.State == BookingState.Over && b.Helped != Holding.DidNotHelp)
                .OrderByDescending(b => b.StartsAt).Select(b => b.MentorId).FirstOrDefaultAsync(cancellationToken)
            ?? await turn.Db.Handoffs.Where(h => h.MenteeId == mentee && h.State == HandoffState.Ended && h.FirstWordsAt != null && h.Helped != Holding.DidNotHelp)
                .OrderByDescending(h => h.Id).Select(h => h.MentorId).FirstOrDefaultAsync(cancellationToken);
    }

    private static async Task<List<Priced>> FindAsync(Turn turn, IReadOnlyList<Candidacy> some, (WantedMeeting Wanted, Duration Horizon) sought, CancellationToken cancellationToken)
    {
        var (wish, zone, now) = (sought.Wanted.When, turn.Zone(), Instant.FromDateTimeOffset(turn.Now));
        var from = wish.From is { } day ? Instant.Max(now, zone.AtStartOfDay(day).ToInstant()) : now;
        if (from > now + Furthest) return [];
        var until = from + sought.Horizon;
        var diaries = await turn.ReadDiariesAsync([.. some.Select(one => one.Mentor)], (now, until), sought.Wanted.Own, cancellationToken);
        var found = new List<Priced>();
        foreach (var one in some)
        {
            var terms = one.Mentor.Meets!;
            var times = diaries[one.Mentor.Id].Find(now, from, until, Duration.FromMinutes(terms.Length), Period.FromMinutes(Diaries.Step)).Where(slot => wish.Holds(slot.Start, zone) && !sought.Wanted.IsWhatSheHas(slot));
            found.AddRange(Choice.OneEachHalfDay(times, zone).Take(Offered).Select(slot => new Priced(new Proposal(one.Mentor, slot, one.Venue), one.Cost + (slot.Start - now).TotalDays)));
        }
        return found;
    }

    private sealed record Candidacy(Mentor Mentor, double Cost, Venue? Venue);
}

/// <summary>A time that can be offered.</summary>
/// <param name="Mentor">With whom.</param>
/// <param name="Slot">When.</param>
/// <param name="Venue">Where, if it is at a place.</param>
public sealed record Proposal(Mentor Mentor, Slot Slot, Venue? Venue);

/// <summary>The meeting that somebody wants.</summary>
/// <param name="Way">How they meet.</param>
/// <param name="Needs">What she needs of a place.</param>
/// <param name="About">What it is about, in her words, or null.</param>
/// <param name="When">When she would like it.</param>
/// <param name="Own">What she has to choose from already, or booked, if she has: those times count as free.</param>
public sealed record WantedMeeting(MeetingWay Way, Need Needs, string? About, TimeWish When, Booking? Own)
{
    /// <summary>With whom she would like it most; null where that is whoever helped her last.</summary>
    public int? PrefersMentorId { get; init; }

    /// <summary>The meetings that she has besides <see cref="Own"/>.</summary>
    internal IReadOnlyList<Slot> Has { get; init; } = [];

    /// <summary>Whether a time is none for her: she has another meeting then, or moves what begins just then.</summary>
    internal bool IsWhatSheHas(Slot slot) =>
        Has.Any(other => slot.IsTooNear(other, Duration.Zero)) || (Own is { IsBooked: true, StartsAt: { } start } && slot.Start == Instant.FromDateTimeOffset(start));
}
