using NodaTime;

namespace MentorBot.Mentoring.Bookings;

/// <summary>When somebody would like to meet, by the clock that she lives by. What is null does not matter to her.</summary>
public sealed record TimeWish
{
    /// <summary>At any time.</summary>
    public static readonly TimeWish Any = new();

    /// <summary>The first day that will do.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The day after the last that will do.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The days of the week that will do; none for all.</summary>
    public IReadOnlyCollection<IsoDayOfWeek> Days { get; init; } = [];

    /// <summary>It is not to begin before this time of day.</summary>
    public LocalTime? NotBefore { get; init; }

    /// <summary>It is to begin before this time of day.</summary>
    public LocalTime? Before { get; init; }

    /// <summary>It is to begin after this instant: later than what she was shown.</summary>
    public Instant? After { get; init; }

    /// <summary>Whether a time will do.</summary>
    /// <param name="start">When it begins.</param>
    /// <param name="zone">Her zone.</param>
    public bool Holds(Instant start, DateTimeZone zone)
    {
        var local = start.InZone(zone).LocalDateTime;
        return !(start <= After) && !(local.Date < From) && !(local.Date >= Until) && (Days.Count == 0 || Days.Contains(local.DayOfWeek))
            && !(local.TimeOfDay < NotBefore) && !(local.TimeOfDay >= Before);
    }
}
