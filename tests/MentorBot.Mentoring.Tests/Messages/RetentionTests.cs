using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Messages;

public sealed class RetentionTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Theory, EachDatabase]
    public async Task Old_words_and_states_go_and_the_rows_stay(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        for (var i = 0; i < 3; i++) await world.ReceiveAsync(Cast.Amina, "hello");
        await world.RunAsync();
        world.Clock.Advance(Day * 29);
        Assert.Equal(0, await EraseAsync(world));

        world.Clock.Advance(Day * 2);
        Assert.Equal(6, await EraseAsync(world));
        Assert.Equal(0, await EraseAsync(world));

        Assert.All(await world.InboxAsync(), m => Assert.Null(m.SealedActivity));
        Assert.All(await world.OutboxOfAsync(Cast.Amina), m => Assert.Null(m.SealedActivity));
        Assert.Equal(3, (await world.InboxAsync()).Count);
        Assert.Null((await world.ConversationAsync(Cast.Amina)).State);
    }

    [Theory, EachDatabase]
    public async Task What_still_waits_keeps_its_words(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Next(int.MaxValue, _ => Delivery.Uncertain("timeout", Day));
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.RunAsync();
        await world.ReceiveAsync(Cast.Amina, "two");
        world.Clock.Advance(Day * 31);

        Assert.Equal(1, await EraseAsync(world));

        Assert.Equal([true, false], (await world.InboxAsync()).Select(m => m.SealedActivity is null));
        Assert.NotNull(Assert.Single(await world.OutboxOfAsync(Cast.Amina)).SealedActivity);
    }

    [Theory, EachDatabase]
    public async Task Words_that_were_set_aside_go_too_with_the_address_beside_them(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Bot.ThrowsAt("break").ThrowsAt(TurnTaking.TurnSetAside);
        await world.ReceiveAsync(Cast.Amina, "break");
        for (var i = 0; i < 3; i++) await world.RunAfterAsync(TimeSpan.FromSeconds(10));
        world.Clock.Advance(Day * 31);

        await EraseAsync(world);

        var message = Assert.Single(await world.InboxAsync());
        Assert.Equal((InboxState.SetAside, true, true), (message.State, message.SealedActivity is null, message.SealedAddress is null));
    }

    [Theory, EachDatabase]
    public async Task More_than_one_step_is_erased_in_one_go(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 1100).Select(i => world.ReceiveAsync(Cast.Amina, $"{i}")));
        world.Bot.When("", _ => Task.CompletedTask);
        await world.TakeTurnsAsync();
        world.Clock.Advance(Day * 31);

        Assert.Equal(1100, await EraseAsync(world));
    }

    [Theory, EachDatabase]
    public async Task A_round_begins_where_the_last_one_ended(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        for (var i = 0; i < 3; i++) await world.ReceiveAsync(Cast.Amina, "hello");
        await world.RunAsync();
        world.Clock.Advance(Day * 31);
        await EraseAsync(world);
        // Nothing but a test gives words back. The last row of each is where the round ended.
        await world.ChangeAsync(async db =>
        {
            await db.Inbox.ForEachAsync(m => m.SealedActivity = [1]);
            await db.Outbox.ForEachAsync(m => m.SealedActivity = [1]);
        });

        Assert.Equal(0, await EraseAsync(world));
        await world.DieAndStartAgainAsync();
        Assert.Equal(6, await EraseAsync(world));
    }

    [Theory, EachDatabase]
    public async Task A_round_reads_no_further_than_to_the_first_young_messages(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 1100).Select(i => world.ReceiveAsync(Cast.Amina, $"{i}")));
        await world.TakeTurnsAsync();
        world.Here.Faults.Reset();

        Assert.Equal(0, await EraseAsync(world));

        // Conversations, inbox, outbox.
        Assert.Equal(3, world.Here.Faults.Queries);
    }

    [Theory, EachDatabase]
    public async Task Words_that_had_to_stay_once_go_when_they_may(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.ReceiveAsync(Cast.Joan, "two");
        await world.RunAsync();
        await world.ChangeAsync(async db => (await db.Inbox.OrderBy(m => m.Id).FirstAsync()).State = InboxState.Waiting);
        world.Clock.Advance(Day * 31);
        Assert.Equal(3, await EraseAsync(world));
        await world.ChangeAsync(async db => (await db.Inbox.OrderBy(m => m.Id).FirstAsync()).State = InboxState.Done);

        Assert.Equal(1, await EraseAsync(world));
        Assert.All(await world.InboxAsync(), m => Assert.Null(m.SealedActivity));
    }

    [Theory, EachDatabase]
    public async Task Somebody_whose_words_were_erased_is_answered_as_before(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.RunAsync();
        world.Clock.Advance(Day * 31);
        await EraseAsync(world);

        await world.ReceiveAsync(Cast.Amina, "two");
        await world.RunAsync();

        Assert.Equal(["1. one", "1. two"], world.PhoneOf(Cast.Amina));
    }

    private static Task<int> EraseAsync(World world) => world.Here.Get<Retention>().EraseAsync(CancellationToken.None);
}
