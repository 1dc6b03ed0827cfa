using NodaTime;

namespace MentorBot.Mentoring.Calendars;

/// <summary>Finds the rules by which the clocks change each year, as an RRULE says them (RFC 5545, 3.3.10). NodaTime knows the changes and keeps the rules to itself.</summary>
internal static class YearlyChange
{
    /// <summary>The first of each change that comes back, with its rule. Null where there are no changes, or one comes by no rule.</summary>
    /// <param name="changes">All changes in some years.</param>
    /// <param name="years">How many years these are.</param>
    public static IReadOnlyList<(ClockChange First, string Rule)>? All(IEnumerable<ClockChange> changes, int years)
    {
        var rules = changes
            .GroupBy(change => (change.At.Month, change.At.TimeOfDay, change.From, change.To, change.Name))
            .Select(same => (First: same.First(), Rule: RuleOf([.. same.Select(change => change.At.Date)], years)))
            .ToList();
        return rules.Count > 0 && rules.TrueForAll(each => each.Rule is not null) ? [.. rules.Select(each => (each.First, each.Rule!))] : null;
    }

    // All dates are of one month, so that once a year is once in each.
    private static string? RuleOf(IReadOnlyList<LocalDate> dates, int years) =>
        dates.Count == years && dates.DistinctBy(date => date.Year).Count() == years && dates.DistinctBy(date => date.DayOfWeek).Count() == 1 && WeekOf(dates) is { } week
            ? $"FREQ=YEARLY;BYMONTH={dates[0].Month};BYDAY={week}{dates[0].DayOfWeek.ToString()[..2].ToUpperInvariant()}"
            : null;

    // The last one is looked for first: "the fourth" of a month is the last as often as not, and laws say "the last".
    private static int? WeekOf(IReadOnlyList<LocalDate> dates) =>
        dates.All(date => date.PlusWeeks(1).Month != date.Month) ? -1
        : dates.DistinctBy(OneBased).Count() == 1 ? OneBased(dates[0])
        : null;

    private static int OneBased(LocalDate date) => ((date.Day - 1) / 7) + 1;
}
