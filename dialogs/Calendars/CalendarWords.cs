using MentorBot.BotFramework;
using MentorBot.Dialogs.Bookings;
using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Calendars;
using MentorBot.Mentoring.Mentors;
using NodaTime;

namespace MentorBot.Dialogs.Calendars;

/// <summary>Tells people's own calendars of meetings, each in the language of whose calendar it is: when, how and where, with whom, and never what it is about.</summary>
public sealed class CalendarWords(Content content, VideoRooms rooms)
{
    /// <summary>The folder that its words are in.</summary>
    public const string Folder = "Calendars";

    private static readonly string[] Names = ["title", "inMessages", "byVideo", "change", "calendar", "withMessages", "withVideo", "withPlace", "forMentorMessages", "forMentorChange"];

    /// <summary>The keys of all that it says.</summary>
    internal static IReadOnlyList<string> Keys => [.. Names.Select(name => $"{Folder}.{name}")];

    /// <summary>A meeting for her own calendar, by the clock that she lives by.</summary>
    /// <param name="booking">Booked once, with its mentor, its place and her.</param>
    public Meeting ForHer(Booking booking)
    {
        ArgumentNullException.ThrowIfNull(booking);
        var language = booking.Conversation!.Address!.Mentee!.Language;
        var how = booking.Way == MeetingWay.Messages ? Say(language, "inMessages") : null;
        return Told(booking, booking.TimeZone, Say(language, "title", ("name", booking.Mentor!.Name)), [how, VideoLine(booking, language), booking.Venue?.WayIn, Say(language, "change")]);
    }

    /// <summary>A meeting for its mentor's calendar, by his clock.</summary>
    /// <param name="booking">Likewise.</param>
    public Meeting ForMentor(Booking booking)
    {
        ArgumentNullException.ThrowIfNull(booking);
        var language = LanguageOf(booking.Mentor!);
        var alias = ("alias", booking.Conversation!.Address!.Mentee!.Alias);
        var title = booking.Way switch
        {
            MeetingWay.Messages => Say(language, "withMessages", alias),
            MeetingWay.Video => Say(language, "withVideo", alias),
            _ => Say(language, "withPlace", alias, ("venue", booking.Venue?.Name ?? "")),
        };
        var how = booking.Way == MeetingWay.Messages ? Say(language, "forMentorMessages") : null;
        return Told(booking, booking.Mentor!.TimeZone, title, [how, VideoLine(booking, language), booking.Venue?.WayIn, Say(language, "forMentorChange")]);
    }

    /// <summary>What a mentor's calendar is called.</summary>
    public string NameFor(Mentor mentor)
    {
        ArgumentNullException.ThrowIfNull(mentor);
        return Say(LanguageOf(mentor), "calendar");
    }

    private Meeting Told(Booking booking, string zone, string title, IEnumerable<string?> lines)
    {
        var link = LinkOf(booking);
        return new Meeting
        {
            Uid = booking.Uid,
            Sequence = booking.Sequence,
            Start = Instant.FromDateTimeOffset(booking.StartsAt!.Value),
            End = Instant.FromDateTimeOffset(booking.EndsAt!.Value),
            TimeZone = zone,
            Summary = title,
            Description = string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line))),
            Location = booking.Venue is { } venue ? BookingWording.Where(venue) : link?.AbsoluteUri,
            Link = link,
            // What she gave back and did not choose anew is off as well.
            IsCalledOff = booking.State is not (BookingState.Booked or BookingState.Over),
            ChangedAt = Instant.FromDateTimeOffset(booking.BookedAt ?? booking.RequestedAt),
        };
    }

    private string? VideoLine(Booking booking, string language) => LinkOf(booking) is { } link ? Say(language, "byVideo", ("link", link.AbsoluteUri)) : null;

    private Uri? LinkOf(Booking booking) => booking.Way == MeetingWay.Video && Uri.TryCreate(rooms.LinkOf(booking), UriKind.Absolute, out var link) ? link : null;

    private string Say(string language, string name, params ReadOnlySpan<(string Name, string Value)> values) => content.Words.For(language, Channels.WebChat, $"{Folder}.{name}", values);

    private static string LanguageOf(Mentor mentor) => mentor.Phone?.Address?.Mentee?.Language ?? Language.English;
}
