namespace MentorBot.Mentoring.Bookings;

/// <summary>A place where mentees and mentors of a scheme meet: a public one, such as a library.</summary>
public sealed class Venue
{
    /// <summary>The longest <see cref="Name"/>, so that a confirmation fits into a text message.</summary>
    public const int LongestName = 24;

    /// <summary>The longest <see cref="Address"/> and <see cref="WayIn"/>.</summary>
    public const int LongestAddress = 32;

    /// <summary>The database's number for it.</summary>
    public int Id { get; init; }

    /// <summary>The scheme that it belongs to; those below may use it too.</summary>
    public int SchemeId { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; set; }

    /// <summary>Where it is: street and town.</summary>
    public required string Address { get; set; }

    /// <summary>How to get in, for whoever finds that hard; empty where there is nothing to say.</summary>
    public string WayIn { get; set; } = "";

    /// <summary>Whether one gets in, and to a toilet, without a step.</summary>
    public bool IsStepFree { get; set; }

    /// <summary>Whether there is a quiet room.</summary>
    public bool HasQuietRoom { get; set; }

    /// <summary>When it was given up, or null. Meetings that were booked there stay.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Whether it has what somebody needs of a place.</summary>
    public bool Has(Need needs) => ClosedAt is null && (IsStepFree || !needs.HasFlag(Need.StepFree)) && (HasQuietRoom || !needs.HasFlag(Need.QuietRoom));
}
