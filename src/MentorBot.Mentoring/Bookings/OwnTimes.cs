using MentorBot.Mentoring.Mentors;
using NodaTime;

namespace MentorBot.Mentoring.Bookings;

/// <summary>What a mentor sets of his own times: the hours of his week in which he may be booked, and how.</summary>
public sealed record OwnTimes
{
    /// <inheritdoc cref="Mentor.TimeZone"/>
    public required string TimeZone { get; init; }

    /// <inheritdoc cref="MeetingTerms.Hours"/>
    public IReadOnlyList<WeeklyHours> Hours { get; init; } = [];

    /// <summary>How he may be booked; without any way of meeting he may not.</summary>
    public MeetingTerms Terms { get; init; } = new();

    /// <summary>Whether anybody can book him.</summary>
    public bool CanBeBooked => Hours.Count > 0 && Terms.Ways.Count > 0;

    /// <summary>A mentor's, as they are now.</summary>
    public static OwnTimes Of(Mentor mentor)
    {
        ArgumentNullException.ThrowIfNull(mentor);
        // Whoever sets them for the first time begins with when he is mostly there.
        return new() { TimeZone = mentor.TimeZone, Hours = [.. mentor.Meets?.Hours ?? mentor.Hours], Terms = CopyOf(mentor.Meets ?? new MeetingTerms()) };
    }

    /// <summary>What cannot be kept; none if all can.</summary>
    public IReadOnlyList<TimesProblem> Problems() => [.. Checks().Where(check => check.IsWrong).Select(check => check.Problem)];

    private IEnumerable<(TimesProblem Problem, bool IsWrong)> Checks() =>
    [
        (TimesProblem.Hours, Hours.Count > MentorProfile.LongestList || Hours.Any(hours => hours.Until != TimeOnly.MinValue && hours.Until <= hours.From)),
        (TimesProblem.TimeZone, !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) || !zone.HasIanaId || DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) is null),
        (TimesProblem.Ways, !Terms.Ways.All(Enum.IsDefined)),
        (TimesProblem.Venue, Terms.Ways.Contains(MeetingWay.Place) && Terms.VenueId is null),
        (TimesProblem.Length, !MeetingTerms.Lengths.Contains(Terms.Length)),
        (TimesProblem.Notice, Terms.Notice is < 1 or > MeetingTerms.LongestNotice),
        (TimesProblem.Buffer, !MeetingTerms.Buffers.Contains(Terms.Buffer)),
        (TimesProblem.ADay, Terms.MostADay is < 1 or > MeetingTerms.HighestCap),
        (TimesProblem.AWeek, Terms.MostAWeek is < 1 or > MeetingTerms.HighestCap),
    ];

    /// <summary>Writes it down.</summary>
    internal void Fill(Mentor mentor)
    {
        mentor.TimeZone = TimeZone;
        mentor.Meets = Terms.Ways.Count == 0 ? null : CopyOf(Terms);
        foreach (var hours in Hours) mentor.Meets?.Hours.Add(new WeeklyHours { Day = hours.Day, From = hours.From, Until = hours.Until });
    }

    private static MeetingTerms CopyOf(MeetingTerms terms) => new()
    {
        Ways = [.. terms.Ways.Distinct().Order()],
        Length = terms.Length,
        Notice = terms.Notice,
        Buffer = terms.Buffer,
        MostADay = terms.MostADay,
        MostAWeek = terms.MostAWeek,
        VenueId = terms.VenueId,
    };
}

/// <summary>Which part of a mentor's times cannot be kept.</summary>
public enum TimesProblem
{
    /// <summary>Hours that cannot be read, end before they begin, or are too many parts.</summary>
    Hours,

    /// <summary>No IANA name of a time zone.</summary>
    TimeZone,

    /// <summary>A way of meeting that is none.</summary>
    Ways,

    /// <summary>He meets people at a place, and none is chosen, or one that is closed or of others.</summary>
    Venue,

    /// <summary>None of <see cref="MeetingTerms.Lengths"/>.</summary>
    Length,

    /// <summary>Out of its range.</summary>
    Notice,

    /// <summary>None of <see cref="MeetingTerms.Buffers"/>.</summary>
    Buffer,

    /// <summary>Out of its range.</summary>
    ADay,

    /// <summary>Out of its range.</summary>
    AWeek,
}
