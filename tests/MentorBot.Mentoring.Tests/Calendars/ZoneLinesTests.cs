using Ical.Net;
using MentorBot.Mentoring.Calendars;
using NodaTime;
using NodaTime.TimeZones;

namespace MentorBot.Mentoring.Tests.Calendars;

public sealed class ZoneLinesTests
{
    [Theory]
    [InlineData("Europe/London", "DAYLIGHT +0000 +0100 20250330T010000 FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "STANDARD +0100 +0000 20251026T020000 FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")]
    [InlineData("Europe/Dublin", "DAYLIGHT +0000 +0100 20250330T010000 FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "STANDARD +0100 +0000 20251026T020000 FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")]
    [InlineData("America/New_York", "DAYLIGHT -0500 -0400 20250309T020000 FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "STANDARD -0400 -0500 20251102T020000 FREQ=YEARLY;BYMONTH=11;BYDAY=1SU")]
    [InlineData("Australia/Lord_Howe", "STANDARD +1100 +1030 20250406T020000 FREQ=YEARLY;BYMONTH=4;BYDAY=1SU", "DAYLIGHT +1030 +1100 20251005T020000 FREQ=YEARLY;BYMONTH=10;BYDAY=1SU")]
    [InlineData("Asia/Kathmandu", "STANDARD +0545 +0545 20250101T000000")]
    [InlineData("Etc/UTC", "STANDARD +0000 +0000 20250101T000000")]
    public void Clocks_that_change_by_a_rule_are_told_by_it(string zone, params string[] expected) => Assert.Equal(expected, ObservancesOf(Meetings.InJune with { TimeZone = zone }));

    // The month of Ramadan moves through the year.
    [Fact]
    public void Clocks_that_change_by_no_rule_are_told_change_by_change() => Assert.Equal(
        [
            "STANDARD +0100 +0100 20220101T000000", "STANDARD +0100 +0000 20220327T030000", "DAYLIGHT +0000 +0100 20220508T020000", "STANDARD +0100 +0000 20230319T030000", "DAYLIGHT +0000 +0100 20230423T020000",
            "STANDARD +0100 +0000 20240310T030000", "DAYLIGHT +0000 +0100 20240414T020000",
        ],
        ObservancesOf(Meetings.At("2023-06-02T09:00:00Z", "Africa/Casablanca")));

    [Theory]
    [InlineData("Asia/Almaty", 2024)]
    [InlineData("America/Nuuk", 2023)]
    [InlineData("Europe/Istanbul", 2016)]
    [InlineData("Pacific/Apia", 2011)]
    public void In_years_in_which_a_country_changed_its_mind_each_day_is_right(string zone, int year) => Agree(zone, year);

    [Fact]
    public void Every_zone_of_the_world_is_told_as_it_is() => Assert.All(TzdbDateTimeZoneSource.Default.CanonicalIdMap.Keys, zone => Agree(zone, 2026));

    // Reads the file by the letter of RFC 5545, 3.6.5: of all onsets before an instant the last one counts.
    private static void Agree(string id, int year)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var (start, end) = (Instant.FromUtc(year, 1, 1, 12, 0), Instant.FromUtc(year, 12, 31, 12, 0));
        var written = Calendar.Load(CalendarFile.Feed("M", [Meetings.At(start, id), Meetings.At(end, id)]))!.TimeZones.Single();
        var onsets = written.TimeZoneInfos.SelectMany(info => Onsets(info, year + 1)).OrderBy(onset => onset.At).ToList();
        Assert.All(
            zone.GetZoneIntervals(start, end).SelectMany(interval => interval.HasStart && interval.Start > start ? new[] { interval.Start - Duration.Epsilon, interval.Start } : [start, end]),
            instant => Assert.Equal((id, zone.GetUtcOffset(instant)), (id, onsets.Last(onset => onset.At <= instant).To)));
    }

    private static IEnumerable<(Instant At, Offset To)> Onsets(VTimeZoneInfo info, int lastYear)
    {
        var (from, to) = (Offset.FromTimeSpan(info.OffsetFrom!.Offset), Offset.FromTimeSpan(info.OffsetTo!.Offset));
        return info.GetOccurrences(new Ical.Net.DataTypes.CalDateTime(1969, 1, 1)).TakeWhile(each => each.Period.StartTime.Year <= lastYear).Select(each => (LocalDateTime.FromDateTime(each.Period.StartTime.Value).WithOffset(from).ToInstant(), to));
    }

    private static List<string> ObservancesOf(Meeting meeting)
    {
        var lines = Meetings.LinesOf(CalendarFile.Invitation(meeting)).TakeWhile(line => line != "BEGIN:VEVENT").SkipWhile(line => line != $"TZID:{meeting.TimeZone}").Skip(1).ToList();
        return [.. lines.Index().Where(line => line.Item.StartsWith("BEGIN:", StringComparison.Ordinal)).Select(begin => Told(lines.Skip(begin.Index).TakeWhile(line => !line.StartsWith("END:", StringComparison.Ordinal))))];
    }

    private static string Told(IEnumerable<string> observance)
    {
        var values = observance.Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return $"{values["BEGIN"]} {values["TZOFFSETFROM"]} {values["TZOFFSETTO"]} {values["DTSTART"]} {values.GetValueOrDefault("RRULE")}".TrimEnd();
    }
}
