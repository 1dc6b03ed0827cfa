using MentorBot.Mentoring.Calendars;
using NodaTime;
using NodaTime.TimeZones;

namespace MentorBot.Mentoring.Tests.Calendars;

public sealed class InvitationTests
{
    private static readonly Meeting Full = Meetings.InJune with
    {
        Sequence = 2, Summary = "Meeting Tomas: e-mail, photos; tea", Description = "Bring your phone.\nCan't come? Text CHANGE.", Location = "Tŷ Mawr \\ room 2", Link = new Uri("https://mentor.example/m/1?a=b;c,d"),
    };

    [Fact]
    public void An_invitation_says_all_of_a_meeting_once() => Assert.Equal(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//MentorBot//MentorBot//EN
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        BEGIN:VTIMEZONE
        TZID:Europe/London
        BEGIN:DAYLIGHT
        DTSTART:20250330T010000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        TZOFFSETFROM:+0000
        TZOFFSETTO:+0100
        TZNAME:BST
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20251026T020000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0000
        TZNAME:GMT
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:6f1c1c7e-0f5b-4a52-9a55-5f3c5d1f6a01
        SEQUENCE:2
        DTSTAMP:20260520T081530Z
        LAST-MODIFIED:20260520T081530Z
        DTSTART;TZID=Europe/London:20260602T100000
        DTEND;TZID=Europe/London:20260602T103000
        SUMMARY:Meeting Tomas: e-mail\, photos\; tea
        DESCRIPTION:Bring your phone.\nCan't come? Text CHANGE.
        LOCATION:Tŷ Mawr \\ room 2
        URL:https://mentor.example/m/1?a=b;c,d
        STATUS:CONFIRMED
        TRANSP:OPAQUE
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-PT1H
        DESCRIPTION:Meeting Tomas: e-mail\, photos\; tea
        END:VALARM
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n"),
        CalendarFile.Invitation(Full));

    [Fact]
    public void One_called_off_is_published_as_cancelled_keeps_no_time_busy_and_reminds_nobody()
    {
        var file = CalendarFile.Invitation(Full with { IsCalledOff = true, Sequence = 3 });

        Assert.Equal(("PUBLISH", "CANCELLED", "TRANSPARENT"), (Meetings.ValueOf(file, "METHOD"), Meetings.ValueOf(file, "STATUS"), Meetings.ValueOf(file, "TRANSP")));
        Assert.Equal((Meetings.ValueOf(CalendarFile.Invitation(Full), "UID"), "3"), (Meetings.ValueOf(file, "UID"), Meetings.ValueOf(file, "SEQUENCE")));
        Assert.DoesNotContain("VALARM", file, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_is_not_written() =>
        Assert.Equal(
            ["BEGIN:VEVENT", "UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND", "SUMMARY", "STATUS", "TRANSP", "BEGIN:VALARM"],
            Meetings.NamesOf(CalendarFile.Invitation(Meetings.InJune)).SkipWhile(name => name != "BEGIN:VEVENT").TakeWhile(name => name != "ACTION"));

    [Fact]
    public void Nobody_is_named_as_organiser_or_guest() =>
        Assert.Empty(Meetings.NamesOf(CalendarFile.Invitation(Full)).Intersect(["ORGANIZER", "ATTENDEE", "CONTACT"], StringComparer.Ordinal));

    [Fact]
    public void The_same_meeting_makes_the_same_file() => Assert.Equal(CalendarFile.Invitation(Full), CalendarFile.Invitation(Full with { Description = Full.Description }));

    // 25 October 2026: at two in the morning London's clocks go back to one.
    [Fact]
    public void In_the_hour_that_comes_twice_it_is_told_by_UTC()
    {
        var before = CalendarFile.Invitation(Meetings.At("2026-10-24T23:15:00Z", "Europe/London"));
        var first = CalendarFile.Invitation(Meetings.At("2026-10-25T00:15:00Z", "Europe/London"));
        var second = CalendarFile.Invitation(Meetings.At("2026-10-25T01:15:00Z", "Europe/London"));
        var into = CalendarFile.Invitation(Meetings.At("2026-10-24T23:45:00Z", "Europe/London"));

        Assert.Equal(("20261025T001500", "20261025T004500"), (Meetings.ValueOf(before, "DTSTART;TZID=Europe/London"), Meetings.ValueOf(before, "DTEND;TZID=Europe/London")));
        Assert.Equal(("20261025T001500Z", "20261025T004500Z"), (Meetings.ValueOf(first, "DTSTART"), Meetings.ValueOf(first, "DTEND")));
        Assert.Equal(("20261025T011500Z", "20261025T014500Z"), (Meetings.ValueOf(second, "DTSTART"), Meetings.ValueOf(second, "DTEND")));
        Assert.Equal(("20261024T234500Z", "20261025T001500Z"), (Meetings.ValueOf(into, "DTSTART"), Meetings.ValueOf(into, "DTEND")));
    }

    [Theory]
    [InlineData("Europe/Nowhere")]
    [InlineData("UTC+05:30")]
    [InlineData("Europe/London\r\nX-EVIL:1")]
    [InlineData("")]
    public void A_zone_that_IANA_has_not_is_refused(string zone) =>
        Assert.Throws<DateTimeZoneNotFoundException>(() => CalendarFile.Invitation(Meetings.InJune with { TimeZone = zone }));

    [Fact]
    public void A_meeting_that_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => CalendarFile.Invitation(Meetings.InJune with { End = Meetings.InJune.Start }));
        Assert.Throws<ArgumentException>(() => CalendarFile.Invitation(Meetings.InJune with { Sequence = -1 }));
        Assert.Throws<ArgumentException>(() => CalendarFile.Feed("Meetings", [Meetings.InJune, Meetings.InJune with { End = Instant.MinValue }]));
    }
}
