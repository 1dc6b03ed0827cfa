using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;

namespace MentorBot.Mentoring.Tests.Handoffs;

/// <summary>A process dies between two steps of a handoff. Its successor goes on, and nobody hears anything twice.</summary>
public sealed class HandoffDeathTests
{
    [Theory, EachDatabase]
    public async Task After_it_was_taken_and_before_she_was_told(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);
        await world.ReceiveAsync(Cast.Tomas, "TAKE");
        await world.TakeTurnsAsync();

        await world.DieAndStartAgainAsync();
        await world.RunAsync();

        Assert.Equal([HandoffWorld.Here], world.PhoneOf(Cast.Amina));
        Assert.Equal(["offer A", "yours"], world.PhoneOf(Cast.Tomas));
    }

    [Theory, EachDatabase]
    public async Task After_he_finished_and_before_her_turn_that_ends_it(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);
        await world.HearAsync(Cast.Tomas, "TAKE");
        await world.ReceiveAsync(Cast.Tomas, "DONE");
        await world.Here.Turns.TakeDueAsync(CancellationToken.None);
        Assert.Equal(HandoffState.Finishing, (await world.HandoffAsync()).State);

        await world.DieAndStartAgainAsync();
        await world.RunAsync();

        Assert.Equal([HandoffWorld.Here, HandoffWorld.Back], world.PhoneOf(Cast.Amina));
        Assert.Equal(HandoffState.Ended, (await world.HandoffAsync()).State);
    }

    [Theory, EachDatabase]
    public async Task After_the_clock_called_and_before_the_next_wave(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);
        await world.HearAsync(Cast.Joan, "MENTOR");
        world.Clock.Advance(HandoffWorld.BetweenWaves);
        await world.Here.Get<HandoffClock>().StrikeAsync(CancellationToken.None);

        await world.DieAndStartAgainAsync();
        await world.Here.Get<HandoffClock>().StrikeAsync(CancellationToken.None);
        await world.RunAsync();

        Assert.Equal(["offer A"], world.PhoneOf(Cast.Joan));
        Assert.Equal(2, (await world.HandoffAsync()).Waves);
    }

    [Theory, EachDatabase]
    public async Task An_occasion_whose_turn_fails_again_and_again_is_set_aside_without_a_word_and_called_anew(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);
        world.Bot.ThrowsAt(HandoffClock.Due);
        await world.StrikeAfterAsync(HandoffWorld.BetweenWaves);
        for (var i = 0; i < Turns.MostFailures; i++) await world.RunAfterAsync(TimeSpan.FromSeconds(10));

        Assert.Empty(world.PhoneOf(Cast.Amina));
        Assert.Single(await world.IncidentsAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        await world.Here.Get<HandoffClock>().StrikeAsync(CancellationToken.None);
        Assert.Contains(await world.InboxAsync(), m => m is { Channel: Occasion.Channel, State: InboxState.Waiting });
    }
}
