using NodaTime;
using NodaTime.Calendars;
using NodaTime.TimeZones;

namespace MentorBot.Mentoring.Booking;

/// <summary>Finds when a mentor is free. The database decides who gets a time in the end: this only proposes what can be had.</summary>
/// <remarks>
/// Times begin by the local clock: each so many minutes from where his hours begin. A time that the clock skips in spring is none; where the clock shows one twice in autumn the first counts
/// (NodaTime's <see cref="ZoneLocalMapping"/>). A meeting that lasts over a change of the clock lasts as long as ever, and ends where his hours end at the latest.
/// </remarks>
public sealed class FreeTimes
{
    private readonly Availability _availability;
    private readonly Slot[] _taken;
    private readonly Dictionary<LocalDate, int> _byDay;
    private readonly Dictionary<(int Year, int Week), int> _byWeek;

    /// <param name="availability">When he may be booked.</param>
    /// <param name="taken">What he has: booked, pending and held.</param>
    public FreeTimes(Availability availability, IEnumerable<Slot> taken)
    {
        ArgumentNullException.ThrowIfNull(availability);
        ArgumentNullException.ThrowIfNull(taken);
        _availability = availability;
        _taken = [.. taken.OrderBy(slot => slot.Start)];
        _byDay = _taken.GroupBy(slot => DayOf(slot.Start)).ToDictionary(day => day.Key, day => day.Count());
        _byWeek = _taken.GroupBy(slot => WeekOf(DayOf(slot.Start))).ToDictionary(week => week.Key, week => week.Count());
    }

    /// <summary>The times that can be had, the earliest first. They may overlap: whoever proposes several chooses.</summary>
    /// <param name="now">This instant: nothing sooner than his notice is proposed.</param>
    /// <param name="from">Not before this.</param>
    /// <param name="until">Beginning before this.</param>
    /// <param name="length">How long it takes.</param>
    /// <param name="step">From one beginning to the next, by the local clock.</param>
    public IEnumerable<Slot> Find(Instant now, Instant from, Instant until, Duration length, Period step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, Duration.Zero);
        ArgumentNullException.ThrowIfNull(step);
        var earliest = Instant.Max(from, now + _availability.Notice);
        for (var day = DayOf(earliest); day <= DayOf(until); day = day.PlusDays(1))
        {
            if (IsFull(day)) continue;
            foreach (var slot in On(day, length, step))
                if (slot.Start >= earliest && slot.Start < until && !IsTaken(slot)) yield return slot;
        }
    }

    private IEnumerable<Slot> On(LocalDate day, Duration length, Period step) =>
        _availability.On(day).OrderBy(hours => hours.From).SelectMany(hours => Within(day, hours, length, step));

    private IEnumerable<Slot> Within(LocalDate day, HoursOfDay hours, Duration length, Period step)
    {
        var close = hours.EndOn(day);
        var end = _availability.Zone.ResolveLocal(close, AtTheEnd).ToInstant();
        for (var local = day + hours.From; local < close; local += step)
            if (_availability.Zone.MapLocal(local) is { Count: > 0 } mapping && mapping.First().ToInstant() is var start && start + length <= end) yield return new Slot(start, start + length);
    }

    // Where his hours end at a time that is skipped, they end with the skip; where it comes twice, with the first.
    private static readonly ZoneLocalMappingResolver AtTheEnd = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private bool IsFull(LocalDate day) =>
        _byDay.GetValueOrDefault(day) >= _availability.MostADay || _byWeek.GetValueOrDefault(WeekOf(day)) >= _availability.MostAWeek;

    private bool IsTaken(Slot slot) => Array.Exists(_taken, other => slot.IsTooNear(other, _availability.Buffer));

    private LocalDate DayOf(Instant instant) => instant.InZone(_availability.Zone).Date;

    private static (int Year, int Week) WeekOf(LocalDate day) => (WeekYearRules.Iso.GetWeekYear(day), WeekYearRules.Iso.GetWeekOfWeekYear(day));
}
