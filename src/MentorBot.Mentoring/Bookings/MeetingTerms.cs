using MentorBot.Mentoring.Mentors;

namespace MentorBot.Mentoring.Bookings;

/// <summary>When and how a mentor may be booked. His hours here are others than <see cref="Mentor.Hours"/>: who may be met on Tuesdays is there for a talk on other days too.</summary>
public sealed class MeetingTerms
{
    /// <summary>The highest <see cref="Notice"/>: two weeks.</summary>
    public const int LongestNotice = 14 * 24;

    /// <summary>The highest caps.</summary>
    public const int HighestCap = 40;

    /// <summary>How long a meeting may last, in minutes: whole <see cref="TakenQuarter"/>s.</summary>
    public static readonly IReadOnlyList<int> Lengths = [30, 45, 60, 90];

    /// <summary>How long he may need between two, in minutes.</summary>
    public static readonly IReadOnlyList<int> Buffers = [0, 15, 30, 60];

    /// <summary>The ways in which he meets people; at least one.</summary>
    public IList<MeetingWay> Ways { get; init; } = [];

    /// <summary>The hours of each week in which he may be booked, by the clock of <see cref="Mentor.TimeZone"/>.</summary>
    public IList<WeeklyHours> Hours { get; init; } = [];

    /// <summary>How long a meeting lasts: minutes, one of <see cref="Lengths"/>.</summary>
    public int Length { get; set; } = 45;

    /// <summary>How long before it begins it must be booked: hours, 1 to <see cref="LongestNotice"/>.</summary>
    public int Notice { get; set; } = 12;

    /// <summary>How long he needs between two: minutes, one of <see cref="Buffers"/>.</summary>
    public int Buffer { get; set; } = 15;

    /// <summary>How many he has on one of his days, at the most; 1 to <see cref="HighestCap"/>.</summary>
    public int MostADay { get; set; } = 3;

    /// <summary>How many he has in one of his weeks, from Monday to Sunday; likewise.</summary>
    public int MostAWeek { get; set; } = 5;

    /// <summary>Where he meets people who come to a place; null where he does not.</summary>
    public int? VenueId { get; set; }
}
