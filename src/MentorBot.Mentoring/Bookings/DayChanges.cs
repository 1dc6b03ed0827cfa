using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MentorBot.Mentoring.Bookings;

/// <summary>A mentor gives days on which he may be booked at other times than his week says.</summary>
public static class DayChanges
{
    /// <summary>The longest span of days that can be given at once.</summary>
    public const int MostDays = 62;

    /// <summary>Sets the hours of some days in place of what his week says. Meetings that are booked then stay.</summary>
    /// <param name="turn">A turn.</param>
    /// <param name="mentor">Whose days.</param>
    /// <param name="days">The first day, and the one after the last: at the most <see cref="MostDays"/> of them.</param>
    /// <param name="hours">His hours; none for days off.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task SetDaysAsync(this Turn turn, Mentor mentor, (LocalDate From, LocalDate Until) days, IReadOnlyList<WeeklyHours> hours, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(mentor);
        var (from, until) = (days.From.ToDateOnly(), days.Until.ToDateOnly());
        if (until.DayNumber - from.DayNumber > MostDays) throw new ArgumentOutOfRangeException(nameof(days), "These are too many days at once.");
        var known = await turn.Db.MentorDays.Where(d => d.MentorId == mentor.Id && d.Date >= from && d.Date < until).ToListAsync(cancellationToken);
        known = [.. known.Union(turn.Db.MentorDays.Local.Where(d => d.MentorId == mentor.Id))];
        for (var date = from; date < until; date = date.AddDays(1))
        {
            var day = known.Find(one => one.Date == date) ?? turn.Db.MentorDays.Add(new MentorDay { MentorId = mentor.Id, Date = date, Hours = "" }).Entity;
            day.Hours = HoursText.Write(hours);
        }
        // Whoever has them before him on a page looks again.
        mentor.Version++;
    }

    /// <summary>His meetings that begin on some of his days, the next first.</summary>
    public static async Task<IReadOnlyList<Booking>> MeetingsOfAsync(this Turn turn, Mentor mentor, (LocalDate From, LocalDate Until) days, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(mentor);
        var zone = DateTimeZoneProviders.Tzdb[mentor.TimeZone];
        var (from, until) = (zone.AtStartOfDay(days.From).ToDateTimeOffset().ToUniversalTime(), zone.AtStartOfDay(days.Until).ToDateTimeOffset().ToUniversalTime());
        var stored = await turn.Whole().Where(b => b.MentorId == mentor.Id && b.State == BookingState.Booked && b.StartsAt >= from && b.StartsAt < until).ToListAsync(cancellationToken);
        return [.. stored.Where(booking => booking.IsBooked && booking.StartsAt > turn.Now).OrderBy(booking => booking.StartsAt)];
    }
}
