using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Schemes;
using MentorBot.Mentoring.Tests.Handoffs;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Mentors;

public sealed class MentorRollTests
{
    private static readonly MentorProfile Fluent = new()
    {
        Name = "Sam",
        Languages = ["cy", "en"],
        Skills = ["photos"],
        TimeZone = "Europe/Paris",
        Hours = [new WeeklyHours { Day = DayOfWeek.Monday, From = new(9, 0), Until = new(12, 0) }],
        QuietFrom = new(22, 0),
        QuietUntil = new(7, 0),
        MostAtOnce = 5,
        MostAWeek = 20,
        HearsBy = HearsBy.Both,
    };

    [Theory, EachDatabase]
    public async Task A_mentor_is_from_then_on_what_the_coordinator_set(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);
        var (scheme, before) = await TopAsync(world);

        Assert.Equal(RollChange.Saved, await SaveAsync(world, scheme, before, Fluent));
        Assert.Equal(RollChange.Saved, await SaveAsync(world, scheme, (await TopAsync(world)).Mentor, Fluent with { Skills = [] }));

        var after = MentorProfile.Of((await world.Here.Get<MentorRoll>().FindAsync(scheme, before.Id, TestContext.Current.CancellationToken))!);
        Assert.Equal("Sam cy,en  Europe/Paris 22:00 07:00 5 20 Both", $"{after.Name} {string.Join(',', after.Languages)} {string.Join(',', after.Skills)} {after.TimeZone} {after.QuietFrom:HH:mm} {after.QuietUntil:HH:mm} {after.MostAtOnce} {after.MostAWeek} {after.HearsBy}");
        Assert.Equal("09:00-12:00", HoursText.Write(after.Hours));
    }

    [Theory, EachDatabase]
    public async Task Who_looked_at_an_older_state_changes_nothing(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);
        var (scheme, mentor) = await TopAsync(world);

        Assert.Equal(RollChange.Saved, await SaveAsync(world, scheme, mentor, Fluent));
        Assert.Equal(RollChange.ChangedMeanwhile, await SaveAsync(world, scheme, mentor, Fluent with { Name = "Sim" }));

        Assert.Equal("Sam", (await world.Here.Get<MentorRoll>().FindAsync(scheme, mentor.Id, TestContext.Current.CancellationToken))!.Name);
    }

    [Theory, EachDatabase]
    public async Task A_coordinator_answers_for_their_scheme_and_all_below_it_and_for_no_other(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);
        var (top, mentor) = await TopAsync(world);
        var (town, street) = (new Scheme { ParentId = top, Name = "Town" }, new Scheme { ParentId = top, Name = "Other" });
        await world.ChangeAsync(db =>
        {
            db.AddRange(town, street);
            return Task.CompletedTask;
        });
        await world.ChangeAsync(async db => (await db.Mentors.SingleAsync(m => m.Id == mentor.Id)).SchemeId = town.Id);
        var roll = world.Here.Get<MentorRoll>();

        Assert.Equal(2, (await roll.ListAsync(top, TestContext.Current.CancellationToken)).Count);
        Assert.Equal(mentor.Id, (await roll.ListAsync(town.Id, TestContext.Current.CancellationToken)).Single().Mentor.Id);
        Assert.Empty(await roll.ListAsync(street.Id, TestContext.Current.CancellationToken));
        Assert.Null(await roll.FindAsync(street.Id, mentor.Id, TestContext.Current.CancellationToken));
        Assert.Equal(RollChange.NotTheirs, await SaveAsync(world, street.Id, mentor, Fluent));
    }

    [Theory, EachDatabase]
    public async Task The_list_tells_how_much_each_holds_and_took(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);
        await world.HearAsync(Cast.Priya, "TAKE");
        await world.ChangeAsync(async db => (await db.Mentors.OrderBy(m => m.Id).FirstAsync()).WithdrawnAt = world.Clock.GetUtcNow());
        var roll = world.Here.Get<MentorRoll>();

        Assert.Equal([(1, 1), (0, 0)], (await roll.ListAsync((await TopAsync(world)).Scheme, TestContext.Current.CancellationToken)).Select(m => (m.Holds, m.TookThisWeek)));
        world.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal([(1, 0), (0, 0)], (await roll.ListAsync((await TopAsync(world)).Scheme, TestContext.Current.CancellationToken)).Select(m => (m.Holds, m.TookThisWeek)));
    }

    private static Task<RollChange> SaveAsync(World world, int scheme, Mentor mentor, MentorProfile profile) =>
        world.Here.Get<MentorRoll>().SaveAsync(scheme, mentor.Id, profile, mentor.Version, TestContext.Current.CancellationToken);

    private static async Task<(int Scheme, Mentor Mentor)> TopAsync(World world) =>
        await world.ReadAsync(async db => (await db.Schemes.Where(s => s.ParentId == null).MinAsync(s => s.Id), await db.Mentors.OrderBy(m => m.Id).FirstAsync()));
}
