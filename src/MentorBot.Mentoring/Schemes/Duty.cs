using MentorBot.Mentoring.Mentors;

namespace MentorBot.Mentoring.Schemes;

/// <summary>Who is told when somebody may be in danger, and when these people are there.</summary>
/// <param name="LeadId">The mentor who is told first, or null.</param>
/// <param name="DeputyId">The mentor who is told next, or null.</param>
/// <param name="Hours">When they are on duty, local time. None means day and night.</param>
/// <param name="TimeZone">The zone of the hours: an IANA name.</param>
public sealed record Duty(int? LeadId, int? DeputyId, IReadOnlyList<WeeklyHours> Hours, string TimeZone)
{
    /// <summary>The zone that schemes begin with.</summary>
    public const string FirstTimeZone = "Europe/London";

    private const int DaysAhead = 8;

    /// <summary>The duty of a scheme: its own, or that of the next scheme above that has one. Null where nobody has it.</summary>
    /// <param name="schemes">All schemes by their ids.</param>
    /// <param name="schemeId">The scheme.</param>
    public static Duty? Of(IReadOnlyDictionary<int, Scheme> schemes, int schemeId)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        var seen = new HashSet<int>();
        for (var scheme = schemes.GetValueOrDefault(schemeId); scheme is not null && seen.Add(scheme.Id); scheme = scheme.ParentId is { } above ? schemes.GetValueOrDefault(above) : null)
        {
            if ((scheme.LeadId ?? scheme.DeputyId) is not null) return new Duty(scheme.LeadId, scheme.DeputyId, [.. scheme.DutyHours ?? []], scheme.TimeZone);
        }
        return null;
    }

    /// <summary>Whether somebody has this duty.</summary>
    public bool Has(int mentorId) => LeadId == mentorId || DeputyId == mentorId;

    /// <summary>Whether they are on duty at an instant.</summary>
    public bool IsOnAt(DateTimeOffset now) => Hours.Count == 0 || Hours.Any(hours => hours.Hold(LocalTime(now)));

    /// <summary>When they are on duty next, after an instant: the beginning of their next hours; a day later where they are on duty day and night.</summary>
    public DateTimeOffset NextStart(DateTimeOffset after)
    {
        var (today, starts) = (DateOnly.FromDateTime(LocalTime(after)), new List<DateTimeOffset>());
        for (var day = today; day < today.AddDays(DaysAhead); day = day.AddDays(1))
            starts.AddRange(Hours.Where(hours => hours.Day == day.DayOfWeek).Select(hours => InstantOf(day.ToDateTime(hours.From))).Where(start => start > after));
        return starts.Count == 0 ? after.AddDays(1) : starts.Min();
    }

    private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    private DateTime LocalTime(DateTimeOffset now) => TimeZoneInfo.ConvertTime(now, Zone).DateTime;

    // An hour that the clocks skip begins when they have been put forward; of one that comes twice, the first.
    private DateTimeOffset InstantOf(DateTime local)
    {
        if (Zone.IsInvalidTime(local)) local = local.AddHours(1);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
