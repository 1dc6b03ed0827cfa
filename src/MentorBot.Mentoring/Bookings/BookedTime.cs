using MentorBot.Mentoring.Mentors;
using NodaTime;

namespace MentorBot.Mentoring.Bookings;

/// <summary>One time of a booking: the one that was chosen, or one of those to choose from.</summary>
public sealed class BookedTime
{
    /// <summary>The number of the time that was chosen.</summary>
    public const int Chosen = 0;

    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>The booking.</summary>
    public long BookingId { get; init; }

    /// <summary>Its place among those to choose from, counted up from 1; <see cref="Chosen"/> once it was chosen.</summary>
    public int Number { get; internal set; }

    /// <summary>With whom.</summary>
    public int MentorId { get; init; }

    /// <summary>He himself; null where a query did not ask for him.</summary>
    public Mentor? Mentor { get; init; }

    /// <summary>Where, if it is at a place.</summary>
    public int? VenueId { get; init; }

    /// <summary>The place itself; null likewise.</summary>
    public Venue? Venue { get; init; }

    /// <summary>When it begins.</summary>
    public DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset EndsAt { get; init; }

    /// <summary>How many minutes its mentor needs behind it.</summary>
    public int Buffer { get; init; }

    /// <summary>Whether it is kept for her: nobody else can have it.</summary>
    public bool IsKept { get; internal set; } = true;

    /// <summary>The time itself.</summary>
    public Slot Slot => Slot.Of(StartsAt, EndsAt);

    internal IEnumerable<(int MentorId, int Quarter)> Quarters =>
        TakenQuarter.Between(Slot.Start, Slot.End + Duration.FromMinutes(Buffer)).Select(quarter => (MentorId, quarter));

    /// <summary>The same at another time.</summary>
    internal BookedTime At(Slot slot) => new()
    {
        Number = Number,
        MentorId = MentorId,
        Mentor = Mentor,
        VenueId = VenueId,
        Venue = Venue,
        StartsAt = slot.Start.ToDateTimeOffset(),
        EndsAt = slot.End.ToDateTimeOffset(),
        Buffer = Buffer,
        IsKept = IsKept,
    };

    internal bool Is(Proposal proposal) => MentorId == proposal.Mentor.Id && Slot == proposal.Slot && VenueId == proposal.Venue?.Id;
}
