using NodaTime;
using NodaTime.Text;

namespace MentorBot.Mentoring.Calendars;

/// <summary>Writes a meeting (a VEVENT; RFC 5545, 3.6.1).</summary>
internal static class MeetingLines
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    /// <param name="calendar">Where it is written.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="isReminding">Whether the calendar is to remind of it an hour before.</param>
    public static void AddMeeting(this ContentLines calendar, Meeting meeting, bool isReminding)
    {
        if (meeting.End <= meeting.Start || meeting.Sequence < 0) throw new ArgumentException($"Meeting {meeting.Uid} ends no later than it begins, or its sequence is below 0.", nameof(meeting));
        calendar.Component("VEVENT", () =>
        {
            AddVersion(calendar, meeting);
            AddTimes(calendar, meeting);
            AddWords(calendar, meeting);
            AddStanding(calendar, meeting.IsCalledOff);
            if (isReminding) AddReminder(calendar, meeting.Summary);
        });
    }

    // Where two files have one sequence, the later DTSTAMP is the newer (RFC 5546, 2.1.5): so it is when this state of the meeting came to be, not when somebody asked for the file.
    private static void AddVersion(ContentLines calendar, Meeting meeting)
    {
        calendar.Add("UID", meeting.Uid.ToString());
        calendar.Add("SEQUENCE", $"{meeting.Sequence}");
        calendar.Add("DTSTAMP", Utc.Format(meeting.ChangedAt));
        calendar.Add("LAST-MODIFIED", Utc.Format(meeting.ChangedAt));
    }

    // By the local clock, so that it stays at its hour if a country changes its rules. But a time that the clock shows twice in autumn is told by UTC: it would mean the first of both (RFC 5545, 3.3.5), and not even
    // that to all calendars (ical.js).
    private static void AddTimes(ContentLines calendar, Meeting meeting)
    {
        var zone = meeting.Zone;
        var isByItsClock = IsShownOnce(meeting.Start, zone) && IsShownOnce(meeting.End, zone);
        AddTime("DTSTART", meeting.Start);
        AddTime("DTEND", meeting.End);

        void AddTime(string name, Instant instant)
        {
            if (isByItsClock) calendar.Add($"{name};TZID={zone.Id}", Local.Format(instant.InZone(zone).LocalDateTime));
            else calendar.Add(name, Utc.Format(instant));
        }
    }

    private static bool IsShownOnce(Instant instant, DateTimeZone zone) => zone.MapLocal(instant.InZone(zone).LocalDateTime).Count == 1;

    private static void AddWords(ContentLines calendar, Meeting meeting)
    {
        calendar.AddText("SUMMARY", meeting.Summary);
        calendar.AddText("DESCRIPTION", meeting.Description);
        calendar.AddText("LOCATION", meeting.Location);
        calendar.AddAddress("URL", meeting.Link);
    }

    // Who was called off is free at that time.
    private static void AddStanding(ContentLines calendar, bool isCalledOff)
    {
        calendar.Add("STATUS", isCalledOff ? "CANCELLED" : "CONFIRMED");
        calendar.Add("TRANSP", isCalledOff ? "TRANSPARENT" : "OPAQUE");
    }

    private static void AddReminder(ContentLines calendar, string words) => calendar.Component("VALARM", () =>
    {
        calendar.Add("ACTION", "DISPLAY");
        calendar.Add("TRIGGER", "-PT1H");
        calendar.AddText("DESCRIPTION", words);
    });
}
