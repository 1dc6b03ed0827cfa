using NodaTime;

namespace MentorBot.Mentoring.Bookings;

/// <summary>When somebody is reminded of what she has agreed to come to: the day before and the hour before, by the clock that it was agreed by, and never at night. One rule for meetings and for groups.</summary>
/// <param name="AgreedAt">When she agreed.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="EndsAt">When it ends.</param>
/// <param name="LocalStart">When it begins by the clock of <paramref name="TimeZone"/>.</param>
/// <param name="TimeZone">An IANA name.</param>
public readonly record struct ReminderTimes(DateTimeOffset AgreedAt, DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTime LocalStart, string TimeZone)
{
    // Nobody is reminded at night, and nobody reads a day's reminder who booked an hour ago.
    private static readonly LocalTime Morning = new(9, 0);
    private static readonly LocalTime Evening = new(20, 0);
    private static readonly TimeSpan BookedLongAgo = TimeSpan.FromHours(30);
    private static readonly TimeSpan HourBefore = TimeSpan.FromHours(1);

    // She may still be on her way home.
    private static readonly TimeSpan AfterTheEnd = TimeSpan.FromMinutes(30);

    /// <summary>What is to be said next, and when; null where nothing is left to say.</summary>
    /// <param name="said">What was said already.</param>
    public (ReminderStage Stage, DateTimeOffset At)? After(ReminderStage said) => said switch
    {
        ReminderStage.None when DayBefore() is { } at && AgreedAt < at => (ReminderStage.DayBefore, at),
        < ReminderStage.HourBefore when !IsAtNight(StartsAt - HourBefore) && AgreedAt < StartsAt - HourBefore => (ReminderStage.HourBefore, StartsAt - HourBefore),
        < ReminderStage.Start => (ReminderStage.Start, StartsAt),
        < ReminderStage.After => (ReminderStage.After, EndsAt + AfterTheEnd),
        _ => null,
    };

    /// <summary>An instant, or the morning after it if it is at an hour at which nobody is reminded.</summary>
    public static DateTimeOffset ByDay(DateTimeOffset at, string timeZone)
    {
        var zone = DateTimeZoneProviders.Tzdb[timeZone];
        var local = Instant.FromDateTimeOffset(at).InZone(zone).LocalDateTime;
        if (local.TimeOfDay >= Morning && local.TimeOfDay < Evening) return at;
        return zone.AtLeniently((local.TimeOfDay < Morning ? local.Date : local.Date.PlusDays(1)) + Morning).ToInstant().ToDateTimeOffset();
    }

    // At the same time of the day before, but never in the night. In UTC, as all instants are: PostgreSQL's driver writes no other.
    private DateTimeOffset? DayBefore()
    {
        var local = LocalDateTime.FromDateTime(LocalStart).PlusDays(-1);
        var time = LocalTime.Max(Morning, LocalTime.Min(Evening, local.TimeOfDay));
        var at = DateTimeZoneProviders.Tzdb[TimeZone].AtLeniently(local.Date + time).ToInstant().ToDateTimeOffset();
        return StartsAt - AgreedAt < BookedLongAgo ? null : at;
    }

    private bool IsAtNight(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(DateTimeZoneProviders.Tzdb[TimeZone]).Hour is < 7 or > 21;
}
