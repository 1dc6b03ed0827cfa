using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Events;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Messages;

public sealed class DeliveriesTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory, EachDatabase]
    public async Task A_reply_of_several_pieces_arrives_in_order_and_before_the_next_reply(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Bot.When("long", turn => EchoBot.EchoAsync(turn, $"a{FakeCarrier.Split}b{FakeCarrier.Split}c"));

        await world.ReceiveAsync(Cast.Amina, "long");
        await world.ReceiveAsync(Cast.Amina, "short");
        await world.RunAsync();

        Assert.Equal(["1. a", "b", "c", "2. short"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task A_message_that_could_not_be_sent_yet_holds_back_what_follows_in_its_conversation_only(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Next(1, _ => Delivery.TryLater("busy", TimeSpan.FromMinutes(1)));
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.RunAsync();

        await world.ReceiveAsync(Cast.Amina, "two");
        await world.ReceiveAsync(Cast.Joan, "hello");
        await world.RunAsync();
        Assert.Empty(world.PhoneOf(Cast.Amina));
        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Joan));

        await world.RunAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["1. one", "2. two"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task Tries_without_a_given_wait_come_further_and_further_apart(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Next(int.MaxValue, _ => Delivery.TryLater("busy"));
        await world.ReceiveAsync(Cast.Amina, "hello");

        await world.RunAsync();
        for (var second = 0; second < 600; second++) await world.RunAfterAsync(TimeSpan.FromSeconds(1));

        // 0, 2, 4, 8 ... 512 seconds.
        Assert.InRange(world.Carrier.Asked.Count, 9, 11);
    }

    [Theory, EachDatabase]
    public async Task A_message_that_nobody_takes_is_given_up_after_a_day_and_the_next_one_goes(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Script = message => Task.FromResult(message.Activity.Text == "1. old" ? Delivery.TryLater("busy", Hour) : null);
        await world.ReceiveAsync(Cast.Amina, "old");
        await world.RunAsync();

        for (var hour = 0; hour < 23; hour++) await world.RunAfterAsync(Hour);
        Assert.Empty(await world.IncidentsAsync());
        await world.ReceiveAsync(Cast.Amina, "new");
        for (var hour = 0; hour < 3; hour++) await world.RunAfterAsync(Hour);

        Assert.Equal(["message.failed too-old"], await world.IncidentsAsync());
        Assert.Equal(["2. new"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task A_message_that_never_got_its_chance_in_a_day_is_dropped(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.TakeTurnsAsync();
        await world.RunAfterAsync(TimeSpan.FromHours(25));

        Assert.Empty(world.Carrier.Asked);
        Assert.Equal((OutboxState.Dropped, "too-old"), await FateAsync(world));
    }

    [Theory, EachDatabase]
    public async Task A_refused_message_is_told_to_an_operator_and_the_next_may_pass(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Next(1, _ => Delivery.Refused(DeliveryOutcome.Rejected, "30007"));
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.ReceiveAsync(Cast.Amina, "two");
        await world.RunAsync();

        Assert.Equal(["2. two"], world.PhoneOf(Cast.Amina));
        Assert.Equal(["message.failed 30007"], await world.IncidentsAsync());
    }

    [Theory, EachDatabase]
    public async Task A_code_that_is_too_long_is_cut_and_recorded(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Next(1, _ => Delivery.Refused(DeliveryOutcome.Rejected, new string('9', 300)));
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.RunAsync();

        Assert.Equal((OutboxState.Failed, new string('9', OutboxMessage.LongestCode)), await FateAsync(world));
    }

    [Theory, EachDatabase]
    public async Task Whoever_told_the_carrier_to_stop_is_not_written_to_again(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Next(1, _ => Delivery.Refused(DeliveryOutcome.OptedOut, "21610"));
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.ReceiveAsync(Cast.Amina, "two");
        await world.RunAsync();

        var conversation = await world.ConversationAsync(Cast.Amina);
        Assert.Equal((Floor.Nobody, true), (conversation.Floor, conversation.Address!.OptedOutAt is not null));
        Assert.Single(world.Carrier.Asked);
        Assert.Empty(await world.IncidentsAsync());
        var stopped = await world.ReadAsync(db => db.Events.SingleAsync(e => e.Name == RecordedEvent.MenteeStopped));
        Assert.Equal((conversation.Address.Mentee!.SchemeId, conversation.Address.MenteeId), (stopped.SchemeId, stopped.MenteeId));
    }

    [Theory, EachDatabase]
    public async Task An_address_that_nothing_can_reach_is_not_tried_again(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Next(1, _ => Delivery.Refused(DeliveryOutcome.AddressUnusable, "21211"));
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.ReceiveAsync(Cast.Amina, "two");
        await world.RunAsync();

        Assert.Equal("21211", (await world.ConversationAsync(Cast.Amina)).Address!.UnusableBecause);
        Assert.Single(world.Carrier.Asked);
        Assert.Equal(["address.unusable 21211"], await world.IncidentsAsync());
    }

    [Theory, EachDatabase]
    public async Task Whoever_writes_from_an_address_that_nothing_could_reach_is_answered(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Next(1, _ => Delivery.Refused(DeliveryOutcome.AddressUnusable, "30006"));
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.RunAsync();

        await world.ReceiveAsync(Cast.Amina, "two");
        await world.RunAsync();

        Assert.Equal(["2. two"], world.PhoneOf(Cast.Amina));
        Assert.Null((await world.ConversationAsync(Cast.Amina)).Address!.UnusableBecause);
    }

    [Theory, EachDatabase]
    public async Task Replies_go_before_reminders_and_reminders_before_bulk(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        foreach (var person in new[] { Cast.Amina, Cast.Bron, Cast.Joan }) await world.ReceiveAsync(person, "hello");
        await world.RunAsync();
        await world.PrepareAsync(Cast.Amina, "bulk", priority: Priority.Bulk);
        await world.PrepareAsync(Cast.Bron, "reminder", priority: Priority.Reminder);
        await world.PrepareAsync(Cast.Joan, "reply");
        world.Carrier.MessagesPerSecond = 1;

        for (var second = 0; second < 3; second++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(1, await world.Here.Deliveries.StartDueAsync(CancellationToken.None));
            await world.Here.Deliveries.WhenIdleAsync();
        }

        Assert.Equal(["reply", "reminder", "bulk"], world.Carrier.Phones.Skip(3).Select(t => t.Text));
    }

    [Theory, EachDatabase]
    public async Task A_row_that_cannot_be_opened_holds_up_nobody(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.TakeTurnsAsync();
        await world.ChangeAsync(async db => (await db.Outbox.SingleAsync()).SealedActivity = new byte[64]);
        await world.ReceiveAsync(Cast.Joan, "hello");
        await world.ReceiveAsync(Cast.Amina, "two");
        await world.RunAsync();

        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Joan));
        Assert.Equal(["2. two"], world.PhoneOf(Cast.Amina));
        Assert.StartsWith("message.failed unreadable", Assert.Single(await world.IncidentsAsync()), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Two_rows_of_one_address_that_cannot_be_opened_hold_up_nobody(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.ReceiveAsync(Cast.Amina, "two", to: "+447700900001");
        await world.TakeTurnsAsync();
        await world.ChangeAsync(db => db.Outbox.ForEachAsync(m => m.SealedActivity = new byte[64]));
        await world.ReceiveAsync(Cast.Joan, "hello");
        await world.RunAsync();

        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Joan));
        Assert.Equal(2, (await world.IncidentsAsync()).Count);
    }

    private static async Task<(OutboxState State, string? Code)> FateAsync(World world)
    {
        var message = Assert.Single(await world.OutboxOfAsync(Cast.Amina));
        return (message.State, message.ErrorCode);
    }
}
