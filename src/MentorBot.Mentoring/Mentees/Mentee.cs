using MentorBot.Mentoring.Learning;
using MentorBot.Mentoring.Schemes;

namespace MentorBot.Mentoring.Mentees;

/// <summary>Somebody who is learning. We know her by an alias, her wishes and her progress; never by name.</summary>
public sealed class Mentee
{
    /// <summary>The database's number for her.</summary>
    public long Id { get; init; }

    /// <summary>The scheme that she belongs to.</summary>
    public int SchemeId { get; init; }

    /// <summary>The scheme itself; null where a query did not ask for it, as on the path of a message.</summary>
    public Scheme? Scheme { get; init; }

    /// <summary>What mentors, pages and logs call her, such as "Blue Heron". Unique.</summary>
    public required string Alias { get; init; }

    /// <summary>The time zone of a newcomer; the machine must know it.</summary>
    public const string FirstTimeZone = "Europe/London";

    /// <summary>The language she is answered in: a tag such as <c>en</c> or <c>cy</c>.</summary>
    public string Language { get; set; } = "en";

    /// <summary>The time zone that her days are in: an IANA name.</summary>
    public string TimeZone { get; set; } = FirstTimeZone;

    /// <summary>When she asked us not to write first, or null. She is still answered when she writes.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>When she first wrote.</summary>
    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>How far she has come in courses: no more of it than this transaction has asked for or begun.</summary>
    public ICollection<CourseProgress> Courses { get; } = [];
}
