using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MentorBot.Mentoring.Bookings;

/// <summary>When a mentor may be booked, as he sets it himself. Whoever waits for a time is called in the same transaction. What is booked already stays, whatever he sets.</summary>
public sealed class MentorTimes(IDbContextFactory<MentorBotDb> contexts, Writes writes, Saying saying, Signal<Turns> turns, TimeProvider clock)
{
    // In one go nobody means more than this.
    private const int MostShown = 60;

    /// <summary>How it stands; null if there is no such mentor, or he is one no more.</summary>
    public async Task<TimesSheet?> ReadAsync(int mentorId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db.Mentors.AsNoTracking(), mentorId, cancellationToken) is not { } mentor) return null;
        var today = TodayOf(mentor);
        var days = await db.MentorDays.AsNoTracking().Where(d => d.MentorId == mentorId && d.Date >= today.AddDays(-1)).ToListAsync(cancellationToken);
        return new TimesSheet(OwnTimes.Of(mentor), mentor.Version)
        {
            Today = today,
            Days = DaySpan.Of(days.Where(day => day.Date >= today)),
            Venues = await VenuesOf(db, await db.SchemesUpwardsAsync(mentor.SchemeId, cancellationToken)).OrderBy(v => v.Name).ToListAsync(cancellationToken),
            Outside = await OutsideAsync(db, mentor, days, cancellationToken),
            CalendarSecret = mentor.CalendarSecret,
        };
    }

    /// <summary>Sets his week, and how he may be booked.</summary>
    /// <param name="mentorId">The mentor.</param>
    /// <param name="times">What counts from now on. It has no <see cref="OwnTimes.Problems"/>.</param>
    /// <param name="version">The version that he looked at.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<TimesChange> SaveAsync(int mentorId, OwnTimes times, int version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(times);
        return ChangeAsync(mentorId, async (turn, mentor) =>
        {
            if (mentor.Version != version) return TimesChange.ChangedMeanwhile;
            var schemes = await turn.Db.SchemesUpwardsAsync(mentor.SchemeId, cancellationToken);
            if (times.Terms.VenueId is { } venue && !await VenuesOf(turn.Db, schemes).AnyAsync(v => v.Id == venue, cancellationToken)) return TimesChange.NoSuchVenue;
            times.Fill(mentor);
            return TimesChange.Saved;
        }, cancellationToken);
    }

    /// <summary>Sets other hours for some days ahead, or takes them off.</summary>
    public Task<TimesChange> SetDaysAsync(int mentorId, DaySpan days, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (days.Count is < 1 or > DaySpan.Longest || HoursText.Read(default, days.Hours) is not { } read || HoursText.Write(read) is not { Length: <= MentorDay.LongestHours } hours) return Task.FromResult(TimesChange.BadDays);
        return ChangeAsync(mentorId, async (turn, mentor) =>
        {
            if (days.From < TodayOf(mentor) || days.Until > TodayOf(mentor).AddDays(DaySpan.Furthest)) return TimesChange.BadDays;
            var known = await DaysOf(turn.Db, mentorId, days).ToDictionaryAsync(day => day.Date, cancellationToken);
            foreach (var date in days.Dates)
            {
                if (known.TryGetValue(date, out var day)) day.Hours = hours;
                else turn.Db.MentorDays.Add(new MentorDay { MentorId = mentorId, Date = date, Hours = hours });
            }
            return TimesChange.Saved;
        }, cancellationToken);
    }

    /// <summary>Makes some days as his week says again.</summary>
    public Task<TimesChange> ClearDaysAsync(int mentorId, DateOnly from, DateOnly until, CancellationToken cancellationToken) => ChangeAsync(mentorId, async (turn, _) =>
    {
        turn.Db.MentorDays.RemoveRange(await DaysOf(turn.Db, mentorId, new DaySpan(from, until, "")).ToListAsync(cancellationToken));
        return TimesChange.Saved;
    }, cancellationToken);

    private async Task<TimesChange> ChangeAsync(int mentorId, Func<Turn, Mentor, Task<TimesChange>> work, CancellationToken cancellationToken)
    {
        var change = await writes.RunAsync(
            async db =>
            {
                if (await FindAsync(db.Mentors, mentorId, cancellationToken) is not { } mentor) return TimesChange.NoMentor;
                var record = new TurnRecord();
                var turn = new Turn(db, record, clock.GetUtcNow());
                if (await work(turn, mentor) is not TimesChange.Saved and var refused) return refused;
                mentor.Version++;
                await turn.CallForAsync(mentor, cancellationToken);
                saying.PrepareElsewhere(turn);
                await db.SaveChangesAsync(cancellationToken);
                await record.WriteAsync(db);
                return TimesChange.Saved;
            },
            cancellationToken);
        if (change == TimesChange.Saved) turns.Pulse();
        return change;
    }

    private DateOnly TodayOf(Mentor mentor) => Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(DateTimeZoneProviders.Tzdb[mentor.TimeZone]).Date.ToDateOnly();

    // What was booked while his times were others.
    private async Task<IReadOnlyList<StrayMeeting>> OutsideAsync(MentorBotDb db, Mentor mentor, List<MentorDay> days, CancellationToken cancellationToken)
    {
        var (now, his) = (clock.GetUtcNow(), new FreeTimes(Diaries.AvailabilityOf(mentor, days), []));
        var ahead = await db.Bookings.AsNoTracking().Where(b => b.MentorId == mentor.Id && b.State == BookingState.Booked && b.StartsAt > now)
            .OrderBy(b => b.StartsAt).Select(b => new { b.Id, StartsAt = b.StartsAt!.Value, EndsAt = b.EndsAt!.Value, b.Conversation!.Address!.Mentee!.Alias }).ToListAsync(cancellationToken);
        return [.. ahead.Where(one => !his.IsWithinHours(new Slot(Instant.FromDateTimeOffset(one.StartsAt), Instant.FromDateTimeOffset(one.EndsAt)))).Take(MostShown).Select(one => new StrayMeeting(one.Id, one.Alias, one.StartsAt))];
    }

    private static IQueryable<Venue> VenuesOf(MentorBotDb db, IReadOnlyList<int> schemes) => db.Venues.AsNoTracking().Where(v => v.ClosedAt == null && schemes.Contains(v.SchemeId));

    private static IQueryable<MentorDay> DaysOf(MentorBotDb db, int mentorId, DaySpan days) => db.MentorDays.Where(d => d.MentorId == mentorId && d.Date >= days.From && d.Date <= days.Until);

    private static Task<Mentor?> FindAsync(IQueryable<Mentor> mentors, int mentorId, CancellationToken cancellationToken) =>
        mentors.FirstOrDefaultAsync(m => m.Id == mentorId && m.WithdrawnAt == null, cancellationToken);
}

