using NodaTime;

namespace MentorBot.Mentoring.Bookings;

/// <summary>When a mentor may be booked, as he gave it: by the clock that he lives by.</summary>
public sealed record Availability
{
    /// <summary>His time zone.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>The hours of each week.</summary>
    public required IReadOnlyList<HoursOfWeek> Weekly { get; init; }

    /// <summary>Days that are other than the week says: on each only these hours, or none for a day off.</summary>
    public IReadOnlyDictionary<LocalDate, IReadOnlyList<HoursOfDay>> Exceptions { get; init; } = new Dictionary<LocalDate, IReadOnlyList<HoursOfDay>>();

    /// <summary>How long before it begins a time must be booked.</summary>
    public Duration Notice { get; init; } = Duration.Zero;

    /// <summary>How long he needs between two meetings: at least so much lies between the end of one and the beginning of the next.</summary>
    public Duration Buffer { get; init; } = Duration.Zero;

    /// <summary>How many meetings he takes on one of his days; at least 1.</summary>
    public int MostADay { get; init; } = int.MaxValue;

    /// <summary>How many he takes in one of his weeks, from Monday to Sunday (ISO 8601); at least 1.</summary>
    public int MostAWeek { get; init; } = int.MaxValue;

    /// <summary>The hours of a date.</summary>
    public IEnumerable<HoursOfDay> On(LocalDate date) =>
        Exceptions.TryGetValue(date, out var hours) ? hours : Weekly.Where(part => part.Day == date.DayOfWeek).Select(part => part.Hours);
}

/// <summary>Hours of a day, by the local clock.</summary>
/// <param name="From">When they begin.</param>
/// <param name="Until">When they end; midnight is the end of the day.</param>
public readonly record struct HoursOfDay(LocalTime From, LocalTime Until)
{
    /// <summary>Where they end on a date.</summary>
    internal LocalDateTime EndOn(LocalDate date) => Until == LocalTime.Midnight ? date.PlusDays(1).AtMidnight() : date + Until;
}

/// <summary>Hours of each week.</summary>
/// <param name="Day">The day.</param>
/// <param name="Hours">The hours.</param>
public readonly record struct HoursOfWeek(IsoDayOfWeek Day, HoursOfDay Hours);
