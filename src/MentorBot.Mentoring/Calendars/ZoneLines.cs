using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace MentorBot.Mentoring.Calendars;

/// <summary>Writes what the clocks of a zone show in the years of some meetings (a VTIMEZONE; RFC 5545, 3.6.5).</summary>
/// <remarks>
/// Where the clocks change each year by a rule, two rules say all: Outlook has been seen to take no notice of lists. Where they do not (Ramadan in Morocco, a country that changes its mind), each change is written out.
/// Either is right from the year before the first meeting to the year after the last. What a rule says of later years is a guess, and no meeting is held by it.
/// </remarks>
internal static class ZoneLines
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly OffsetPattern FromUtc = OffsetPattern.CreateWithInvariantCulture("+HHmm");

    /// <param name="calendar">Where it is written.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="first">When the first meeting begins.</param>
    /// <param name="last">When the last one ends.</param>
    public static void AddZone(this ContentLines calendar, DateTimeZone zone, Instant first, Instant last) => calendar.Component("VTIMEZONE", () =>
    {
        calendar.Add("TZID", zone.Id);
        var (from, until) = (first.InZone(zone).Year - 1, last.InZone(zone).Year + 1);
        var intervals = zone.GetZoneIntervals(BeginningOf(from, zone), BeginningOf(until + 1, zone)).ToList();
        var changes = intervals.Zip(intervals.Skip(1), ClockChange.Between).ToList();
        if (YearlyChange.All(changes, years: until - from + 1) is { } yearly)
            foreach (var (change, rule) in yearly) AddObservance(calendar, change, rule);
        else
            foreach (var change in changes.Prepend(ClockChange.None(intervals[0], from))) AddObservance(calendar, change, rule: null);
    });

    private static Instant BeginningOf(int year, DateTimeZone zone) => zone.AtStartOfDay(new LocalDate(year, 1, 1)).ToInstant();

    // Which of both is "daylight" decides nothing but a label: forward is, whatever a country calls it (winter is the exception to Irish law).
    private static void AddObservance(ContentLines calendar, ClockChange change, string? rule) => calendar.Component(change.To > change.From ? "DAYLIGHT" : "STANDARD", () =>
    {
        calendar.Add("DTSTART", Local.Format(change.At));
        if (rule is not null) calendar.Add("RRULE", rule);
        calendar.Add("TZOFFSETFROM", FromUtc.Format(change.From));
        calendar.Add("TZOFFSETTO", FromUtc.Format(change.To));
        calendar.AddText("TZNAME", change.Name);
    });
}

/// <summary>The clocks of a zone are changed.</summary>
/// <param name="At">What they show in the moment before, as if they went on.</param>
/// <param name="From">How far they were ahead of UTC.</param>
/// <param name="To">How far they are now.</param>
/// <param name="Name">What the time is called from then on.</param>
internal sealed record ClockChange(LocalDateTime At, Offset From, Offset To, string Name)
{
    public static ClockChange Between(ZoneInterval before, ZoneInterval after) => new(after.Start.WithOffset(before.WallOffset).LocalDateTime, before.WallOffset, after.WallOffset, after.Name);

    /// <summary>No change: how the clocks stand when a year begins.</summary>
    public static ClockChange None(ZoneInterval interval, int year) => new(new LocalDateTime(year, 1, 1, 0, 0), interval.WallOffset, interval.WallOffset, interval.Name);
}
