using NodaTime;
using NodaTime.Calendars;
using NodaTime.TimeZones;

namespace MentorBot.Mentoring.Bookings;

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
    /// <param name="taken">What he has: booked, and kept for somebody who chooses.</param>
    public FreeTimes(Availability availability, IEnumerable<TakenTime> taken)
    {
        ArgumentNullException.ThrowIfNull(availability);
        ArgumentNullException.ThrowIfNull(taken);
        _availability = availability;
        var all = taken.ToList();
        _taken = [.. all.Select(one => one.Slot).OrderBy(slot => slot.Start)];
        // Of the times of one booking he will have one.
        _byDay = all.Select(one => (one.Booking, Day: DayOf(one.Slot.Start))).Distinct().GroupBy(one => one.Day).ToDictionary(day => day.Key, day => day.Count());
        _byWeek = all.Select(one => (one.Booking, Week: WeekOf(DayOf(one.Slot.Start)))).Distinct().GroupBy(one => one.Week).ToDictionary(week => week.Key, week => week.Count());
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

    /// <summary>Whether one time can still be had, wherever within his hours it begins.</summary>
    public bool IsFree(Slot slot, Instant now)
    {
        var day = DayOf(slot.Start);
        return slot.Start >= now + _availability.Notice && !IsFull(day) && !IsTaken(slot) && IsWithinHours(slot);
    }

    /// <summary>Whether a time lies within his hours, whatever else he has then.</summary>
    public bool IsWithinHours(Slot slot)
    {
        var day = DayOf(slot.Start);
        return _availability.On(day).Any(hours => Holds(day, hours, slot));
    }

    private bool Holds(LocalDate day, HoursOfDay hours, Slot slot) =>
        _availability.Zone.AtLeniently(day + hours.From).ToInstant() <= slot.Start && slot.End <= EndOf(day, hours);

    private Instant EndOf(LocalDate day, HoursOfDay hours) => _availability.Zone.ResolveLocal(hours.EndOn(day), AtTheEnd).ToInstant();

    private IEnumerable<Slot> On(LocalDate day, Duration length, Period step) =>
        _availability.On(day).OrderBy(hours => hours.From).SelectMany(hours => Within(day, hours, length, step));

    private IEnumerable<Slot> Within(LocalDate day, HoursOfDay hours, Duration length, Period step)
    {
        var close = hours.EndOn(day);
        var end = EndOf(day, hours);
        for (var local = day + OnTheQuarter(hours.From); local < close; local += step)
            if (_availability.Zone.MapLocal(local) is { Count: > 0 } mapping && mapping.First().ToInstant() is var start && start + length <= end) yield return new Slot(start, start + length);
    }

    // Only whole quarters can be kept for somebody: see TakenQuarter.
    private static LocalTime OnTheQuarter(LocalTime from) => from.Minute % TakenQuarter.Minutes == 0 ? from : from.PlusMinutes(TakenQuarter.Minutes - (from.Minute % TakenQuarter.Minutes));

    // Where his hours end at a time that is skipped, they end with the skip; where it comes twice, with the first.
    private static readonly ZoneLocalMappingResolver AtTheEnd = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private bool IsFull(LocalDate day) =>
        _byDay.GetValueOrDefault(day) >= _availability.MostADay || _byWeek.GetValueOrDefault(WeekOf(day)) >= _availability.MostAWeek;

    private bool IsTaken(Slot slot) => Array.Exists(_taken, other => slot.IsTooNear(other, _availability.Buffer));

    private LocalDate DayOf(Instant instant) => instant.InZone(_availability.Zone).Date;

    private static (int Year, int Week) WeekOf(LocalDate day) => (WeekYearRules.Iso.GetWeekYear(day), WeekYearRules.Iso.GetWeekOfWeekYear(day));
}

/// <summary>A time that a mentor has.</summary>
/// <param name="Slot">The time.</param>
/// <param name="Booking">Whose it is: what is equal is one booking.</param>
public readonly record struct TakenTime(Slot Slot, object Booking);
