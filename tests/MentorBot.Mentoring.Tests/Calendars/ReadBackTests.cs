using FsCheck;
using FsCheck.Fluent;
using Ical.Net.CalendarComponents;
using MentorBot.Mentoring.Calendars;
using NodaTime;
using Calendar = Ical.Net.Calendar;

namespace MentorBot.Mentoring.Tests.Calendars;

/// <summary>What Ical.Net, which others wrote, reads in our files.</summary>
public sealed class ReadBackTests
{
    private static readonly Duration HalfHour = Duration.FromMinutes(30);

    [Fact]
    public void An_invitation_is_read_as_it_was_meant()
    {
        var meeting = Meetings.InJune with { Sequence = 4, Summary = "Tŷ Mawr; tea, cake \\ 😀", Description = "One\nTwo, and a line that is so long that it must be folded, with dŵr in it, and 😀😀😀😀😀.", Location = "Room 2, first floor", Link = new Uri("https://mentor.example/m/1?a=b;c,d") };

        var calendar = Calendar.Load(CalendarFile.Invitation(meeting))!;
        var read = Assert.Single(calendar.Events);

        Assert.Equal(("PUBLISH", "2.0"), (calendar.Method, calendar.Version));
        Assert.Equal((meeting.Uid.ToString(), meeting.Sequence, "CONFIRMED"), (read.Uid, read.Sequence, read.Status));
        Assert.Equal((meeting.Summary, meeting.Description, meeting.Location, meeting.Link), (read.Summary, read.Description, read.Location, read.Url));
        Assert.Equal((meeting.Start, meeting.End, "Europe/London"), (InstantOf(read.Start!), InstantOf(read.End!), read.Start!.TzId));
        Assert.Equal((meeting.ChangedAt, meeting.ChangedAt), (InstantOf(read.DtStamp!), InstantOf(read.LastModified!)));
        Assert.Equal(-1, Assert.Single(read.Alarms).Trigger!.Duration!.Value.Hours);
    }

    [Fact]
    public void Every_text_that_a_file_can_hold_is_read_as_it_was_given() => Prop
        .ForAll(Texts.Any.ToArbitrary(), text => Calendar.Load(CalendarFile.Invitation(Meetings.InJune with { Summary = $"x{text}x" }))!.Events.Single().Summary == $"x{Writable(text)}x")
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Europe/London", "2026-03-29")]
    [InlineData("Europe/London", "2026-10-25")]
    [InlineData("Europe/Dublin", "2026-03-29")]
    [InlineData("Europe/Dublin", "2026-10-25")]
    [InlineData("America/New_York", "2026-03-08")]
    [InlineData("America/New_York", "2026-03-29")]
    [InlineData("America/New_York", "2026-11-01")]
    [InlineData("Australia/Lord_Howe", "2026-04-05")]
    [InlineData("Australia/Lord_Howe", "2026-10-04")]
    [InlineData("Africa/Casablanca", "2026-02-15")]
    [InlineData("Africa/Casablanca", "2026-03-22")]
    [InlineData("Asia/Kathmandu", "2026-03-29")]
    [InlineData("Asia/Kolkata", "2026-10-25")]
    [InlineData("Etc/UTC", "2026-10-25")]
    [InlineData("Europe/London", "2027-01-01")]
    public void In_the_week_of_a_change_of_the_clock_each_meeting_is_at_its_instant(string zone, string day)
    {
        var meetings = WeekAround(day, zone).ToList();

        var read = Calendar.Load(CalendarFile.Feed("Meetings", meetings))!.Events.ToDictionary(e => e.Uid!, StringComparer.Ordinal);

        Assert.Equal(meetings.Count, read.Count);
        Assert.All(meetings, meeting => Assert.Equal((meeting.Start, meeting.End), TimesOf(read[meeting.Uid.ToString()])));
    }

    private static IEnumerable<Meeting> WeekAround(string day, string zone)
    {
        var middle = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value.AtStartOfDayInZone(DateTimeZoneProviders.Tzdb[zone]).ToInstant();
        return Enumerable.Range(-7 * 24, 14 * 24).Select(halfHours => Meetings.At(middle + (halfHours * HalfHour), zone));
    }

    private static (Instant Start, Instant End) TimesOf(CalendarEvent read) => (InstantOf(read.Start!), InstantOf(read.End!));

    private static Instant InstantOf(Ical.Net.DataTypes.CalDateTime time) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(time.AsUtc, DateTimeKind.Utc));

    private static string Writable(string text) => string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Select(rune => System.Text.Rune.IsControl(rune) && rune.Value is not ('\n' or '\t') ? " " : rune.ToString()));
}
