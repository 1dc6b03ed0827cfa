using System.Globalization;

namespace MentorBot.BotFramework.Dialogs;

/// <summary>Works out everything that words about time can mean.</summary>
internal static class DateTimeResolver
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string ClockFormat = "HH:mm:ss";

    public static List<DateTimeResolution> Resolve(DateTimeMeaning meaning, TurnTime time)
    {
        if (meaning.Instant is { } instant)
            return [OfInstant(instant, time)];
        if (meaning.Span is { } span)
            return [OfSpan(span)];
        var clocks = FittingPart(meaning.Times, meaning.Part);
        if (meaning.Times.Count > 0)
            return meaning.Days.Count == 0 ? clocks.ConvertAll(OfClock) : OfDaysAndClocks(meaning.Days, clocks, time);
        if (meaning.Part is not { } part)
            return meaning.Days.ConvertAll(OfDay);
        return meaning.Days.Count == 0 ? [OfPart(part)] : meaning.Days.ConvertAll(d => OfPartOfDay(d, part, time));
    }

    private static List<TimeOnly> FittingPart(List<TimeOnly> times, DayPart? part) => part switch
    {
        DayPart.Morning => times.FindAll(t => t.Hour < 12),
        DayPart.Afternoon or DayPart.Evening => times.FindAll(t => t.Hour >= 12),
        DayPart.Night => times.FindAll(t => t.Hour is >= 18 or < 6),
        _ => times,
    };

    private static DateTimeResolution OfClock(TimeOnly clock) => new() { Timex = ClockTimex(clock), Value = Written(clock, ClockFormat) };

    private static DateTimeResolution OfDay(DateOnly day) => new() { Timex = Written(day, DayFormat), Value = Written(day, DayFormat) };

    private static DateTimeResolution OfSpan((DateOnly From, DateOnly To) span) => new()
    {
        Timex = $"({Written(span.From, DayFormat)},{Written(span.To, DayFormat)},P{span.To.DayNumber - span.From.DayNumber}D)",
        Start = Written(span.From, DayFormat),
        End = Written(span.To, DayFormat),
    };

    // "Today at 3" said at noon is not three in the night: what is over is left out, unless all of it is.
    private static List<DateTimeResolution> OfDaysAndClocks(List<DateOnly> days, List<TimeOnly> clocks, TurnTime time)
    {
        var all = new List<DateTimeResolution>();
        foreach (var day in days)
        {
            foreach (var clock in clocks)
                all.Add(OfDayAndClock(day, clock, time));
        }
        var ahead = all.FindAll(r => r.Instant >= time.Now);
        return ahead.Count > 0 ? ahead : all;
    }

    private static DateTimeResolution OfDayAndClock(DateOnly day, TimeOnly clock, TurnTime time) => new()
    {
        Timex = Written(day, DayFormat) + ClockTimex(clock),
        Value = $"{Written(day, DayFormat)} {Written(clock, ClockFormat)}",
        Instant = InstantOf(day.ToDateTime(clock), time.Zone),
    };

    private static DateTimeResolution OfInstant(DateTimeOffset instant, TurnTime time)
    {
        var there = TimeZoneInfo.ConvertTime(instant, time.Zone);
        return new DateTimeResolution
        {
            Timex = Written(there, "yyyy-MM-ddTHH:mm:ss"),
            Value = Written(there, $"{DayFormat} {ClockFormat}"),
            Instant = there,
        };
    }

    private static DateTimeResolution OfPart(DayPart part)
    {
        var (code, from, to) = HoursOf(part);
        return new DateTimeResolution { Timex = "T" + code, Start = Written(from, ClockFormat), End = Written(to, ClockFormat) };
    }

    private static DateTimeResolution OfPartOfDay(DateOnly day, DayPart part, TurnTime time)
    {
        var (code, from, to) = HoursOf(part);
        var (start, end) = (day.ToDateTime(from), day.AddDays(to == TimeOnly.MinValue ? 1 : 0).ToDateTime(to));
        return new DateTimeResolution
        {
            Timex = $"{Written(day, DayFormat)}T{code}",
            Start = Written(start, $"{DayFormat} {ClockFormat}"),
            End = Written(end, $"{DayFormat} {ClockFormat}"),
            Instant = InstantOf(start, time.Zone),
        };
    }

    private static (string Code, TimeOnly From, TimeOnly To) HoursOf(DayPart part) => part switch
    {
        DayPart.Morning => ("MO", new TimeOnly(8, 0), new TimeOnly(12, 0)),
        DayPart.Afternoon => ("AF", new TimeOnly(12, 0), new TimeOnly(16, 0)),
        DayPart.Evening => ("EV", new TimeOnly(16, 0), new TimeOnly(20, 0)),
        _ => ("NI", new TimeOnly(20, 0), TimeOnly.MinValue),
    };

    // The offset that held before the clocks changed moves a skipped time on; of a repeated time the first has the larger offset.
    private static DateTimeOffset InstantOf(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local))
            return TimeZoneInfo.ConvertTime(new DateTimeOffset(local, zone.GetUtcOffset(local.AddHours(-3))), zone);
        return new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
    }

    private static string ClockTimex(TimeOnly clock) => Written(clock, clock.Minute == 0 ? "'T'HH" : "'T'HH:mm");

    private static string Written(IFormattable what, string format) => what.ToString(format, CultureInfo.InvariantCulture);
}
