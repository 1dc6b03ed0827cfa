using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MentorBot.Mentoring.Tests.Messages;

/// <summary>A turn whose row somebody else wrote a moment earlier is taken again at once, from what that one left.</summary>
public sealed class CrossingTests
{
    private static readonly DateOnly FirstDay = new(2026, 12, 1);

    [Theory, EachDatabase]
    public async Task What_meets_another_writer_a_few_times_is_answered_once_and_without_waiting(DatabaseProvider database)
    {
        // In the batch, and three times more when it is taken alone.
        await using var world = await CrossedAsync(database, times: 4);

        await world.ReceiveAsync(Cast.Amina, "cross");
        await world.TakeTurnsAsync();
        await world.RunAsync();

        Assert.Equal(5, world.Bot.Heard.Count(text => text == "cross"));
        Assert.Equal(["1. crossed"], world.PhoneOf(Cast.Amina));
        Assert.Equal([(InboxState.Done, 0)], (await world.InboxAsync()).Select(m => (m.State, m.FailedTurns)));
    }

    [Theory, EachDatabase]
    public async Task What_meets_one_each_time_is_a_failure_like_any_other(DatabaseProvider database)
    {
        await using var world = await CrossedAsync(database, times: int.MaxValue);

        await world.ReceiveAsync(Cast.Amina, "cross");
        await world.TakeTurnsAsync();

        Assert.Equal([(InboxState.Waiting, 1)], (await world.InboxAsync()).Select(m => (m.State, m.FailedTurns)));
        for (var i = 0; i < Turns.MostFailures; i++) await world.RunAfterAsync(TimeSpan.FromSeconds(10));
        Assert.Equal([EchoBot.Apology], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task What_the_database_will_never_take_is_not_tried_again_at_once(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Bot.When("of nobody", context =>
        {
            context.Turn().Db.MentorDays.Add(new MentorDay { MentorId = 1_000_000, Date = FirstDay, Hours = "" });
            return Task.CompletedTask;
        });

        await world.ReceiveAsync(Cast.Amina, "of nobody");
        await world.TakeTurnsAsync();

        // In the batch, and alone.
        Assert.Equal(2, world.Bot.Heard.Count);
        Assert.Equal(1, (await world.InboxAsync())[0].FailedTurns);
    }

    // The driver's strategy wraps what it calls transient, a deadlock's victim among it, once more.
    [Fact]
    public void The_victim_of_a_deadlock_has_met_another_writer_however_deep_it_is_wrapped()
    {
        var deadlock = new PostgresException("deadlock detected", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected);

        Assert.True(CrossedWrite.Is(new DbUpdateException("", deadlock)));
        Assert.True(CrossedWrite.Is(new InvalidOperationException("", new DbUpdateException("", deadlock))));
        Assert.False(CrossedWrite.Is(new InvalidOperationException("")));
        Assert.False(CrossedWrite.Is(new DbUpdateException("", new PostgresException("no such mentor", "ERROR", "ERROR", PostgresErrorCodes.ForeignKeyViolation))));
    }

    /// <summary>A bot that writes a day of a mentor's, which somebody else has written by then.</summary>
    private static async Task<World> CrossedAsync(DatabaseProvider database, int times)
    {
        var world = await World.OpenAsync(database);
        var (mentor, tries) = (0, 0);
        await world.ChangeAsync(async db => db.Mentors.Add(new Mentor { Name = "Tomas", SchemeId = await db.Schemes.MinAsync(s => s.Id) }));
        mentor = await world.ReadAsync(db => db.Mentors.Select(m => m.Id).SingleAsync());
        world.Bot.When("cross", async context =>
        {
            var day = FirstDay.AddDays(tries++);
            context.Turn().Db.MentorDays.Add(new MentorDay { MentorId = mentor, Date = day, Hours = "" });
            if (tries <= times) await world.ChangeAsync(db => Task.FromResult(db.MentorDays.Add(new MentorDay { MentorId = mentor, Date = day, Hours = "9-10" })));
            await EchoBot.EchoAsync(context, "crossed");
        });
        return world;
    }
}
