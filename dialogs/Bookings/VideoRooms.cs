using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Groups;

namespace MentorBot.Dialogs.Bookings;

/// <summary>Where people meet by video: a free service that makes a room of any address, so that one which nobody can guess is enough.</summary>
/// <param name="address">The service's address, which a room's name is put behind, such as <c>https://meet.example/</c>; null where none is configured: then nobody meets by video.</param>
public sealed class VideoRooms(Uri? address)
{
    /// <summary>Whether there are any.</summary>
    public bool AreThere => address is not null;

    /// <summary>The link to the room of a booking.</summary>
    public string LinkOf(Booking booking)
    {
        ArgumentNullException.ThrowIfNull(booking);
        return LinkOf(booking.LinkSecret);
    }

    /// <summary>The link to the room of a group session.</summary>
    public string LinkOf(GroupMeeting session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return LinkOf(session.LinkSecret);
    }

    /// <summary>The ways of meeting that there are, of some that mentors offer.</summary>
    internal IReadOnlyList<MeetingWay> Possible(IReadOnlyList<MeetingWay> ways) => address is null ? [.. ways.Where(way => way != MeetingWay.Video)] : ways;

    private string LinkOf(string secret) => address is null ? "" : new Uri(address, secret).AbsoluteUri;
}