/// <summary>A mentor's times, and what he needs to set them.</summary>
/// <param name="Times">What counts now.</param>
/// <param name="Version">The mentor's version.</param>
public sealed record TimesSheet(OwnTimes Times, int Version)
{
    /// <summary>What day it is where he lives.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The days ahead that are other than his week, the next first.</summary>
    public required IReadOnlyList<DaySpan> Days { get; init; }

    /// <summary>Where he may meet people.</summary>
    public required IReadOnlyList<Venue> Venues { get; init; }

    /// <summary>The meetings ahead that are not within his times any more, the next first.</summary>
    public required IReadOnlyList<StrayMeeting> Outside { get; init; }

    /// <summary>The secret part of his calendar's link; null while he has none.</summary>
    public string? CalendarSecret { get; init; }
}

/// <summary>A meeting that is not within its mentor's times any more. It stands all the same.</summary>
/// <param name="BookingId">The booking's number.</param>
/// <param name="Alias">What we call her.</param>
/// <param name="StartsAt">When it begins.</param>
public sealed record StrayMeeting(long BookingId, string Alias, DateTimeOffset StartsAt);

/// <summary>What became of a change of times.</summary>
public enum TimesChange
{
    /// <summary>It is stored.</summary>
    Saved,

    /// <summary>There is no such mentor, or he is one no more.</summary>
    NoMentor,

    /// <summary>Somebody changed him since he looked: look again.</summary>
    ChangedMeanwhile,

    /// <summary>The place is closed meanwhile, or of another scheme.</summary>
    NoSuchVenue,

    /// <summary>Days that are over, too many or too far ahead, or hours that cannot be read.</summary>
    BadDays,
}
