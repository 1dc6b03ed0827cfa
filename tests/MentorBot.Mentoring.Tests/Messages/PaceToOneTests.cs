using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;

namespace MentorBot.Mentoring.Tests.Messages;

/// <summary>Where a provider takes only so many messages a second to one person, she waits, and nobody else does.</summary>
public sealed class PaceToOneTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory, EachDatabase]
    public async Task A_reply_of_several_pieces_leaves_one_piece_a_second(DatabaseProvider database)
    {
        await using var world = await LongAnswerAsync(database);

        for (var second = 1; second <= 3; second++)
        {
            await StartAsync(world);
            Assert.Equal(second, world.PhoneOf(Cast.Amina).Count);
            world.Clock.Advance(Second * 0.9);
            Assert.Equal(0, await StartAsync(world));
            world.Clock.Advance(Second * 0.1);
        }
    }

    [Theory, EachDatabase]
    public async Task Who_must_wait_holds_up_nobody_else_of_the_same_sender(DatabaseProvider database)
    {
        await using var world = await LongAnswerAsync(database);
        await StartAsync(world);
        await world.ReceiveAsync(Cast.Joan, "hello");
        await world.TakeTurnsAsync();

        Assert.Equal(1, await StartAsync(world));

        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Joan));
        Assert.Single(world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task A_slow_answer_brings_the_next_message_no_closer(DatabaseProvider database)
    {
        await using var world = await LongAnswerAsync(database);
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Carrier.Script = async _ =>
        {
            await answered.Task;
            return null;
        };
        await world.Here.Deliveries.StartDueAsync(CancellationToken.None);
        world.Clock.Advance(Second * 5);
        answered.SetResult();
        await world.Here.Deliveries.WhenIdleAsync();

        Assert.Equal(0, await StartAsync(world));
        world.Clock.Advance(Second);
        Assert.Equal(1, await StartAsync(world));
    }

    [Theory, EachDatabase]
    public async Task Many_who_must_wait_hide_nobody_who_need_not(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.MessagesPerSecondToOne = 1;
        world.Bot.When("long", turn => EchoBot.EchoAsync(turn, $"a{FakeCarrier.Split}b"));
        for (var i = 0; i < Deliveries.MostAtOnce + 20; i++) await world.ReceiveAsync($"+4477008{i:00000}", "long");
        await world.TakeTurnsAsync();
        while (await StartAsync(world) > 0)
        {
            // The first piece of each goes; the second waits.
        }
        await world.ReceiveAsync(Cast.Joan, "hello");
        await world.TakeTurnsAsync();

        Assert.Equal(1, await StartAsync(world));
        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Joan));
    }

    [Theory, EachDatabase]
    public async Task Whoever_waits_wakes_the_deliveries_in_time(DatabaseProvider database)
    {
        await using var world = await LongAnswerAsync(database);
        await StartAsync(world);
        var signal = world.Here.Get<Signal<Deliveries>>();
        while (await StartAsync(world) > 0)
        {
            // Nothing more may go now.
        }
        await signal.WaitAsync(TimeSpan.Zero, CancellationToken.None);
        var wakes = signal.WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None);

        world.Clock.Advance(Second);

        await wakes;
        Assert.Equal(1, await StartAsync(world));
    }

    [Fact]
    public void The_pace_of_people_long_silent_is_forgotten()
    {
        var clock = new FakeClock();
        var pace = new Pace(clock);
        for (var i = 0; i < 100_000; i++)
        {
            pace.PutOff(i, 1);
            clock.Advance(TimeSpan.FromMilliseconds(33));
        }

        Assert.InRange(pace.Remembered, 1, 2048);
    }

    private static async Task<World> LongAnswerAsync(DatabaseProvider database)
    {
        var world = await World.OpenAsync(database);
        world.Carrier.MessagesPerSecondToOne = 1;
        world.Bot.When("long", turn => EchoBot.EchoAsync(turn, $"a{FakeCarrier.Split}b{FakeCarrier.Split}c"));
        await world.ReceiveAsync(Cast.Amina, "long");
        await world.TakeTurnsAsync();
        return world;
    }

    private static async Task<int> StartAsync(World world)
    {
        world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var started = await world.Here.Deliveries.StartDueAsync(CancellationToken.None);
        await world.Here.Deliveries.WhenIdleAsync();
        return started;
    }
}
