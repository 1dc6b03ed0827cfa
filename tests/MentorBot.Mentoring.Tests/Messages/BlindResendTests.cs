using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;

namespace MentorBot.Mentoring.Tests.Messages;

/// <summary>A provider that cannot be asked lets a message in doubt be sent again, once.</summary>
public sealed class BlindResendTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory, EachDatabase]
    public async Task A_message_whose_answer_was_lost_is_sent_once_more(DatabaseProvider database)
    {
        await using var world = await DoubtedAsync(database);

        await world.RunAfterAsync(Minute);

        Assert.Equal(["1. hello", "1. hello"], world.PhoneOf(Cast.Amina));
        Assert.Equal((OutboxState.Accepted, null), await FateAsync(world));
    }

    [Theory, EachDatabase]
    public async Task That_it_was_sent_again_outlives_busy_answers_doubts_and_the_process(DatabaseProvider database)
    {
        await using var world = await DoubtedAsync(database);
        world.Carrier.Next(1, _ => Delivery.TryLater("http-503"));
        await world.RunAfterAsync(Minute);
        world.Carrier.Next(1, message =>
        {
            world.Carrier.Take(message);
            return Delivery.Uncertain("timeout");
        });
        await world.RunAfterAsync(Minute * 20);
        Assert.Equal(2, world.PhoneOf(Cast.Amina).Count);
        await world.DieAndStartAgainAsync();

        for (var i = 0; i < 5; i++) await world.RunAfterAsync(Minute * 20);

        Assert.Equal(2, world.PhoneOf(Cast.Amina).Count);
        Assert.Equal((OutboxState.Failed, "fate-unknown"), await FateAsync(world));
        Assert.Equal(["message.failed fate-unknown"], await world.IncidentsAsync());
    }

    [Theory, EachDatabase]
    public async Task Busy_answers_before_the_doubt_use_up_no_chance(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.LookUpScript = LookUp;
        world.Carrier.Next(5, _ => Delivery.TryLater("http-502", Minute));
        await world.ReceiveAsync(Cast.Amina, "hello");
        for (var i = 0; i < 4; i++) await world.RunAfterAsync(Minute);
        world.Carrier.Next(1, _ => Delivery.Uncertain("timeout"));
        await world.RunAfterAsync(Minute);

        await world.RunAfterAsync(Minute * 10);

        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));
    }

    private static async Task<World> DoubtedAsync(DatabaseProvider database)
    {
        var world = await World.OpenAsync(database);
        world.Carrier.LookUpScript = LookUp;
        world.Carrier.Next(1, message =>
        {
            world.Carrier.Take(message);
            return Delivery.Uncertain("timeout");
        });
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.RunAsync();
        return world;
    }

    private static Delivery? LookUp(OutgoingMessage message, IReadOnlySet<string> known) =>
        message.WasSentBlindly ? Delivery.Refused(DeliveryOutcome.Rejected, "fate-unknown") : Delivery.SendBlindly;

    private static async Task<(OutboxState State, string? Code)> FateAsync(World world)
    {
        var message = Assert.Single(await world.OutboxOfAsync(Cast.Amina));
        return (message.State, message.ErrorCode);
    }
}
