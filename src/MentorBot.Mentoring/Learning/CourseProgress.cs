using MentorBot.Mentoring.Mentees;

namespace MentorBot.Mentoring.Learning;

/// <summary>How far a mentee has come in a course.</summary>
public sealed class CourseProgress
{
    /// <summary>Whose progress.</summary>
    public long MenteeId { get; init; }

    /// <summary>Her, where a turn has just begun it and she may have no number yet; null in what was read, unless she was loaded beside it.</summary>
    public Mentee? Mentee { get; init; }

    /// <summary>The course's id: its folder's name.</summary>
    public required string CourseId { get; init; }

    /// <summary>The id of the last tip that she was given.</summary>
    public required string LastTipId { get; set; }

    /// <summary>When she was given it.</summary>
    public DateTimeOffset LastTipAt { get; set; }
}
