using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Schemes;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Handoffs;

public sealed class FunnelsTests
{
    [Theory, EachDatabase]
    public async Task Each_step_counts_some_of_those_of_the_step_before(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);
        world.Clock.Advance(TimeSpan.FromMinutes(4));
        await world.HearAsync(Cast.Priya, "TAKE");
        await world.HearAsync(Cast.Joan, "PERSON");
        await world.HearAsync(Cast.Joan, "NO PERSON");
        await world.HearAsync(Cast.Bron, "PERSON");
        var (taken, now) = (await CountAsync(world), world.Clock.GetUtcNow());

        Assert.Equal((3, 3, 1, 0, 0, 1, 2), (taken.Asked, taken.Offered, taken.Taken, taken.FirstWords, taken.Done, taken.Withdrawn, taken.Open));
        Assert.InRange(taken.UntilTaken!.Value, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
        Assert.Null(taken.UntilFirstWords);

        await world.HearAsync(Cast.Priya, "DONE");
        await world.ChangeAsync(async db => (await db.Handoffs.SingleAsync(h => h.Ending == HandoffEnd.Done)).Helped = 2);
        await world.StrikeAfterAsync(HandoffWorld.BetweenWaves);
        await world.StrikeAfterAsync(HandoffWorld.BetweenWaves);
        await world.StrikeAfterAsync(HandoffWorld.AfterLastWave);
        var over = await CountAsync(world);

        Assert.Equal((3, 1, 1, 1, 0, 1, 0), (over.Asked, over.Taken, over.Done, over.Helped, over.NotHelped, over.Expired, over.Open));
        Assert.NotNull(over.UntilDone);
        Assert.Equal(0, (await CountAsync(world, from: now.AddDays(1))).Asked);
    }

    [Theory, EachDatabase]
    public async Task Only_the_schemes_below_count(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);
        var top = await TopAsync(world);
        var town = new Scheme { ParentId = top, Name = "Town" };
        await world.ChangeAsync(db =>
        {
            db.Add(town);
            return Task.CompletedTask;
        });

        Assert.Equal(1, (await CountAsync(world)).Asked);
        Assert.Equal(0, (await CountAsync(world, town.Id)).Asked);
    }

    private static async Task<Funnel> CountAsync(World world, int? scheme = null, DateTimeOffset? from = null) => await world.Here.Get<Funnels>().CountAsync(
        scheme ?? await TopAsync(world), from ?? world.Clock.GetUtcNow().AddDays(-30), world.Clock.GetUtcNow().AddDays(30), TestContext.Current.CancellationToken);

    private static Task<int> TopAsync(World world) => world.ReadAsync(db => db.Schemes.Where(s => s.ParentId == null).MinAsync(s => s.Id));
}
