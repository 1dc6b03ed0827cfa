using MentorBot.Mentoring.Mentors;

namespace MentorBot.Mentoring.Bookings;

/// <summary>Days in a row on which a mentor has other hours than his week says, or none: a holiday, a free afternoon.</summary>
/// <param name="From">The first of them, by his own calendar.</param>
/// <param name="Until">The last of them.</param>
/// <param name="Hours">His hours on each, as <see cref="HoursText"/> writes them; empty for days off.</param>
public sealed record DaySpan(DateOnly From, DateOnly Until, string Hours)
{
    /// <summary>How many days may be set in one go.</summary>
    public const int Longest = 100;

    /// <summary>How far ahead they may be, in days.</summary>
    public const int Furthest = 400;

    /// <summary>Whether they are days off.</summary>
    public bool AreOff => Hours.Length == 0;

    internal int Count => Until.DayNumber - From.DayNumber + 1;

    internal IEnumerable<DateOnly> Dates => Enumerable.Range(0, Count).Select(From.AddDays);

    /// <summary>Days as they are written, with those in a row that have the same hours together.</summary>
    internal static IReadOnlyList<DaySpan> Of(IEnumerable<MentorDay> days)
    {
        var spans = new List<DaySpan>();
        foreach (var day in days.OrderBy(day => day.Date))
        {
            if (spans is [.., var last] && last.Until.AddDays(1) == day.Date && last.Hours == day.Hours) spans[^1] = last with { Until = day.Date };
            else spans.Add(new(day.Date, day.Date, day.Hours));
        }
        return spans;
    }
}
