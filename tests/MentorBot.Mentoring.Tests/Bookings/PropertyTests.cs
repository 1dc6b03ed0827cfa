using FsCheck;
using FsCheck.Fluent;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Mentors;
using NodaTime;

namespace MentorBot.Mentoring.Tests.Bookings;

/// <summary>What holds whatever the zone, the hours and the chance: the clocks of these are quarters of an hour from UTC, change by half an hour, or have changed the day.</summary>
public sealed class PropertyTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    private static readonly Gen<DateTimeZone> Zones = Gen.Elements("Europe/London", "Asia/Kathmandu", "Australia/Lord_Howe", "America/New_York", "America/St_Johns", "Pacific/Chatham", "Pacific/Apia", "Africa/Casablanca", "Asia/Kolkata")
        .Select(id => DateTimeZoneProviders.Tzdb[id]);

    private static readonly Gen<Diary> Diaries =
        from zone in Zones
        from day in Gen.Choose(0, 364)
        from begin in Gen.Choose(0, 22 * 4)
        from last in Gen.Choose(1, 12)
        from length in Gen.Elements(MeetingTerms.Lengths.ToArray())
        from buffer in Gen.Elements(MeetingTerms.Buffers.ToArray())
        select new Diary(zone, Start + Duration.FromDays(day), Hours(begin, last), length, buffer);

    [Fact]
    public void Whatever_is_found_is_free_begins_on_a_quarter_of_UTC_and_lasts_as_long_as_it_should() => Check.QuickThrowOnFailure(Prop.ForAll(Diaries.ToArbitrary(), diary =>
        Find(diary).All(slot => FreeTimesOf(diary).IsFree(slot, Start) && slot.Start.ToUnixTimeSeconds() % (TakenQuarter.Minutes * 60) == 0 && slot.End - slot.Start == Duration.FromMinutes(diary.Length))));

    [Fact]
    public void What_was_found_is_free_no_more_once_it_is_taken_nor_is_what_is_too_near_and_all_else_is() => Check.QuickThrowOnFailure(Prop.ForAll(Diaries.ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (diary, chance) =>
    {
        var found = Find(diary);
        if (found.Count == 0) return true;
        var taken = found[chance % found.Count];
        var free = FreeTimesOf(diary, new TakenTime(taken, 1));
        return found.All(slot => free.IsFree(slot, Start) == (slot.Start >= taken.End + Duration.FromMinutes(diary.Buffer) || taken.Start >= slot.End + Duration.FromMinutes(diary.Buffer)));
    }));

    [Fact]
    public void Two_times_share_a_quarter_just_where_they_come_nearer_than_the_buffer() => Check.QuickThrowOnFailure(Prop.ForAll(Diaries.ToArbitrary(), Gen.Choose(0, 1_000_000).ToArbitrary(), (diary, chance) =>
    {
        var found = Find(diary);
        if (found.Count == 0) return true;
        var (one, other) = (found[chance % found.Count], found[chance / 1000 % found.Count]);
        var buffer = Duration.FromMinutes(diary.Buffer);
        var areNear = one.Start < other.End + buffer && other.Start < one.End + buffer;
        return TakenQuarter.Between(one.Start, one.End + buffer).Intersect(TakenQuarter.Between(other.Start, other.End + buffer)).Any() == areNear;
    }));

    [Fact]
    public void Quarters_follow_each_other_and_hold_all_of_the_time_and_no_quarter_beside_it() => Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, 2_000_000_000).ToArbitrary(), Gen.Choose(1, 20_000).ToArbitrary(), (begin, seconds) =>
    {
        const int quarter = TakenQuarter.Minutes * 60;
        var quarters = TakenQuarter.Between(Instant.FromUnixTimeSeconds(begin), Instant.FromUnixTimeSeconds(begin + seconds)).ToList();
        return quarters.Zip(quarters.Skip(1)).All(pair => pair.Second == pair.First + 1)
            && (long)quarters[0] * quarter <= begin && begin < ((long)quarters[0] + 1) * quarter
            && (long)quarters[^1] * quarter < begin + seconds && begin + seconds <= ((long)quarters[^1] + 1) * quarter;
    }));

    [Fact]
    public void Of_what_can_be_had_at_the_most_three_are_chosen_no_two_at_once_and_the_cheapest_among_them() => Check.QuickThrowOnFailure(Prop.ForAll(Diaries.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (diary, seed) =>
    {
        var chance = new Random(seed);
        var found = Find(diary).OrderBy(_ => chance.Next()).Take(12).Select(slot => new Priced(new Proposal(new Mentor { Name = "Tomas" }, slot, Venue: null), chance.NextDouble())).ToList();
        var chosen = Choice.Of(found, diary.Zone);
        return chosen.Count == Math.Min(Proposing.Offered, found.Select(one => one.Proposal.Slot.Start).Distinct().Count())
            && chosen.Zip(chosen.Skip(1)).All(pair => pair.First.Slot.Start < pair.Second.Slot.Start)
            && (found.Count == 0 || chosen.Contains(found.MinBy(one => one.Cost)!.Proposal));
    }));

    private static HoursOfDay Hours(int beginQuarter, int quarters)
    {
        var end = Math.Min(beginQuarter + (quarters * 2), 24 * 4);
        return new HoursOfDay(LocalTime.FromMinutesSinceMidnight(beginQuarter * 15), end == 24 * 4 ? LocalTime.Midnight : LocalTime.FromMinutesSinceMidnight(end * 15));
    }

    private static List<Slot> Find(Diary diary) => [.. FreeTimesOf(diary).Find(Start, diary.From, diary.From + Duration.FromDays(3), Duration.FromMinutes(diary.Length), Period.FromMinutes(15))];

    private static FreeTimes FreeTimesOf(Diary diary, params TakenTime[] taken) => new(
        new Availability
        {
            Zone = diary.Zone,
            Weekly = [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).Select(day => new HoursOfWeek(day, diary.Hours))],
            Buffer = Duration.FromMinutes(diary.Buffer),
        },
        taken);

    private sealed record Diary(DateTimeZone Zone, Instant From, HoursOfDay Hours, int Length, int Buffer);
}
