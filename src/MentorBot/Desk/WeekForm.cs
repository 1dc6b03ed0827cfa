using MentorBot.Mentoring.Mentors;

namespace MentorBot.Desk;

/// <summary>The hours of a week as a form holds them: a line for each day, as <see cref="HoursText"/> reads it.</summary>
/// <param name="Lines">What was typed, Monday first; days at the end may be missing.</param>
internal sealed record WeekForm(IReadOnlyList<string?> Lines)
{
    /// <summary>The days in the order of the form.</summary>
    public static IReadOnlyList<DayOfWeek> Days { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>The form that shows some hours.</summary>
    public static WeekForm Of(IEnumerable<WeeklyHours> hours) => new([.. Days.Select(day => HoursText.Write(hours.Where(part => part.Day == day)))]);

    /// <summary>What was typed on a day of the form.</summary>
    public string? On(int day) => day < Lines.Count ? Lines[day] : null;

    /// <summary>What it says; null if a day cannot be read.</summary>
    public IReadOnlyList<WeeklyHours>? Read()
    {
        var days = Days.Select((day, i) => HoursText.Read(day, On(i))).ToList();
        return days.Contains(null) ? null : [.. days.SelectMany(parts => parts!)];
    }
}
