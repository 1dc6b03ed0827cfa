using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Messages;

public sealed class InboxTests
{
    [Theory, EachDatabase]
    public async Task A_message_is_stored_when_its_carrier_is_told_that_we_have_it(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);

        Assert.Equal(Acceptance.Stored, await world.ReceiveAsync(Cast.Amina, "hello"));

        var stored = Assert.Single(await world.InboxAsync());
        Assert.Equal((InboxState.Waiting, 0, world.Clock.GetUtcNow()), (stored.State, stored.FailedTurns, stored.DueAt));
    }

    [Theory, EachDatabase]
    public async Task The_same_message_ten_times_at_once_is_one_row_and_one_turn(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);

        var acceptances = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => world.ReceiveAsync(Cast.Amina, "hello", "SM-same")));
        await world.RunAsync();

        Assert.Single(acceptances, Acceptance.Stored);
        Assert.Single(await world.InboxAsync());
        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task A_repeat_in_the_same_group_does_nothing(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var gate = HoldFirstCommit(world);

        var first = world.ReceiveAsync(Cast.Joan, "first");
        var group = new[] { world.ReceiveAsync(Cast.Amina, "hello", "SM-same"), world.ReceiveAsync(Cast.Amina, "hello", "SM-same") };
        gate.SetResult();

        Assert.Equal(Acceptance.Stored, await first);
        Assert.Equal([Acceptance.Stored, Acceptance.Repeated], await Task.WhenAll(group));
    }

    [Theory, EachDatabase]
    public async Task A_repeat_after_its_turn_does_nothing(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "hello", "SM-same");
        await world.RunAsync();

        Assert.Equal(Acceptance.Repeated, await world.ReceiveAsync(Cast.Amina, "hello", "SM-same"));
        await world.RunAsync();

        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task What_arrives_during_a_commit_shares_the_next(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Here.Faults.Reset();
        var gate = HoldFirstCommit(world);

        var first = world.ReceiveAsync(Cast.Joan, "first");
        var others = Enumerable.Range(0, 100).Select(i => world.ReceiveAsync(Cast.Amina, $"{i}")).ToArray();
        gate.SetResult();
        await first;
        await Task.WhenAll(others);

        Assert.Equal(101, (await world.InboxAsync()).Count);
        // The first may have been joined by some of them, before its own commit began.
        Assert.InRange(world.Here.Faults.Commits, 1, 2);
    }

    [Theory, EachDatabase]
    public async Task A_failing_database_fails_everybody_in_the_group_and_stores_nothing(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Here.Faults.Refuses = Faults.IsWrite;

        var arrivals = Enumerable.Range(0, 5).Select(i => world.ReceiveAsync(Cast.Amina, $"{i}")).ToArray();
        foreach (var arrival in arrivals) await Assert.ThrowsAsync<DbUpdateException>(() => arrival);

        world.Here.Faults.Refuses = null;
        Assert.Empty(await world.InboxAsync());
    }

    [Theory, EachDatabase]
    public async Task A_database_that_is_away_fails_everybody_at_once(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Here.Faults.IsAway = true;

        var arrivals = Enumerable.Range(0, 5).Select(i => world.ReceiveAsync(Cast.Amina, $"{i}")).ToArray();
        foreach (var arrival in arrivals) await Assert.ThrowsAsync<DatabaseFault>(() => arrival);
    }

    [Theory, EachDatabase]
    public async Task A_row_that_the_database_refuses_fails_alone(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var gate = HoldFirstCommit(world);

        var first = world.ReceiveAsync(Cast.Joan, "first");
        var before = world.ReceiveAsync(Cast.Amina, "before");
        var refused = world.ReceiveAsync(Cast.Farid, "refused", to: null!);
        var after = world.ReceiveAsync(Cast.Bron, "after");
        gate.SetResult();

        Assert.Equal([Acceptance.Stored, Acceptance.Stored, Acceptance.Stored], await Task.WhenAll(first, before, after));
        await Assert.ThrowsAsync<DbUpdateException>(() => refused);
        Assert.Equal(3, (await world.InboxAsync()).Count);
    }

    [Theory, EachDatabase(OnlyServers = true)]
    public async Task A_repeat_that_another_node_stores_in_the_same_moment_is_a_repeat(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var other = world.NewProcess();
        var message = world.Message(Cast.Amina.Mobile, "hello", "SM-same");
        var met = 0;
        // The other node comes between this one's look and its insert.
        world.Here.Faults.Refuses = sql =>
        {
            if (Faults.IsWrite(sql) && Interlocked.Exchange(ref met, 1) == 0) other.Inbox.AcceptAsync(message).GetAwaiter().GetResult();
            return false;
        };

        Assert.Equal(Acceptance.Repeated, await world.Here.Inbox.AcceptAsync(message));
        Assert.Single(await world.InboxAsync());
    }

    private static TaskCompletionSource HoldFirstCommit(World world)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Here.Faults.BeforeCommit = () => gate.Task;
        return gate;
    }
}
