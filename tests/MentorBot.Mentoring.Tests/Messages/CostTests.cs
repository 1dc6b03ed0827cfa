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

        await GoThroughOnceAsync(world, people);

        Assert.Equal(200, world.Carrier.Phones.Count);
        // Accepting and settling come in a few groups, as the threads happen to arrive; a turn and a claim are one each.
        Assert.InRange(world.Here.Faults.Commits, 4, 50);
        Assert.InRange(world.Here.Faults.Queries, 3, 51);
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

    private static async Task GoThroughOnceAsync(World world, IReadOnlyList<string> people)
    {
        await Task.WhenAll(people.Select(person => world.ReceiveAsync(person, "hello")));
        await world.Here.Turns.TakeDueAsync(CancellationToken.None);
        await world.Here.Deliveries.StartDueAsync(CancellationToken.None);
        await world.Here.Deliveries.WhenIdleAsync();
    }
}
