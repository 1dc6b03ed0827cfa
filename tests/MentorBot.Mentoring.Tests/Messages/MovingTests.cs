using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Tests.Handoffs;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Messages;

/// <summary>A chat has another address from now on.</summary>
public sealed class MovingTests
{
    private static readonly Person There = Cast.Joan;

    [Theory, EachDatabase]
    public async Task What_waits_is_sent_to_the_new_address_in_order_and_the_talk_goes_on_there(DatabaseProvider database)
    {
        await using var world = await WaitingAsync(database);

        await world.RunAsync();

        await ExpectAllThereAsync(world);
        await world.ReceiveAsync(There, "four");
        await world.RunAsync();
        Assert.Equal("4. four", world.PhoneOf(There)[^1]);
        Assert.Equal((1, 2), await world.ReadAsync(async db => (await db.Mentees.CountAsync(), await db.Addresses.CountAsync())));
    }

    [Theory, EachDatabase]
    public async Task A_process_that_dies_before_it_recorded_the_move_hears_of_it_again(DatabaseProvider database)
    {
        await using var world = await WaitingAsync(database);
        world.Here.Faults.BeforeCommit = () =>
        {
            if (world.Carrier.Asked.Count > 1) world.Here.Die();
            return world.Here.Faults.IsAway ? throw new DatabaseFault() : Task.CompletedTask;
        };
        await world.Here.Deliveries.StartDueAsync(CancellationToken.None);
        while (!world.Here.Faults.IsAway) await Task.Yield();

        await world.DieAndStartAgainAsync();
        await world.RunAfterAsync(TimeSpan.FromSeconds(5));

        await ExpectAllThereAsync(world);
    }

    [Theory, EachDatabase]
    public async Task A_process_that_dies_after_it_recorded_the_move_sends_everything_there(DatabaseProvider database)
    {
        await using var world = await WaitingAsync(database);
        await world.Here.Deliveries.StartDueAsync(CancellationToken.None);
        await world.Here.Deliveries.WhenIdleAsync();

        await world.DieAndStartAgainAsync();
        await world.RunAsync();

        await ExpectAllThereAsync(world);
    }

    [Theory, EachDatabase]
    public async Task Whoever_told_us_to_stop_is_not_written_to_at_the_new_address_either(DatabaseProvider database)
    {
        await using var world = await WaitingAsync(database);
        await world.ChangeAsync(async db =>
        {
            var conversation = await db.Conversations.Include(c => c.Address).SingleAsync();
            conversation.OptOut(world.Clock.GetUtcNow());
        });
        await world.PrepareAsync(Cast.Amina, "You stopped.", Speaker.Notice);

        await world.RunAsync();

        Assert.Equal(["You stopped."], world.PhoneOf(There));
    }

    [Theory, EachDatabase]
    public async Task A_talk_with_a_mentor_goes_along_on_either_side(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);
        await world.HearAsync(Cast.Tomas, "TAKE");
        world.Carrier.Script = message => Task.FromResult(
            message.Address == Cast.Amina.Mobile ? Delivery.Moved(There.Mobile) : message.Address == Cast.Tomas.Mobile ? Delivery.Moved(Cast.Farid.Mobile) : null);

        await world.PrepareAsync(Cast.Amina, "Are you there?", Speaker.Mentor);
        await world.PrepareAsync(Cast.Tomas, "She is.");
        await world.RunAsync();
        await world.HearAsync(There, "hello");
        await world.HearAsync(Cast.Farid, "DONE");

        Assert.Equal(["Are you there?", HandoffWorld.Back], world.PhoneOf(There));
        Assert.Equal(["She is.", "thank you"], world.PhoneOf(Cast.Farid));
    }

    /// <summary>She was told one thing, and two more wait, when the chat moves.</summary>
    private static async Task<World> WaitingAsync(DatabaseProvider database)
    {
        var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.RunAsync();
        world.Carrier.Script = message => Task.FromResult(message.Address == Cast.Amina.Mobile ? Delivery.Moved(There.Mobile) : null);
        await world.ReceiveAsync(Cast.Amina, "two");
        await world.ReceiveAsync(Cast.Amina, "three");
        await world.TakeTurnsAsync();
        world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        return world;
    }

    private static async Task ExpectAllThereAsync(World world)
    {
        Assert.Equal(["1. one"], world.PhoneOf(Cast.Amina));
        Assert.Equal(["2. two", "3. three"], world.PhoneOf(There));
        Assert.Equal("moved", (await world.ConversationAsync(Cast.Amina)).Address!.UnusableBecause);
        Assert.All(await world.OutboxOfAsync(There), m => Assert.Equal(OutboxState.Accepted, m.State));
        Assert.Empty(await world.IncidentsAsync());
    }
}
