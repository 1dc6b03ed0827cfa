using System.Globalization;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using NodaTime;

namespace MentorBot.Dialogs.Bookings;

/// <summary>How times and meetings are written: shortly, by the clock of whoever reads them.</summary>
internal static class BookingWording
{
    private const string Messages = "Bookings.wayMessages";
    private const string Video = "Bookings.wayVideo";
    private const string Place = "Bookings.wayPlace";
    private const string AtPlace = "Bookings.place";

    private const string Welsh = "cy";

    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
    private static readonly string[] WelshDays = ["Llun", "Maw", "Mer", "Iau", "Gwe", "Sad", "Sul"];
    private static readonly string[] WelshMonths = ["Ion", "Chwe", "Maw", "Ebr", "Mai", "Meh", "Gorf", "Awst", "Medi", "Hyd", "Tach", "Rhag"];

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Messages, Video, Place, AtPlace];

    /// <summary>A time as somebody reads it: <c>Tue 2 Dec 2.30pm</c>.</summary>
    public static string Time(Instant at, DateTimeZone zone, string language)
    {
        var local = at.InZone(zone).LocalDateTime;
        return $"{Day(local.Date, language)} {Clock(local.TimeOfDay, isWelsh: language == Welsh)}";
    }

    /// <summary>A day: <c>Tue 2 Dec</c>.</summary>
    public static string Day(LocalDate day, string language)
    {
        var isWelsh = language == Welsh;
        return string.Create(CultureInfo.InvariantCulture, $"{(isWelsh ? WelshDays : Days)[(int)day.DayOfWeek - 1]} {day.Day} {(isWelsh ? WelshMonths : Months)[day.Month - 1]}");
    }

    /// <summary>When a meeting is, as its mentee reads it.</summary>
    public static string Time(Booking booking)
    {
        var mentee = booking.Conversation!.Address!.Mentee!;
        return Time(Instant.FromDateTimeOffset(booking.StartsAt!.Value), DateTimeZoneProviders.Tzdb[mentee.TimeZone], mentee.Language);
    }

    /// <summary>A time as a mentor reads it on his phone.</summary>
    public static string TimeFor(Mentor mentor, DateTimeOffset at) =>
        Time(Instant.FromDateTimeOffset(at), DateTimeZoneProviders.Tzdb[mentor.TimeZone], mentor.Phone?.Address?.Mentee?.Language ?? Language.English);

    /// <summary>Times to choose from, a line each with its number.</summary>
    public static string List(IEnumerable<string> times) => string.Join('\n', times.Select((time, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1} {time}")));

    /// <summary>The times of a booking to choose from, likewise.</summary>
    public static IReadOnlyList<string> Choices(Booking booking)
    {
        var mentee = booking.Conversation!.Address!.Mentee!;
        return [.. booking.Choices.Select(time => Time(time.Slot.Start, DateTimeZoneProviders.Tzdb[mentee.TimeZone], mentee.Language))];
    }

    /// <summary>How they meet, in a few words for a conversation.</summary>
    public static string Manner(Words words, Conversation where, Booking booking) =>
        booking.Way == MeetingWay.Place ? Where(booking.Venue!) : Way(words, where, booking.Way);

    /// <summary>A way of meeting.</summary>
    public static string Way(Words words, Conversation where, MeetingWay way) => words.MessageIn(where, way switch
    {
        MeetingWay.Messages => Messages,
        MeetingWay.Video => Video,
        _ => Place,
    }).Text!;

    /// <summary>Where a meeting is, behind a name; empty where it is at no place.</summary>
    public static string AtPlaceOf(Words words, Booking booking) =>
        booking.Venue is { } venue ? words.MessageIn(booking.Conversation!, AtPlace, ("venue", Where(venue))).Text! : "";

    /// <summary>A place, as it stands in a message.</summary>
    public static string Where(Venue venue) => $"{venue.Name}, {venue.Address}";

    private static string Clock(LocalTime time, bool isWelsh)
    {
        // Nobody is sure which of the two 12pm is.
        if (time == LocalTime.Noon && !isWelsh) return "midday";
        var hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        var half = (isWelsh, time.Hour) switch
        {
            (false, < 12) => "am",
            (false, _) => "pm",
            // In the morning, the afternoon, the evening.
            (true, < 12) => "yb",
            (true, < 18) => "yp",
            (true, _) => "yh",
        };
        return time.Minute == 0 ? string.Create(CultureInfo.InvariantCulture, $"{hour}{half}") : string.Create(CultureInfo.InvariantCulture, $"{hour}.{time.Minute:00}{half}");
    }
}
