using MentorBot.Mentoring.Bookings;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Mentoring.Tests.Bookings;

public sealed class FreeTimesTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly Period HalfHour = Period.FromMinutes(30);
    private static readonly Duration Half = Duration.FromMinutes(30);

    [Fact]
    public void A_morning_is_offered_in_steps_and_the_last_time_ends_with_it() =>
        Assert.Equal(["2026-12-01T09:00", "2026-12-01T09:30", "2026-12-01T10:00", "2026-12-01T10:30"], Local(On("2026-12-01", Weekly("9-11")), London));

    [Fact]
    public void Nothing_is_offered_on_another_day_of_the_week() => Assert.Empty(On("2026-12-02", Weekly("9-11")));

    [Fact]
    public void A_day_off_has_no_times_and_a_day_with_other_hours_has_those_alone()
    {
        var off = Weekly("9-11") with { Exceptions = new Dictionary<LocalDate, IReadOnlyList<HoursOfDay>> { [new(2026, 12, 1)] = [], [new(2026, 12, 3)] = [Hours("14-15")] } };

        Assert.Empty(On("2026-12-01", off));
        Assert.Equal(["2026-12-03T14:00", "2026-12-03T14:30"], Local(On("2026-12-03", off), London));
        Assert.Equal(4, On("2026-12-08", off).Count);
    }

    [Fact]
    public void Nothing_is_offered_sooner_than_his_notice() =>
        Assert.Equal(["2026-12-01T10:30"], Local(Find(Weekly("9-11") with { Notice = Duration.FromMinutes(61) }, At("2026-12-01T09:01", London), "2026-12-01"), London));

    [Fact]
    public void Between_two_meetings_lies_his_buffer()
    {
        var taken = Between("2026-12-01T10:00", "2026-12-01T10:30");

        Assert.Equal(["2026-12-01T09:00", "2026-12-01T09:30", "2026-12-01T10:30"], Local(On("2026-12-01", Weekly("9-11"), taken), London));
        Assert.Equal(["2026-12-01T09:00"], Local(On("2026-12-01", Weekly("9-11") with { Buffer = Duration.FromMinutes(15) }, taken), London));
    }

    [Fact]
    public void A_meeting_that_overlaps_by_a_minute_is_in_the_way() =>
        Assert.Equal(["2026-12-01T10:30"], Local(On("2026-12-01", Weekly("9-11"), Between("2026-12-01T09:29", "2026-12-01T10:01")), London));

    [Fact]
    public void A_full_day_or_week_has_no_times()
    {
        var monday = Between("2026-11-30T15:00", "2026-11-30T15:30");

        Assert.Empty(On("2026-12-01", Weekly("9-11") with { MostAWeek = 1 }, monday));
        Assert.NotEmpty(On("2026-12-08", Weekly("9-11") with { MostAWeek = 1 }, monday));
        Assert.NotEmpty(On("2026-12-01", Weekly("9-11") with { MostADay = 1 }, monday));
        Assert.Empty(On("2026-12-01", Weekly("9-11") with { MostADay = 1 }, Between("2026-12-01T20:00", "2026-12-01T20:30")));
    }

    // In 2026 the clock of London goes from 01:00 to 02:00 on 29 March, and from 02:00 back to 01:00 on 25 October.
    [Fact]
    public void In_spring_an_hour_that_the_clock_skips_is_no_time() =>
        Assert.Equal(["2026-03-29T00:00Z", "2026-03-29T00:30Z", "2026-03-29T01:00Z", "2026-03-29T01:30Z"], Utc(On("2026-03-29", Weekly("0-3"))));

    [Fact]
    public void In_autumn_an_hour_that_comes_twice_is_the_first() =>
        Assert.Equal(["2026-10-25T00:00Z", "2026-10-25T00:30Z"], Utc(On("2026-10-25", Weekly("1-2"))));

    [Fact]
    public void Over_the_change_a_meeting_lasts_as_long_as_ever() =>
        Assert.All(On("2026-10-25", Weekly("0-3")).Concat(On("2026-03-29", Weekly("0-3"))), slot => Assert.Equal(Half, slot.End - slot.Start));

    [Fact]
    public void After_the_change_the_same_local_time_is_another_instant()
    {
        Assert.Equal("2026-10-24T08:00Z", Utc(On("2026-10-24", Weekly("9-10")))[0]);
        Assert.Equal("2026-10-26T09:00Z", Utc(On("2026-10-26", Weekly("9-10")))[0]);
    }

    [Fact]
    public void A_mentor_in_another_zone_is_booked_by_his_own_clock()
    {
        var athens = DateTimeZoneProviders.Tzdb["Europe/Athens"];
        var hers = Local(Find(Weekly("9-10") with { Zone = athens }, At("2026-12-01T00:00", London), "2026-12-01"), London);

        Assert.Equal(["2026-12-01T07:00", "2026-12-01T07:30"], hers);
    }

    [Fact]
    public void Hours_to_midnight_hold_their_last_half_hour() =>
        Assert.Equal(["2026-12-01T23:00", "2026-12-01T23:30"], Local(On("2026-12-01", Weekly("23-0")), London));

    [Fact]
    public void A_length_of_nothing_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FreeTimes(Weekly("9-10"), []).Find(Instant.MinValue, Instant.MinValue, Instant.MinValue, Duration.Zero, HalfHour).ToList());

    [Fact]
    public void Whatever_is_taken_no_time_comes_nearer_to_it_than_the_buffer_and_none_that_could_be_had_is_left_out()
    {
        var chance = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var start = At("2026-10-23T00:00", London);
            var taken = Enumerable.Range(0, chance.Next(12)).Select(_ => start + Duration.FromMinutes(chance.Next(5 * 24 * 60))).Select(begin => new Slot(begin, begin + Duration.FromMinutes(chance.Next(5, 90)))).ToList();
            var buffer = Duration.FromMinutes(chance.Next(40));
            var availability = Weekly("8-19") with { Buffer = buffer };

            var free = new FreeTimes(availability, Of(taken)).Find(start, start, start + Duration.FromDays(5), Half, HalfHour).ToList();
            var all = new FreeTimes(availability, []).Find(start, start, start + Duration.FromDays(5), Half, HalfHour).ToList();

            Assert.Equal(all.Where(slot => taken.All(other => slot.Start >= other.End + buffer || other.Start >= slot.End + buffer)), free);
        }
    }

    // Every day but Wednesday.
    private static Availability Weekly(string hours) => new()
    {
        Zone = London,
        Weekly = [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day is not (IsoDayOfWeek.None or IsoDayOfWeek.Wednesday)).Select(day => new HoursOfWeek(day, Hours(hours)))],
    };

    private static HoursOfDay Hours(string text)
    {
        var parts = text.Split('-').Select(int.Parse).ToList();
        return new HoursOfDay(new LocalTime(parts[0], 0), new LocalTime(parts[1], 0));
    }

    private static List<Slot> On(string date, Availability availability, params IEnumerable<Slot> taken) => Find(availability, At("2026-01-01T00:00", London), date, taken);

    private static List<Slot> Find(Availability availability, Instant now, string date, params IEnumerable<Slot> taken)
    {
        var day = LocalDatePattern.Iso.Parse(date).Value;
        var (from, until) = (day.AtStartOfDayInZone(London).ToInstant(), day.PlusDays(1).AtStartOfDayInZone(London).ToInstant());
        return [.. new FreeTimes(availability, Of(taken)).Find(now, from, until, Half, HalfHour)];
    }

    private static IEnumerable<TakenTime> Of(IEnumerable<Slot> slots) => slots.Select((slot, index) => new TakenTime(slot, index));

    private static Slot[] Between(string start, string end) => [new(At(start, London), At(end, London))];

    private static Instant At(string local, DateTimeZone zone) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneLeniently(zone).ToInstant();

    private static List<string> Local(IEnumerable<Slot> slots, DateTimeZone zone) => [.. slots.Select(slot => slot.Start.InZone(zone).ToString("uuuu-MM-dd'T'HH:mm", null))];

    private static List<string> Utc(IEnumerable<Slot> slots) => [.. slots.Select(slot => slot.Start.ToString("uuuu-MM-dd'T'HH:mm'Z'", null))];
}
