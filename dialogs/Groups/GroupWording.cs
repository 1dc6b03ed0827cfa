using MentorBot.BotFramework;
using MentorBot.Dialogs.Bookings;
using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Messages;
using NodaTime;

namespace MentorBot.Dialogs.Groups;

/// <summary>How group sessions are written: by the clock of whoever reads them.</summary>
internal static class GroupWording
{
    /// <summary>When one is, as the mentee of a conversation reads it.</summary>
    public static string TimeIn(Conversation conversation, GroupMeeting session)
    {
        var mentee = conversation.Address!.Mentee!;
        return BookingWording.Time(session.Start, DateTimeZoneProviders.Tzdb[mentee.TimeZone], mentee.Language);
    }

    /// <summary>Where one is, behind what was said before; empty for whoever takes part by video.</summary>
    public static string Where(Participant participant) => participant is { IsRemote: false, Session.Venue: { } venue } ? $", {BookingWording.Where(venue)}" : "";

    /// <summary>Those ahead, a line each, first the word that joins it. A text message has no room for what they are about.</summary>
    public static string List(Conversation conversation, IEnumerable<GroupMeeting> sessions)
    {
        var isText = conversation.Address!.Channel == Channels.Sms;
        return string.Join('\n', sessions.Select(session => isText
            ? $"{session.Keyword} {TimeIn(conversation, session)}"
            : $"{session.Keyword}: {session.Title}, {TimeIn(conversation, session)}"));
    }
}
