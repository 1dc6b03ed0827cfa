using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;

namespace MentorBot.Mentoring.Tests.Messages;

/// <summary>The process dies at each point of a message's path, and its successor finishes the work: every message is answered exactly once.</summary>
public sealed class DeathTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory, EachDatabase]
    public async Task After_a_message_was_accepted(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "hello");

        await DieAndFinishAsync(world);
    }

    [Theory, EachDatabase]
    public async Task After_a_turn_and_before_its_record(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "hello");
        world.Here.Faults.Refuses = Faults.IsWrite;
        await Assert.ThrowsAnyAsync<Exception>(() => world.Here.Turns.TakeDueAsync(CancellationToken.None));
        Assert.Contains("hello", world.Bot.Heard);

        await DieAndFinishAsync(world);
    }

    [Theory, EachDatabase]
    public async Task After_the_record_and_before_a_reply_was_claimed(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.TakeTurnsAsync();

        await DieAndFinishAsync(world);
    }

    [Theory, EachDatabase]
    public async Task After_a_reply_was_claimed_and_before_it_was_sent(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.TakeTurnsAsync();
        Assert.Single(await world.Here.Outbox.ClaimAsync(world.Here.Partitions.Held, 10, _ => Leave.Now, CancellationToken.None));

        await DieAndFinishAsync(world);
        Assert.Contains(world.Carrier.Asked, asked => asked.LooksUp);
    }

    [Theory, EachDatabase]
    public async Task After_a_reply_was_sent_and_before_the_answer_was_recorded(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Carrier.Script = async message =>
        {
            world.Carrier.Take(message);
            taken.SetResult();
            await new TaskCompletionSource().Task;
            return null;
        };
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.TakeTurnsAsync();
        await world.Here.Deliveries.StartDueAsync(CancellationToken.None);
        await taken.Task;
        world.Carrier.Next(0, _ => Delivery.NotTaken);

        await DieAndFinishAsync(world);
        Assert.Contains(world.Carrier.Asked, asked => asked.LooksUp);
    }

    [Theory, EachDatabase]
    public async Task In_the_second_try_while_its_request_is_under_way(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var underWay = new TaskCompletionSource<OutgoingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Carrier.Next(1, _ => Delivery.TryLater("busy", Minute * 10));
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.RunAsync();
        world.Carrier.Script = async message =>
        {
            underWay.SetResult(message);
            await new TaskCompletionSource().Task;
            return null;
        };
        world.Clock.Advance(Minute * 10);
        await world.Here.Deliveries.StartDueAsync(CancellationToken.None);
        var second = await underWay.Task;
        world.Carrier.Next(0, _ => Delivery.NotTaken);
        // A carrier's list shows a message up to a minute late.
        world.Carrier.LookUpScript = (asked, _) =>
            asked.LastTriedAt + Minute - world.Clock.GetUtcNow() is { Ticks: > 0 } wait ? Delivery.Uncertain("look-up-too-soon", wait) : null;

        await world.DieAndStartAgainAsync();
        await world.RunAfterAsync(TimeSpan.FromSeconds(5));
        world.Carrier.Take(second);
        await world.RunAfterAsync(Minute);

        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));
        Assert.Equal(OutboxState.Accepted, Assert.Single(await world.OutboxOfAsync(Cast.Amina)).State);
        Assert.Equal(Minute * 10, TimeSpan.FromMinutes(Math.Round((second.LastTriedAt - second.FirstTriedAt).TotalMinutes)));
    }

    [Theory, EachDatabase]
    public async Task After_everything_was_recorded(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.RunAsync();

        await DieAndFinishAsync(world);
    }

    [Theory, EachDatabase]
    public async Task A_message_that_kills_the_process_again_and_again_is_set_aside_in_the_end(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Bot.When("kill", _ => Kill(world));
        await world.ReceiveAsync(Cast.Amina, "kill");
        await world.ReceiveAsync(Cast.Amina, "next");
        await world.ReceiveAsync(Cast.Joan, "hello");

        await DieUntilItRunsAsync(world);

        Assert.Equal([EchoBot.Apology, "1. next"], world.PhoneOf(Cast.Amina));
        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Joan));
        Assert.Equal(["turn.set-aside process-died"], await world.IncidentsAsync());
    }

    [Theory, EachDatabase]
    public async Task Others_are_answered_before_a_message_that_killed_the_process_is_tried_again(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Bot.When("kill", _ => Kill(world));
        await world.ReceiveAsync(Cast.Amina, "kill");
        await world.ReceiveAsync(Cast.Joan, "hello");
        await Assert.ThrowsAnyAsync<Exception>(world.RunAsync);
        await world.DieAndStartAgainAsync();
        // This time the failure is counted before it happens.
        await Assert.ThrowsAnyAsync<Exception>(world.RunAsync);
        await world.DieAndStartAgainAsync();

        await world.RunAsync();

        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Joan));
    }

    [Theory, EachDatabase]
    public async Task An_apology_that_kills_the_process_is_given_up(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Bot.When("kill", _ => Kill(world)).When(TurnTaking.TurnSetAside, _ => Kill(world));
        await world.ReceiveAsync(Cast.Amina, "kill");
        await world.ReceiveAsync(Cast.Amina, "next");

        await DieUntilItRunsAsync(world);

        Assert.Equal(["1. next"], world.PhoneOf(Cast.Amina));
    }

    private static Task Kill(World world)
    {
        world.Here.Die();
        throw new InvalidOperationException("The test's bot killed its process.");
    }

    /// <summary>Starts again after every death, some time passing, until there is nothing left to do.</summary>
    private static async Task DieUntilItRunsAsync(World world)
    {
        for (var deaths = 0; await Record.ExceptionAsync(world.RunAsync) is not null; deaths++)
        {
            Assert.True(deaths < 10, "It never stops dying.");
            await world.DieAndStartAgainAsync();
            world.Clock.Advance(TimeSpan.FromSeconds(10));
        }
        Assert.DoesNotContain(await world.InboxAsync(), m => m.State == InboxState.Waiting);
    }

    private static async Task DieAndFinishAsync(World world)
    {
        await world.DieAndStartAgainAsync();
        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));

        await world.ReceiveAsync(Cast.Amina, "again");
        await world.RunAsync();
        Assert.Equal(["1. hello", "2. again"], world.PhoneOf(Cast.Amina));
        Assert.All(await world.OutboxOfAsync(Cast.Amina), m => Assert.Equal(OutboxState.Accepted, m.State));
        Assert.All(await world.InboxAsync(), m => Assert.Equal(InboxState.Done, m.State));
    }
}
