using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MentorBot.Mentoring.Bookings;

/// <summary>Reads when mentors are free.</summary>
internal static class Diaries
{
    /// <summary>From one beginning of a meeting to the next, in minutes of the local clock.</summary>
    public const int Step = 30;

    // A cap of a week looks at all of it, and days of other zones begin earlier.
    private static readonly Duration Around = Duration.FromDays(8);

    /// <summary>The diaries of some mentors, by their ids.</summary>
    /// <param name="turn">A turn.</param>
    /// <param name="mentors">The mentors.</param>
    /// <param name="span">From when on, and until when.</param>
    /// <param name="own">A booking whose times count as free: she gives them back when she takes another.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Dictionary<int, FreeTimes>> ReadDiariesAsync(
        this Turn turn, IReadOnlyList<Mentor> mentors, (Instant From, Instant Until) span, Booking? own, CancellationToken cancellationToken)
    {
        var ids = mentors.Select(mentor => mentor.Id).ToArray();
        var days = (await DaysAsync(turn, ids, span, cancellationToken)).ToLookup(day => day.MentorId);
        var taken = (await TakenAsync(turn, ids, span, cancellationToken)).Where(one => !one.Time.Booking.Equals(own)).ToLookup(one => one.MentorId, one => one.Time);
        return mentors.ToDictionary(mentor => mentor.Id, mentor => new FreeTimes(AvailabilityOf(mentor, days[mentor.Id]), taken[mentor.Id]));
    }

    private static async Task<List<MentorDay>> DaysAsync(Turn turn, int[] ids, (Instant From, Instant Until) span, CancellationToken cancellationToken)
    {
        var (first, last) = (DateOf(span.From).AddDays(-1), DateOf(span.Until).AddDays(1));
        await turn.Db.MentorDays.Where(d => ids.Contains(d.MentorId) && d.Date >= first && d.Date <= last).LoadAsync(cancellationToken);
        // With what earlier turns of this transaction changed: a day that one of them took away is stored, and not here. Of a day that was given anew the last word counts.
        return [.. turn.Db.MentorDays.Local.Where(day => ids.Contains(day.MentorId)).GroupBy(day => (day.MentorId, day.Date)).Select(day => day.Last())];
    }

    // What earlier turns of this transaction kept or freed is known here only: a booking is always loaded with all its times.
    private static async Task<IEnumerable<(int MentorId, TakenTime Time)>> TakenAsync(Turn turn, int[] ids, (Instant From, Instant Until) span, CancellationToken cancellationToken)
    {
        var (from, until) = ((span.From - Around).ToDateTimeOffset(), (span.Until + Around).ToDateTimeOffset());
        var stored = await turn.Db.BookedTimes.Where(t => t.IsKept && ids.Contains(t.MentorId) && t.StartsAt >= from && t.StartsAt < until)
            .Select(t => new { t.MentorId, t.BookingId, t.StartsAt, t.EndsAt }).ToListAsync(cancellationToken);
        var known = turn.Db.Bookings.Local.ToList();
        var knownIds = known.Select(booking => booking.Id).ToHashSet();
        return stored.Where(time => !knownIds.Contains(time.BookingId)).Select(time => (time.MentorId, new TakenTime(Slot.Of(time.StartsAt, time.EndsAt), time.BookingId)))
            .Concat(known.SelectMany(booking => booking.Times.Where(time => time.IsKept && ids.Contains(time.MentorId)).Select(time => (time.MentorId, new TakenTime(time.Slot, booking)))));
    }

    /// <summary>When a mentor may be booked, with those days of his that are other than his week.</summary>
    public static Availability AvailabilityOf(Mentor mentor, IEnumerable<MentorDay> days)
    {
        var terms = mentor.Meets ?? new MeetingTerms();
        return new Availability
        {
            Zone = DateTimeZoneProviders.Tzdb[mentor.TimeZone],
            Weekly = [.. terms.Hours.Select(hours => new HoursOfWeek(IsoDayOf(hours.Day), HoursOf(hours)))],
            Exceptions = days.ToDictionary(day => LocalDate.FromDateOnly(day.Date), day => (IReadOnlyList<HoursOfDay>)[.. (HoursText.Read(day.Date.DayOfWeek, day.Hours) ?? []).Select(HoursOf)]),
            Notice = Duration.FromHours(terms.Notice),
            Buffer = Duration.FromMinutes(terms.Buffer),
            MostADay = terms.MostADay,
            MostAWeek = terms.MostAWeek,
        };
    }

    private static HoursOfDay HoursOf(WeeklyHours hours) => new(LocalTime.FromTimeOnly(hours.From), LocalTime.FromTimeOnly(hours.Until));

    private static IsoDayOfWeek IsoDayOf(DayOfWeek day) => day == DayOfWeek.Sunday ? IsoDayOfWeek.Sunday : (IsoDayOfWeek)(int)day;

    private static DateOnly DateOf(Instant instant) => instant.InUtc().Date.ToDateOnly();
}
