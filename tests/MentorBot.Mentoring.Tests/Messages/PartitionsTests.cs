using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;

namespace MentorBot.Mentoring.Tests.Messages;

public sealed class PartitionsTests
{
    [Fact]
    public async Task A_process_alone_on_SQLite_takes_everything_for_good()
    {
        await using var world = await World.OpenAsync(DatabaseProvider.Sqlite);

        world.MachineClock.Advance(TimeSpan.FromDays(365));

        Assert.True(world.Here.Partitions.Held.All);
    }

    [Theory, EachDatabase(OnlyServers = true)]
    public async Task Two_nodes_share_the_work_fairly(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        Assert.True(world.Here.Partitions.Held.All);
        var other = await JoinAsync(world);

        Assert.Equal(Partitions.Count / 2, world.Here.Partitions.Held.Ids.Count);
        Assert.Equal(Partitions.Count / 2, other.Partitions.Held.Ids.Count);
        Assert.Empty(world.Here.Partitions.Held.Ids.Intersect(other.Partitions.Held.Ids));
    }

    [Theory, EachDatabase(OnlyServers = true)]
    public async Task A_node_that_leaves_hands_over_at_once(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var other = await JoinAsync(world);

        await world.Here.Partitions.ReleaseAsync(CancellationToken.None);
        Assert.Empty(world.Here.Partitions.Held.Ids);
        await other.Partitions.RenewAsync(CancellationToken.None);

        Assert.True(other.Partitions.Held.All);
    }

    [Theory, EachDatabase(OnlyServers = true)]
    public async Task What_a_dead_node_held_is_another_nodes_once_its_lease_has_run_out(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var other = await JoinAsync(world);
        world.Here.Die();

        world.MachineClock.Advance(Partitions.Lease * 0.9);
        await other.Partitions.RenewAsync(CancellationToken.None);
        Assert.False(other.Partitions.Held.All);
        world.MachineClock.Advance(Partitions.Lease * 0.9);
        await other.Partitions.RenewAsync(CancellationToken.None);

        Assert.Empty(world.Here.Partitions.Held.Ids);
        Assert.True(other.Partitions.Held.All);
    }

    [Theory, EachDatabase(OnlyServers = true)]
    public async Task A_node_that_cannot_renew_stops_working_when_its_lease_runs_out(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "hello");

        world.MachineClock.Advance(Partitions.Lease);

