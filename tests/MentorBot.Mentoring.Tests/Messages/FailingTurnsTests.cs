using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Messages;

public sealed class FailingTurnsTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory, EachDatabase]
    public async Task A_turn_that_throws_is_tried_again_after_two_seconds_and_ten_and_then_set_aside(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Bot.ThrowsAt("break");
        await world.ReceiveAsync(Cast.Amina, "break");

        await world.RunAsync();
        Assert.Equal(1, await FailuresAsync(world));
        await world.RunAfterAsync(Second * 1.9);
        Assert.Equal(1, await FailuresAsync(world));
        await world.RunAfterAsync(Second * 0.1);
        Assert.Equal(2, await FailuresAsync(world));
        await world.RunAfterAsync(Second * 9.9);
        Assert.Equal(2, await FailuresAsync(world));
        Assert.Empty(world.PhoneOf(Cast.Amina));
        await world.RunAfterAsync(Second * 0.1);

        Assert.Equal(InboxState.SetAside, Assert.Single(await world.InboxAsync()).State);
        Assert.Equal(["turn.set-aside InvalidOperationException"], await world.IncidentsAsync());
        Assert.Equal([EchoBot.Apology], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task What_follows_a_failing_message_waits_for_it_and_is_answered_then(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Bot.ThrowsAt("break");
        await world.ReceiveAsync(Cast.Amina, "break");
        await world.ReceiveAsync(Cast.Amina, "next");

        await world.RunAsync();
        Assert.DoesNotContain("next", world.Bot.Heard.Skip(2));
        await world.RunAfterAsync(Second * 2);
        Assert.Empty(world.PhoneOf(Cast.Amina));
        await world.RunAfterAsync(Second * 10);

        Assert.Equal([EchoBot.Apology, "1. next"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task A_failing_turn_does_not_harm_the_others_of_its_batch(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Bot.ThrowsAt("break");
        await world.ReceiveAsync(Cast.Joan, "one");
        await world.ReceiveAsync(Cast.Amina, "break");
        await world.ReceiveAsync(Cast.Joan, "two");
        await world.ReceiveAsync(Cast.Bron, "hello");

        await world.RunAsync();

        Assert.Equal(["1. one", "2. two"], world.PhoneOf(Cast.Joan));
        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Bron));
    }

    [Theory, EachDatabase]
    public async Task A_state_that_cannot_be_saved_is_a_failed_turn_that_leaves_nothing_behind(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Bot.When("break", async turn =>
        {
            var list = turn.TurnState.Get<ConversationState>()!.CreateProperty<List<object?>>("list");
            await list.SetAsync(turn, [new Version(1, 0)]);
            turn.Turn().Record("text.answered");
            await turn.SendActivityAsync("I kept it.");
        });
        await world.ReceiveAsync(Cast.Amina, "break");

        await world.RunAsync();

        Assert.Equal(1, await FailuresAsync(world));
        Assert.False(await world.ReadAsync(db => db.Outbox.AnyAsync()) || await world.ReadAsync(db => db.Events.AnyAsync()) || await world.ReadAsync(db => db.Mentees.AnyAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_bug_that_looks_like_a_stop_or_a_lost_database_blocks_nobody(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Bot.When("stop", _ => throw new TaskCanceledException()).When("lost", _ => throw new DatabaseFault());
        await world.ReceiveAsync(Cast.Amina, "stop");
        await world.ReceiveAsync(Cast.Bron, "lost");
        await world.ReceiveAsync(Cast.Joan, "hello");

        await world.RunAsync();
        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Joan));
        await world.RunAfterAsync(Second * 2);
        await world.RunAfterAsync(Second * 10);

        Assert.Equal(["turn.set-aside DatabaseFault", "turn.set-aside TaskCanceledException"], (await world.IncidentsAsync()).Order());
    }

    [Theory, EachDatabase]
    public async Task A_stop_in_the_middle_of_a_turn_is_no_failure(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        using var stopping = new CancellationTokenSource();
        world.Bot.When("hello", async _ =>
        {
            await stopping.CancelAsync();
            stopping.Token.ThrowIfCancellationRequested();
        });
        await world.ReceiveAsync(Cast.Amina, "hello");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Here.Turns.TakeDueAsync(stopping.Token));

        var waiting = Assert.Single(await world.InboxAsync());
        Assert.Equal((InboxState.Waiting, 0, world.Clock.GetUtcNow()), (waiting.State, waiting.FailedTurns, waiting.DueAt));
    }

    [Theory, EachDatabase]
    public async Task A_database_that_is_away_sets_nothing_aside(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "hello");
        // It goes away in the middle of the turn, which is after the first look.
        var isBack = false;
        world.Bot.When("hello", async turn =>
        {
            world.Here.Faults.IsAway = !isBack;
            await EchoBot.EchoAsync(turn, "hello");
        });

        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<DatabaseFault>(() => world.Here.Turns.TakeDueAsync(CancellationToken.None));
            world.Here.Faults.IsAway = false;
        }
        isBack = true;

        Assert.Equal(0, await FailuresAsync(world));
        await world.RunAsync();
        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));
        Assert.Empty(await world.IncidentsAsync());
    }

    [Theory, EachDatabase]
    public async Task A_database_that_goes_away_in_a_turn_taken_with_care_sets_nothing_aside(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var isBack = false;
        world.Bot.When("hello", async turn =>
        {
            world.Here.Faults.IsAway = !isBack;
            await EchoBot.EchoAsync(turn, "hello");
        });
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.DieAndStartAgainAsync();

        for (var i = 0; i < 5; i++)
        {
            await Assert.ThrowsAsync<DatabaseFault>(() => world.Here.Turns.TakeDueAsync(CancellationToken.None));
            world.Here.Faults.IsAway = false;
            Assert.Equal(1, await FailuresAsync(world));
            world.Clock.Advance(Second * 10);
        }
        isBack = true;
        await world.RunAsync();

        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));
        Assert.Empty(await world.IncidentsAsync());
    }

    [Theory, EachDatabase]
    public async Task Another_writers_change_in_a_turn_taken_with_care_is_no_failure(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.RunAsync();
        var conflicts = 5;
        world.Bot.When("two", async turn =>
        {
            if (conflicts-- > 0) await world.GiveFloorAsync(Cast.Amina, Floor.Bot);
            await EchoBot.EchoAsync(turn, "two");
        });
        await world.ReceiveAsync(Cast.Amina, "two");
        await world.DieAndStartAgainAsync();

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(1, await world.Here.Turns.TakeDueAsync(CancellationToken.None));
            var message = (await world.InboxAsync())[1];
            Assert.Equal((0, world.Clock.GetUtcNow()), (message.FailedTurns, message.DueAt));
        }
        await world.RunAsync();

        Assert.Equal(["1. one", "2. two"], world.PhoneOf(Cast.Amina));
        Assert.Empty(await world.IncidentsAsync());
    }

    [Theory, EachDatabase]
    public async Task Whichever_statement_of_a_record_fails_nothing_is_kept_and_the_turn_is_taken_again(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "hello");
        for (var statement = 1; ; statement++)
        {
            var written = 0;
            world.Here.Faults.Refuses = sql => Faults.IsWrite(sql) && ++written >= statement;
            if (await Record.ExceptionAsync(() => world.Here.Turns.TakeDueAsync(CancellationToken.None)) is null) break;

            world.Here.Faults.Refuses = null;
            Assert.Equal(0, await FailuresAsync(world));
            Assert.False(await world.ReadAsync(db => db.Outbox.AnyAsync()) || await world.ReadAsync(db => db.Events.AnyAsync())
                || await world.ReadAsync(db => db.Conversations.AnyAsync()) || await world.ReadAsync(db => db.Mentees.AnyAsync()));
            Assert.True(statement < 50, "It never succeeds.");
        }

        world.Here.Faults.Refuses = null;
        await world.RunAsync();
        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task A_record_whose_answer_was_lost_is_not_made_twice(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "hello");
        world.Here.Faults.LosesNextCommit = true;

        await world.RunAsync();

        Assert.False(world.Here.Faults.LosesNextCommit);
        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task A_state_that_cannot_be_read_is_given_up_with_an_apology(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.RunAsync();
        await world.ChangeAsync(async db => (await db.Conversations.SingleAsync()).State = [1, 2, 3]);

        await world.ReceiveAsync(Cast.Amina, "two");
        await world.RunAsync();
        await world.RunAfterAsync(Second * 2);
        await world.RunAfterAsync(Second * 10);
        await world.ReceiveAsync(Cast.Amina, "three");
        await world.RunAsync();

        Assert.Equal(["1. one", EchoBot.Apology, "1. three"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task A_message_whose_apology_fails_too_is_set_aside_all_the_same(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Bot.ThrowsAt("break").ThrowsAt(TurnTaking.TurnSetAside);
        await world.ReceiveAsync(Cast.Amina, "break");
        await world.ReceiveAsync(Cast.Amina, "next");

        await world.RunAsync();
        await world.RunAfterAsync(Second * 2);
        await world.RunAfterAsync(Second * 10);

        Assert.Equal(["1. next"], world.PhoneOf(Cast.Amina));
        Assert.Equal(["turn.set-aside InvalidOperationException"], await world.IncidentsAsync());
    }

    private static async Task<int> FailuresAsync(World world) => Assert.Single(await world.InboxAsync()).FailedTurns;
}
