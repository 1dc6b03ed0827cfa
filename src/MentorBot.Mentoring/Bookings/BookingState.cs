namespace MentorBot.Mentoring.Bookings;

/// <summary>How far a booking has come.</summary>
public enum BookingState
{
    /// <summary>She has times to choose from.</summary>
    Choosing,

    /// <summary>She chose one.</summary>
    Booked,

    /// <summary>She gave it up.</summary>
    Dropped,

    /// <summary>She chose none while they were kept. A late answer still counts, if its time is free.</summary>
    Lapsed,

    /// <summary>The mentor, or a coordinator, called it off.</summary>
    CalledOff,

    /// <summary>Its time is over.</summary>
    Over,

    /// <summary>There was no time for her: she waits for one that somebody gives back.</summary>
    Waiting,
}