        Assert.Equal(0, await world.Here.Turns.TakeDueAsync(CancellationToken.None));
        Assert.Equal(0, await world.Here.Deliveries.StartDueAsync(CancellationToken.None));
    }

    [Theory, EachDatabase(OnlyServers = true)]
    public async Task A_renewal_and_a_take_over_in_the_same_moment_never_end_with_two_holders(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var other = world.NewProcess();
        world.MachineClock.Advance(Partitions.Lease * 2);
        Task? renewal = null;
        // The other has read that the leases ran out. Before it writes, their holder begins to renew them.
        other.Faults.Refuses = sql =>
        {
            if (sql.Contains("UPDATE \"Partitions\"", StringComparison.Ordinal)) renewal ??= world.Here.Partitions.RenewAsync(CancellationToken.None);
            return false;
        };

        await other.Partitions.RenewAsync(CancellationToken.None);
        await renewal!;

        Assert.Empty(world.Here.Partitions.Held.Ids.Intersect(other.Partitions.Held.Ids));
        Assert.NotEmpty(world.Here.Partitions.Held.Ids.Concat(other.Partitions.Held.Ids));
    }

    [Theory, EachDatabase(OnlyServers = true)]
    public async Task Two_nodes_at_work_at_once_answer_everybody_in_order_and_once(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var other = await JoinAsync(world);
        var people = Enumerable.Range(0, 60).Select(i => $"+4477009{i:00000}").ToList();
        foreach (var text in new[] { "a", "b", "c" }) await Task.WhenAll(people.Select(person => world.ReceiveAsync(person, text)));

        await Task.WhenAll(WorkAsync(world.Here), WorkAsync(other));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(WorkAsync(world.Here), WorkAsync(other));

        Assert.All(people, person => Assert.Equal(["1. a", "2. b", "3. c"], world.Carrier.On(person)));
    }

    [Theory, EachDatabase(OnlyServers = true)]
    public async Task A_node_takes_over_from_a_dead_one_and_answers_everybody_once(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var dead = world.Here;
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Carrier.Script = async message =>
        {
            if (message.Address != Cast.Joan.Mobile) return null;
            world.Carrier.Take(message);
            taken.SetResult();
            await new TaskCompletionSource().Task;
            return null;
        };
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.RunAsync();
        await world.ReceiveAsync(Cast.Joan, "hello");
        await world.TakeTurnsAsync();
        await world.Here.Deliveries.StartDueAsync(CancellationToken.None);
        await taken.Task;
        await world.ReceiveAsync(Cast.Amina, "two");
        world.Carrier.Next(0, _ => Delivery.NotTaken);

        await world.DieAndStartAgainAsync();
        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromSeconds(5));

        Assert.Empty(dead.Partitions.Held.Ids);
        Assert.Equal(["1. one", "2. two"], world.PhoneOf(Cast.Amina));
        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Joan));
    }

    [Theory, EachDatabase(OnlyServers = true)]
    public async Task A_node_that_lost_its_partition_between_claim_and_send_does_not_send(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.TakeTurnsAsync();
        world.Here.Faults.BeforeCommit = () =>
        {
            world.MachineClock.Advance(Partitions.Lease);
            world.Here.Faults.BeforeCommit = null;
            return Task.CompletedTask;
        };

        await world.DeliverAsync();
        Assert.Empty(world.Carrier.Asked);

        await world.Here.Partitions.RenewAsync(CancellationToken.None);
        await world.RunAfterAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase(OnlyServers = true)]
    public async Task A_late_answer_of_the_node_before_does_not_disturb_the_try_of_the_node_after(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var (before, after) = (new TaskCompletionSource<Delivery?>(), new TaskCompletionSource<Delivery?>());
        var (asked, askedAgain) = (new TaskCompletionSource(), new TaskCompletionSource());
        world.Carrier.Script = _ =>
        {
            if (asked.TrySetResult()) return before.Task;
            askedAgain.SetResult();
            return after.Task;
        };
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.TakeTurnsAsync();
        await world.Here.Deliveries.StartDueAsync(CancellationToken.None);
        await asked.Task;
        world.MachineClock.Advance(Partitions.Lease * 2);
        var other = world.NewProcess();
        await other.Partitions.RenewAsync(CancellationToken.None);
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        // It looks up, hears that the carrier never had it, and sends.
        await other.Deliveries.StartDueAsync(CancellationToken.None);
        await other.Deliveries.WhenIdleAsync();
        await other.Deliveries.StartDueAsync(CancellationToken.None);
        await askedAgain.Task;

        before.SetResult(Delivery.TryLater("busy"));
        await world.Here.Deliveries.WhenIdleAsync();
        Assert.Equal(OutboxState.Sending, Assert.Single(await world.OutboxOfAsync(Cast.Amina)).State);
        after.SetResult(null);
        await other.Deliveries.WhenIdleAsync();

        Assert.Equal(OutboxState.Accepted, Assert.Single(await world.OutboxOfAsync(Cast.Amina)).State);
        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));
    }

    /// <summary>A second node comes: it says that it is there, the first gives up its half, and it takes that.</summary>
    private static async Task<ProcessUnderTest> JoinAsync(World world)
    {
        var other = world.NewProcess();
        await other.Partitions.RenewAsync(CancellationToken.None);
        Assert.Empty(other.Partitions.Held.Ids);
        await world.Here.Partitions.RenewAsync(CancellationToken.None);
        await other.Partitions.RenewAsync(CancellationToken.None);
        return other;
    }

    private static async Task WorkAsync(ProcessUnderTest process)
    {
        while (await process.Turns.TakeDueAsync(CancellationToken.None) + await process.Deliveries.StartDueAsync(CancellationToken.None) > 0)
            await process.Deliveries.WhenIdleAsync();
    }
}
