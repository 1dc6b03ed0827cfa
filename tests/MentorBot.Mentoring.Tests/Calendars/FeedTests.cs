using MentorBot.Mentoring.Calendars;

namespace MentorBot.Mentoring.Tests.Calendars;

public sealed class FeedTests
{
    private static readonly Meeting InLondon = Meetings.InJune;
    private static readonly Meeting CalledOff = Meetings.At("2026-05-11T10:00:00Z", "Europe/London") with { IsCalledOff = true, Sequence = 1 };
    private static readonly Meeting InNewYork = Meetings.At("2027-01-15T10:00:00Z", "America/New_York");

    [Fact]
    public void A_feed_says_its_name_and_how_often_to_look_in_both_ways_that_calendars_know()
    {
        var file = CalendarFile.Feed("Tomas, at the library", [InLondon]);

        Assert.Equal(
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//MentorBot//MentorBot//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", @"NAME:Tomas\, at the library", @"X-WR-CALNAME:Tomas\, at the library", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H", "BEGIN:VTIMEZONE"],
            Meetings.LinesOf(file).Take(10));
    }

    [Fact]
    public void Meetings_are_told_in_their_order_one_called_off_among_them_and_none_reminds()
    {
        var file = CalendarFile.Feed("Meetings", [InNewYork, InLondon, CalledOff]);

        Assert.Equal([$"UID:{CalledOff.Uid}", $"UID:{InLondon.Uid}", $"UID:{InNewYork.Uid}"], Starting(file, "UID:"));
        Assert.Equal(["STATUS:CANCELLED", "STATUS:CONFIRMED", "STATUS:CONFIRMED"], Starting(file, "STATUS:"));
        Assert.DoesNotContain("VALARM", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_zone_is_told_once_and_before_the_meetings()
    {
        var names = Meetings.LinesOf(CalendarFile.Feed("Meetings", [InNewYork, InLondon, CalledOff]));

        Assert.Equal(["TZID:America/New_York", "TZID:Europe/London"], names.Where(line => line.StartsWith("TZID:", StringComparison.Ordinal)));
        Assert.True(names.LastIndexOf("END:VTIMEZONE") < names.IndexOf("BEGIN:VEVENT"));
    }

    [Fact]
    public void Whatever_order_they_are_given_in_the_file_is_the_same() => Assert.Equal(CalendarFile.Feed("M", [InNewYork, InLondon, CalledOff]), CalendarFile.Feed("M", [CalledOff, InNewYork, InLondon]));

    [Fact]
    public void It_is_served_as_what_it_says_it_is_for() => Assert.EndsWith($"method={Meetings.ValueOf(CalendarFile.Feed("Meetings", []), "METHOD")}", CalendarFile.MediaType, StringComparison.Ordinal);

    [Fact]
    public void Where_there_are_no_meetings_a_zone_keeps_the_calendar_valid()
    {
        var names = Meetings.NamesOf(CalendarFile.Feed("Meetings", []));

        Assert.Contains("BEGIN:VTIMEZONE", names);
        Assert.DoesNotContain("BEGIN:VEVENT", names);
    }

    private static List<string> Starting(string file, string with) => [.. Meetings.LinesOf(file).Where(line => line.StartsWith(with, StringComparison.Ordinal))];
}
