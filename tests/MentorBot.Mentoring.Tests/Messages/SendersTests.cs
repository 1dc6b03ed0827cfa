using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;

namespace MentorBot.Mentoring.Tests.Messages;

/// <summary>Each of our numbers keeps its own pace, and one that is held harms no other.</summary>
public sealed class SendersTests
{
    private const string OtherNumber = "+447700900001";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory, EachDatabase]
    public async Task A_sender_keeps_its_pace_however_many_conversations_wait(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.MessagesPerSecond = 3;
        foreach (var person in People(10)) await world.ReceiveAsync(person, "hello");
        await world.TakeTurnsAsync();

        for (var second = 0; second < 3; second++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(1));
            await world.Here.Deliveries.StartDueAsync(CancellationToken.None);
            await world.Here.Deliveries.WhenIdleAsync();
            // It begins with one, since it cannot know what a process before it sent in the same second.
            Assert.Equal(1 + 3 * second, world.Carrier.Phones.Count);
        }
    }

    [Theory, EachDatabase]
    public async Task A_held_sender_with_a_long_queue_does_not_starve_another(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Script = message => Task.FromResult(message.OurAddress == Cast.OurNumber ? Delivery.Refused(DeliveryOutcome.PauseSender, "63038", Hour) : null);
        foreach (var person in People(Deliveries.MostAtOnce + 20)) await world.ReceiveAsync(person, "hello");
        await world.RunAsync();

        await world.ReceiveAsync(Cast.Amina, "hello", to: OtherNumber);
        await world.RunAsync();

        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task A_sender_with_a_long_queue_at_a_slow_pace_does_not_starve_another(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.MessagesPerSecond = 1;
        foreach (var person in People(Deliveries.MostAtOnce + 20)) await world.ReceiveAsync(person, "hello");
        await world.TakeTurnsAsync();
        await world.ReceiveAsync(Cast.Amina, "hello", to: OtherNumber);
        await world.TakeTurnsAsync();

        Assert.Equal(2, await world.Here.Deliveries.StartDueAsync(CancellationToken.None));
        await world.Here.Deliveries.WhenIdleAsync();

        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task A_paused_sender_waits_as_told_and_then_sends_everything(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Next(1, _ => Delivery.Refused(DeliveryOutcome.PauseSender, "63038", Hour));
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.RunAsync();
        await world.ReceiveAsync(Cast.Joan, "hello");
        await world.RunAfterAsync(Hour * 0.9);
        Assert.Empty(world.Carrier.Phones);

        await world.RunAfterAsync(Hour * 0.2);
        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));
        await world.RunAfterAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Joan));
    }

    [Theory, EachDatabase]
    public async Task A_stopped_sender_is_told_to_an_operator_once_and_once_more_after_it_was_in_order(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Next(int.MaxValue, _ => Delivery.Refused(DeliveryOutcome.StopSender, "20003"));
        foreach (var person in People(20)) await world.ReceiveAsync(person, "hello");
        for (var i = 0; i < 5; i++) await world.RunAfterAsync(Hour);
        Assert.Equal(["sender.held 20003"], await world.IncidentsAsync());

        world.Carrier.Next(0, _ => Delivery.NotTaken);
        for (var i = 0; i < 30; i++) await world.RunAfterAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(20, world.Carrier.Phones.Count);
        world.Carrier.Next(1, _ => Delivery.Refused(DeliveryOutcome.StopSender, "20003"));
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.RunAfterAsync(Hour);

        Assert.Equal(["sender.held 20003", "sender.held 20003"], await world.IncidentsAsync());
    }

    private static IEnumerable<string> People(int count) => Enumerable.Range(0, count).Select(i => $"+4477009{i:00000}");
}
