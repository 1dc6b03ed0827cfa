using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Learning;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Learning;

public sealed class ProgressTests
{
    [Theory, EachDatabase]
    public async Task Progress_is_kept_from_turn_to_turn(DatabaseProvider database)
    {
        await using var world = await OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "TIP");
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.ReceiveAsync(Cast.Amina, "TIP");
        await world.RunAsync();

        await AssertTwoTipsAsync(world);
    }

    [Theory, EachDatabase]
    public async Task A_newcomer_who_asks_twice_in_one_batch_gets_two_tips_in_one_commit(DatabaseProvider database)
    {
        await using var world = await OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "TIP");
        await world.ReceiveAsync(Cast.Amina, "TIP");
        world.Here.Faults.Reset();

        await world.TakeTurnsAsync();

        Assert.Equal(1, world.Here.Faults.Commits);
        await world.RunAsync();
        await AssertTwoTipsAsync(world);
    }

    private static async Task<World> OpenAsync(DatabaseProvider database)
    {
        var world = await World.OpenAsync(database);
        world.Bot.When("TIP", async context =>
        {
            var turn = context.Turn();
            var progress = await turn.FindProgressAsync("email", CancellationToken.None);
            var tip = progress is null ? "first" : progress.LastTipId == "first" ? "second" : "third";
            turn.RecordTip(progress, "email", tip);
            await context.SendActivityAsync(tip);
        });
        return world;
    }

    private static async Task AssertTwoTipsAsync(World world)
    {
        Assert.Equal(["first", "second"], world.PhoneOf(Cast.Amina));
        var progress = await world.ReadAsync(db => db.CourseProgress.SingleAsync());
        Assert.Equal(("email", "second", world.Clock.GetUtcNow().Date), (progress.CourseId, progress.LastTipId, progress.LastTipAt.Date));
        Assert.Equal(["email/first", "email/second"], await world.ReadAsync(db => db.Events.Where(e => e.Name == "tip.sent").OrderBy(e => e.Id).Select(e => e.Subject).ToListAsync()));
    }
}
