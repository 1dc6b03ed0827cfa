using System.Globalization;
using System.Text.RegularExpressions;

namespace MentorBot.Mentoring.Mentors;

/// <summary>Hours of a day as people write them: "9-12, 14:30-17". Midnight at the end is 24 or 00:00.</summary>
public static partial class HoursText
{
    /// <summary>Reads the hours of one day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="text">What was written; empty for a day without.</param>
    /// <returns>The parts of the day, or null if it cannot be read, or two of them overlap.</returns>
    public static IReadOnlyList<WeeklyHours>? Read(DayOfWeek day, string? text)
    {
        var read = new List<WeeklyHours>();
        foreach (var part in (text ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var match = Span().Match(part);
            if (!match.Success || TimeOf(match, "h1", "m1") is not { } from || TimeOf(match, "h2", "m2") is not { } until || from >= TimeSpan.FromDays(1) || until <= from) return null;
            read.Add(new WeeklyHours { Day = day, From = TimeOnly.FromTimeSpan(from), Until = until == TimeSpan.FromDays(1) ? TimeOnly.MinValue : TimeOnly.FromTimeSpan(until) });
        }

        return Overlap(read) ? null : read;
    }

    /// <summary>Writes them so that they can be read again.</summary>
    public static string Write(IEnumerable<WeeklyHours> hours) =>
        string.Join(", ", hours.OrderBy(part => part.From).Select(part => $"{Clock(part.From)}-{(part.Until == TimeOnly.MinValue ? "24" : Clock(part.Until))}"));

    private static bool Overlap(List<WeeklyHours> parts)
    {
        var ordered = parts.OrderBy(part => part.From).ToList();
        return ordered.Zip(ordered.Skip(1)).Any(pair => pair.First.Until == TimeOnly.MinValue || pair.First.Until > pair.Second.From);
    }

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static TimeSpan? TimeOf(Match match, string hours, string minutes)
    {
        var (h, m) = (int.Parse(match.Groups[hours].ValueSpan, CultureInfo.InvariantCulture), match.Groups[minutes].Success ? int.Parse(match.Groups[minutes].ValueSpan, CultureInfo.InvariantCulture) : 0);
        return h < 24 && m < 60 || (h, m) == (24, 0) ? new TimeSpan(h, m, 0) : null;
    }

    [GeneratedRegex(@"^(?<h1>[0-9]{1,2})(?:[:.](?<m1>[0-9]{2}))?\s*(?:-|–|to|i)\s*(?<h2>[0-9]{1,2})(?:[:.](?<m2>[0-9]{2}))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Span();
}
