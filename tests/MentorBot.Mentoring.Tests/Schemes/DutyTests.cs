using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Schemes;
using MentorBot.Mentoring.Tests.Handoffs;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Schemes;

public sealed class DutyTests
{
    private static readonly WeeklyHours Mondays = new() { Day = DayOfWeek.Monday, From = new(9, 0), Until = new(17, 0) };
    private static readonly WeeklyHours SundayNight = new() { Day = DayOfWeek.Sunday, From = new(1, 30), Until = new(5, 0) };

    [Theory]
    [InlineData("2026-11-23T08:59:59Z", false)]
    [InlineData("2026-11-23T09:00:00Z", true)]
    [InlineData("2026-11-23T17:00:00Z", false)]
    [InlineData("2026-07-06T08:00:00Z", true)] // nine by the summer's clocks
    [InlineData("2026-11-24T10:00:00Z", false)]
    public void Hours_are_told_by_the_clocks_of_the_place(string instant, bool isOn) => Assert.Equal(isOn, DutyOf(Mondays).IsOnAt(At(instant)));

    [Fact]
    public void Without_hours_they_are_on_duty_day_and_night_and_next_a_day_later()
    {
        var now = At("2026-11-23T03:00:00Z");

        Assert.True(DutyOf().IsOnAt(now));
        Assert.Equal(now.AddDays(1), DutyOf().NextStart(now));
    }

    [Theory]
    [InlineData("2026-11-22T12:00:00Z", "2026-11-23T09:00:00Z")]
    [InlineData("2026-11-23T09:00:00Z", "2026-11-30T09:00:00Z")] // it has begun: the next
    [InlineData("2027-03-27T12:00:00Z", "2027-03-29T08:00:00Z")] // over the change to summer time
    public void The_next_duty_begins_when_its_hours_do(string after, string start) => Assert.Equal(At(start), DutyOf(Mondays).NextStart(At(after)));

    [Fact]
    public void A_beginning_in_the_hour_that_is_skipped_is_when_the_clocks_have_been_put_forward() =>
        Assert.Equal(At("2027-03-28T01:30:00Z"), DutyOf(SundayNight).NextStart(At("2027-03-27T12:00:00Z")));

    [Fact]
    public void A_beginning_in_the_hour_that_comes_twice_is_the_first() =>
        Assert.Equal(At("2026-10-25T00:30:00Z"), DutyOf(SundayNight).NextStart(At("2026-10-24T12:00:00Z")));

    [Fact]
    public void A_scheme_without_people_has_the_duty_of_the_next_above_that_has_some()
    {
        var schemes = new[]
        {
            new Scheme { Id = 1, Name = "nation", LeadId = 7 },
            new Scheme { Id = 2, Name = "town", ParentId = 1, DeputyId = 8 },
            new Scheme { Id = 3, Name = "street", ParentId = 2 },
            new Scheme { Id = 4, Name = "elsewhere" },
        }.ToDictionary(scheme => scheme.Id);

        Assert.Equal((7, null), (Duty.Of(schemes, 1)!.LeadId, Duty.Of(schemes, 1)!.DeputyId));
        Assert.Equal((null, 8), (Duty.Of(schemes, 3)!.LeadId, Duty.Of(schemes, 3)!.DeputyId));
        Assert.Null(Duty.Of(schemes, 4));
    }

    [Theory, EachDatabase]
    public async Task It_is_set_only_to_people_who_help_there_and_to_hours_that_can_be(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.OpenAsync(database);
        await world.HearAsync(Cast.Tomas, "MENTOR");
        var (top, tomas) = await world.ReadAsync(async db => (await db.Schemes.MinAsync(s => s.Id), await db.Mentors.Select(m => m.Id).SingleAsync()));
        var below = 0;
        await world.ChangeAsync(async db =>
        {
            var town = db.Schemes.Add(new Scheme { Name = "town", ParentId = top }).Entity;
            await db.SaveChangesAsync();
            below = town.Id;
        });
        var duties = world.Here.Get<Duties>();
        Task<DutyResult> People(int scheme, int? lead, int? deputy) => duties.SetPeopleAsync(scheme, lead, deputy, CancellationToken.None);
        Task<DutyResult> Hours(string zone, params WeeklyHours[] hours) => duties.SetHoursAsync(below, hours, zone, CancellationToken.None);

        Assert.Equal(
            [DutyResult.Set, DutyResult.SamePerson, DutyResult.NoMentorHere, DutyResult.NoSuchScheme],
            [await People(below, tomas, null), await People(below, tomas, tomas), await People(below, tomas + 1, null), await People(-1, tomas, null)]);
        Assert.Equal(
            [DutyResult.Set, DutyResult.NoSuchZone, DutyResult.EndsBeforeItBegins],
            [await Hours("Europe/London", Mondays), await Hours("Middle-earth/Shire", Mondays), await Hours("Europe/London", new WeeklyHours { Day = DayOfWeek.Monday, From = new(22, 0), Until = new(6, 0) })]);
        var stored = await world.ReadAsync(db => db.Schemes.SingleAsync(s => s.Id == below));
        Assert.Equal((tomas, DayOfWeek.Monday), (stored.LeadId, Assert.Single(stored.DutyHours).Day));
    }

    private static Duty DutyOf(params WeeklyHours[] hours) => new(1, null, hours, "Europe/London");

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
}
