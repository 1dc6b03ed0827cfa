namespace MentorBot.Mentoring.Bookings;

/// <summary>How a mentee and a mentor meet.</summary>
public enum MeetingWay
{
    /// <summary>In messages, where she books: through us, so that neither sees the other's number. It needs nothing but her phone.</summary>
    Messages,

    /// <summary>By video, behind a link that nobody can guess.</summary>
    Video,

    /// <summary>At a <see cref="Venue"/> of the scheme.</summary>
    Place,
}
