using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Messages;

/// <summary>What the path of a message costs the database. Three thousand turns a second on two cores stand on these numbers.</summary>
public sealed class CostTests
{
    [Theory, EachDatabase]
    public async Task One_message_of_a_known_person_costs_three_queries_and_four_commits(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        world.Here.Faults.Reset();

        await GoThroughOnceAsync(world, [Cast.Amina.Mobile]);

        Assert.Equal((3, 4), (world.Here.Faults.Queries, world.Here.Faults.Commits));
        Assert.Equal(2, world.PhoneOf(Cast.Amina).Count);
    }

    [Theory, EachDatabase]
    public async Task A_hundred_messages_of_known_people_cost_hardly_more_than_one(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var people = Enumerable.Range(0, 100).Select(i => $"+4477009{i:00000}").ToList();
        await GoThroughOnceAsync(world, people);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.RunAsync();
        world.Here.Faults.Reset();

        await GoThroughTogetherAsync(world, people);

        Assert.Equal(200, world.Carrier.Phones.Count);
        // Accepting and settling: the first, then all others. A turn and a claim are one each. Whoever had just been asked when the answer came,
        // at most one for each of the few threads, may be late.
        Assert.Equal(3, world.Here.Faults.Queries);
        Assert.InRange(world.Here.Faults.Commits, 6, 20);
    }

    [Theory, EachDatabase]
    public async Task A_turn_and_all_that_follows_from_it_is_one_commit_for_many(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => world.ReceiveAsync($"+4477009{i:00000}", "hi")));
        world.Here.Faults.Reset();

        Assert.Equal(50, await world.Here.Turns.TakeDueAsync(CancellationToken.None));

        Assert.Equal(1, world.Here.Faults.Commits);
        Assert.Equal(50, await world.ReadAsync(db => db.Events.CountAsync(e => e.Name == "text.answered")));
        Assert.Equal(50, await world.ReadAsync(db => db.Outbox.CountAsync()));
        Assert.All(await world.InboxAsync(), m => Assert.Equal((InboxState.Done, true), (m.State, m.SealedAddress is null)));
    }

    /// <summary>The first commit of each group is held until all others wait behind it, so that it is no matter of threads how they are grouped.</summary>
    private static async Task GoThroughTogetherAsync(World world, List<string> people)
    {
        using (var first = new HeldCommit(world.Here.Faults))
        {
            var accepted = new List<Task> { world.ReceiveAsync(people[0], "hello") };
            await first.Reached;
            accepted.AddRange(people.Skip(1).Select(person => world.ReceiveAsync(person, "hello")));
            first.Dispose();
            await Task.WhenAll(accepted);
        }
        await world.Here.Turns.TakeDueAsync(CancellationToken.None);
        await DeliverTogetherAsync(world, people.Count);
    }

    private static async Task DeliverTogetherAsync(World world, int count)
    {
        var (asked, allAsked) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var (answer, answers) = (new TaskCompletionSource<Delivery?>(), new TaskCompletionSource<Delivery?>());
        world.Carrier.Script = _ =>
        {
            var number = Interlocked.Increment(ref asked);
            if (number == count) allAsked.SetResult();
            return number == 1 ? answer.Task : answers.Task;
        };
        await world.Here.Deliveries.StartDueAsync(CancellationToken.None);
        await allAsked.Task;

        using (var first = new HeldCommit(world.Here.Faults))
        {
            answer.SetResult(null);
            await first.Reached;
            answers.SetResult(null);
            await AllWaitAsync(world, count - 1);
        }
        await world.Here.Deliveries.WhenIdleAsync();
    }

    // However busy the machine is: the commit is held until all others wait for the next.
    private static async Task AllWaitAsync(World world, int count)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (world.Here.Outbox.AnswersWaiting < count) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, giveUp.Token);
    }

    private static async Task GoThroughOnceAsync(World world, IReadOnlyList<string> people)
    {
        await Task.WhenAll(people.Select(person => world.ReceiveAsync(person, "hello")));
        await world.Here.Turns.TakeDueAsync(CancellationToken.None);
        await world.Here.Deliveries.StartDueAsync(CancellationToken.None);
        await world.Here.Deliveries.WhenIdleAsync();
    }

    /// <summary>Holds the next commit until disposed of.</summary>
    private sealed class HeldCommit : IDisposable
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public HeldCommit(Faults faults) => faults.BeforeCommit = () =>
        {
            _reached.TrySetResult();
            return _release.Task;
        };

        public Task Reached => _reached.Task;

        public void Dispose() => _release.TrySetResult();
    }
}
