using MentorBot.Mentoring.Calendars;
using NodaTime;

namespace MentorBot.EndToEnd.Tests.CalendarClients;

/// <summary>What Mozilla's reader understands of our files. It knows of zones what a file tells it, and nothing else.</summary>
public sealed class IcalJsTests
{
    private static readonly Meeting InJune = new()
    {
        Uid = new Guid("6f1c1c7e-0f5b-4a52-9a55-5f3c5d1f6a01"), Sequence = 4, Start = Instant.FromUtc(2026, 6, 2, 9, 0), End = Instant.FromUtc(2026, 6, 2, 9, 30), TimeZone = "Europe/London",
        Summary = "Tŷ Mawr; tea, cake \\ 😀", Description = "One\nTwo, and a line that is so long that it must be folded, with dŵr in it, and 😀😀😀😀😀.\r\nEND:VEVENT\rX-EVIL:1", Location = "Room 2, first floor",
        Link = new Uri("https://mentor.example/m/1?a=b;c,d"), ChangedAt = Instant.FromUtc(2026, 5, 20, 8, 15, 30),
    };

    private static readonly string[] Oddest =
    [
        "Africa/Cairo", "Africa/Casablanca", "America/Havana", "America/Nuuk", "America/Santiago", "America/St_Johns", "Asia/Jerusalem", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Chatham",
        "Pacific/Kiritimati",
    ];

    [Fact]
    public async Task It_reads_an_invitation_as_it_was_meant()
    {
        IcalJs.Require();
        var description = InJune.Description!.ReplaceLineEndings("\n");

        Assert.Equal(
            [new ReadMeeting(null, "PUBLISH", null, InJune.Uid, 4, "CONFIRMED", "Europe/London", InJune.Start.ToDateTimeOffset(), InJune.End.ToDateTimeOffset(), InJune.Summary, description, InJune.Location, InJune.Link!.AbsoluteUri, -3600)],
            await IcalJs.ReadAsync(CalendarFile.Invitation(InJune)));
    }

    [Fact]
    public async Task It_reads_a_feed_with_what_was_called_off_in_it()
    {
        IcalJs.Require();
        var later = InJune with { Uid = Guid.NewGuid(), Start = InJune.Start + Duration.FromDays(7), End = InJune.End + Duration.FromDays(7), IsCalledOff = true };

        var read = await IcalJs.ReadAsync(CalendarFile.Feed("Tomas at the library", [later, InJune]));

        Assert.Equal([(InJune.Uid, "CONFIRMED"), (later.Uid, "CANCELLED")], read.Select(meeting => (meeting.Uid, meeting.Status)));
        Assert.All(read, meeting => Assert.Equal(("Tomas at the library", 3600, null), (meeting.Calendar, meeting.Refresh, meeting.Alarm)));
    }

    [Theory]
    [InlineData("Europe/London", 3, 29)]
    [InlineData("Europe/London", 10, 25)]
    [InlineData("Europe/Dublin", 10, 25)]
    [InlineData("America/New_York", 3, 29)]
    [InlineData("America/New_York", 11, 1)]
    [InlineData("Australia/Lord_Howe", 4, 5)]
    [InlineData("Australia/Lord_Howe", 10, 4)]
    [InlineData("Africa/Casablanca", 3, 22)]
    [InlineData("Asia/Kathmandu", 3, 29)]
    [InlineData("Etc/UTC", 10, 25)]
    public async Task In_the_week_of_a_change_of_the_clock_each_meeting_is_at_its_instant(string zone, int month, int day)
    {
        IcalJs.Require();
        var first = Instant.FromUtc(2026, month, day, 0, 0) - Duration.FromDays(4);

        await ReadsInstantsOfAsync(Enumerable.Range(0, 8 * 48).Select(halfHours => At(first + Duration.FromMinutes(30 * halfHours), zone)));
    }

    // Whoever changes clocks at midnight, by three quarters of an hour, on a Friday, by no rule, or not at all.
    [Fact]
    public async Task On_every_day_of_a_year_each_meeting_is_at_its_instant_in_the_oddest_zones()
    {
        IcalJs.Require();
        var first = Instant.FromUtc(2026, 1, 1, 9, 0);

        await ReadsInstantsOfAsync(Oddest.SelectMany(zone => Enumerable.Range(0, 365).Select(days => At(first + Duration.FromDays(days), zone))));
    }

    private static async Task ReadsInstantsOfAsync(IEnumerable<Meeting> meetings)
    {
        var given = meetings.ToDictionary(meeting => meeting.Uid);

        var read = await IcalJs.ReadAsync(CalendarFile.Feed("Meetings", given.Values));

        Assert.Equal(given.Count, read.Count);
        Assert.All(read, meeting => Assert.Equal((given[meeting.Uid].TimeZone, given[meeting.Uid].Start, given[meeting.Uid].End), (given[meeting.Uid].TimeZone, Instant.FromDateTimeOffset(meeting.Start), Instant.FromDateTimeOffset(meeting.End))));
    }

    private static Meeting At(Instant start, string zone) => InJune with { Uid = Guid.NewGuid(), Start = start, End = start + Duration.FromMinutes(30), TimeZone = zone };
}
