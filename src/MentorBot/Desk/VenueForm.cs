using MentorBot.Mentoring.Bookings;

namespace MentorBot.Desk;

/// <summary>How a place is, as a form holds it.</summary>
internal sealed class VenueForm
{
    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>Street and town.</summary>
    public string? Address { get; init; }

    /// <summary>How to get in.</summary>
    public string? WayIn { get; init; }

    /// <summary>Whether there are no steps.</summary>
    public bool StepFree { get; init; }

    /// <summary>Whether there is a quiet room.</summary>
    public bool QuietRoom { get; init; }

    /// <summary>The form that shows a place as it is; empty for a new one.</summary>
    public static VenueForm Of(Venue? venue) => venue is null ? new() : new() { Name = venue.Name, Address = venue.Address, WayIn = venue.WayIn, StepFree = venue.IsStepFree, QuietRoom = venue.HasQuietRoom };

    /// <summary>What it says.</summary>
    public VenueDescription Read() => new() { Name = Name?.Trim() ?? "", Address = Address?.Trim() ?? "", WayIn = WayIn?.Trim() ?? "", IsStepFree = StepFree, HasQuietRoom = QuietRoom };
}
