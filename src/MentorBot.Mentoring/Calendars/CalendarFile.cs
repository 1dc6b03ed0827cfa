using NodaTime;

namespace MentorBot.Mentoring.Calendars;

/// <summary>Tells calendars of meetings, in their own format (iCalendar, RFC 5545).</summary>
/// <remarks>
/// Both files are published (<c>METHOD:PUBLISH</c>; RFC 5546, 3.2.1), a meeting that was called off too. REQUEST and CANCEL (3.2.2, 3.2.5) belong to a talk by mail between an organiser and those whom he asks:
/// they need both, and calendars would offer to accept or decline by mail, to a mailbox that we have not, or refuse a file that names nobody they know. PUBLISH may say CANCELLED as well, and a calendar that has the
/// meeting knows it again by UID and SEQUENCE. 3.2.1 asks for an ORGANIZER even so. We write none: it must not be in what is only on one person's calendar (RFC 5545, 3.8.4.3), there is no
/// mailbox to name, and Outlook has been seen to ask for an answer where it is.
/// <para>
/// The same meetings make the same file, byte for byte: nothing in it depends on when it was written.
/// </para>
/// </remarks>
public static class CalendarFile
{
    /// <summary>How the file is served: UTF-8, and the same method as in it (RFC 5545, 8.1).</summary>
    public const string MediaType = "text/calendar; charset=utf-8; method=PUBLISH";

    // How often a calendar should look for news; they take it for a wish.
    private const string OncePerHour = "PT1H";

    // A calendar must hold something (RFC 5545, 3.6), and a zone is nothing that anybody sees.
    private static readonly DateTimeZone ZoneOfNothing = DateTimeZoneProviders.Tzdb["Etc/UTC"];

    /// <summary>One meeting, for somebody who opens it once. A meeting that stands reminds her an hour before.</summary>
    /// <exception cref="ArgumentException">It ends no later than it begins, or its sequence is below 0.</exception>
    /// <exception cref="NodaTime.TimeZones.DateTimeZoneNotFoundException">IANA has no such zone.</exception>
    public static string Invitation(Meeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return Write(calendar =>
        {
            AddZones(calendar, [meeting]);
            calendar.AddMeeting(meeting, isReminding: !meeting.IsCalledOff);
        });
    }

    /// <summary>All meetings of somebody, for a calendar that looks at it again each hour.</summary>
    /// <param name="name">What the calendar is called.</param>
    /// <param name="meetings">In any order. One that was called off stays among them: a calendar may keep what is merely missing.</param>
    /// <remarks>It reminds nobody: a feed is read by a calendar that has its owner's own reminders.</remarks>
    /// <exception cref="ArgumentException">A meeting ends no later than it begins, or its sequence is below 0.</exception>
    /// <exception cref="NodaTime.TimeZones.DateTimeZoneNotFoundException">IANA has no such zone.</exception>
    public static string Feed(string name, IEnumerable<Meeting> meetings)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(meetings);
        var inOrder = meetings.OrderBy(meeting => meeting.Start).ThenBy(meeting => meeting.Uid).ToList();
        return Write(calendar =>
        {
            AddSubscription(calendar, name);
            AddZones(calendar, inOrder);
            foreach (var meeting in inOrder) calendar.AddMeeting(meeting, isReminding: false);
        });
    }

    private static string Write(Action<ContentLines> content)
    {
        var lines = new ContentLines();
        lines.Component("VCALENDAR", () =>
        {
            lines.Add("VERSION", "2.0");
            lines.Add("PRODID", "-//MentorBot//MentorBot//EN");
            lines.Add("CALSCALE", "GREGORIAN");
            lines.Add("METHOD", "PUBLISH");
            content(lines);
        });
        return lines.ToString();
    }

    // Each twice: as the standard has it (RFC 7986, 5.1 and 5.7), and as calendars had it before.
    private static void AddSubscription(ContentLines calendar, string name)
    {
        calendar.AddText("NAME", name);
        calendar.AddText("X-WR-CALNAME", name);
        calendar.Add("REFRESH-INTERVAL;VALUE=DURATION", OncePerHour);
        calendar.Add("X-PUBLISHED-TTL", OncePerHour);
    }

    private static void AddZones(ContentLines calendar, List<Meeting> meetings)
    {
        foreach (var zone in meetings.GroupBy(meeting => meeting.Zone).OrderBy(zone => zone.Key.Id, StringComparer.Ordinal))
            calendar.AddZone(zone.Key, zone.Min(meeting => meeting.Start), zone.Max(meeting => meeting.End));
        if (meetings.Count == 0) calendar.AddZone(ZoneOfNothing, NodaConstants.UnixEpoch, NodaConstants.UnixEpoch);
    }
}
