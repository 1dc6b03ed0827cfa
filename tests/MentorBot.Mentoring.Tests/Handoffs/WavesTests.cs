using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Handoffs;

public sealed class WavesTests
{
    [Theory, EachDatabase]
    public async Task More_mentors_are_asked_the_longer_nobody_takes_it_and_then_it_is_given_up(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.OpenAsync(database);
        for (var i = 0; i < 12; i++) await world.ReceiveAsync($"+447900000{i:000}", "MENTOR");
        await world.RunAsync();
        await world.HearAsync(Cast.Amina, "PERSON");
        var asked = new List<int> { await OffersAsync(world) };

        await world.StrikeAfterAsync(HandoffWorld.BetweenWaves);
        asked.Add(await OffersAsync(world));
        await world.StrikeAfterAsync(HandoffWorld.BetweenWaves);
        asked.Add(await OffersAsync(world));
        Assert.Empty(world.PhoneOf(Cast.Amina));
        await world.StrikeAfterAsync(HandoffWorld.AfterLastWave);

        Assert.Equal([3, 10, 12], asked);
        Assert.Equal([HandoffWorld.Nobody], world.PhoneOf(Cast.Amina));
        Assert.Equal(HandoffState.Expired, (await world.HandoffAsync()).State);
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_due_before_its_time_and_what_is_due_is_dealt_with_once(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);
        await world.StrikeAfterAsync(HandoffWorld.BetweenWaves - TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await world.HandoffAsync()).Waves);

        world.Clock.Advance(TimeSpan.FromSeconds(1));
        var clock = world.Here.Get<HandoffClock>();
        Assert.Equal((1, 1), (await clock.StrikeAsync(CancellationToken.None), await clock.StrikeAsync(CancellationToken.None)));
        await world.RunAsync();

        Assert.Equal(2, (await world.HandoffAsync()).Waves);
        Assert.Single(await world.InboxAsync(), m => m.Channel == Occasion.Channel);
    }

    [Theory, EachDatabase]
    public async Task A_mentor_who_keeps_silent_past_his_time_loses_it_and_others_are_asked(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);
        await world.HearAsync(Cast.Tomas, "TAKE");

        await world.StrikeAfterAsync(HandoffWorld.WordsWithin);

        var handoff = await world.HandoffAsync();
        Assert.Equal(HandoffState.Offered, handoff.State);
        Assert.Equal(Floor.Bot, (await world.ConversationAsync(Cast.Amina)).Floor);
        Assert.Equal(["offer A", "yours"], world.PhoneOf(Cast.Tomas));
        Assert.Equal(["offer A", "offer A"], world.PhoneOf(Cast.Priya));
        await world.HearAsync(Cast.Priya, "TAKE");
        Assert.Equal([HandoffWorld.Here, HandoffWorld.Here], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task Who_is_away_or_told_us_to_stop_is_not_asked(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.OpenAsync(database);
        await world.HearAsync(Cast.Tomas, "MENTOR");
        await world.HearAsync(Cast.Priya, "MENTOR");
        await world.ChangeAsync(async db => (await db.Mentors.OrderBy(m => m.Id).FirstAsync()).AwaySince = world.Clock.GetUtcNow());
        await world.GiveFloorAsync(Cast.Priya, Floor.Nobody);

        await world.HearAsync(Cast.Amina, "PERSON");

        Assert.Equal([HandoffWorld.Nobody], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task A_message_is_open_to_all_and_those_who_were_asleep_hear_of_it_later(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.OpenAsync(database);
        world.Bot.When("MESSAGE", async context => await context.Turn().OfferAsync(await context.Turn().LeaveMessageAsync(default), null, default));
        world.Bot.When(HandoffClock.Due, async context => await context.Turn().OfferAsync((await context.Turn().FindHandoffAsync(default))!, null, default));
        for (var i = 0; i < 12; i++) await world.ReceiveAsync($"+447900000{i:000}", "MENTOR");
        await world.RunAsync();
        await world.ChangeAsync(async db =>
        {
            var asleep = await db.Mentors.OrderBy(m => m.Id).FirstAsync();
            (asleep.QuietFrom, asleep.QuietUntil) = (new(11, 0), new(13, 0));
        });

        await world.HearAsync(Cast.Amina, "MESSAGE");
        Assert.Equal(11, await OffersAsync(world));
        await world.StrikeAfterAsync(LeftMessages.BetweenLooks);

        Assert.Equal(12, await OffersAsync(world));
        var handoff = await world.HandoffAsync();
        Assert.Equal((HandoffState.Parked, true), (handoff.State, handoff.CanBeTaken));
        Assert.Equal(1, await world.CountAsync("handoff.parked"));
    }

    private static Task<int> OffersAsync(World world) => world.ReadAsync(db => db.Offers.CountAsync());

    [Theory, EachDatabase]
    public async Task A_scheme_decides_how_long_people_wait_or_the_one_above_it(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.OpenAsync(database);
        var top = await world.ReadAsync(db => db.Schemes.MinAsync(s => s.Id));
        await world.HearAsync(Cast.Tomas, "MENTOR");
        var settings = world.Here.Get<WaitSettings>();
        Assert.True(await settings.SetAsync(top, new Waits(Wave: 2, GiveUp: null, Answer: 3), CancellationToken.None));
        Assert.False(await settings.SetAsync(top, new Waits(Wave: 0, GiveUp: null, Answer: null), CancellationToken.None));
        var town = new Scheme { ParentId = top, Name = "Town" };
        town.Waits = new Waits(Wave: null, GiveUp: 1, Answer: null);
        await world.ChangeAsync(db => Task.FromResult(db.Schemes.Add(town)));

        await world.HearAsync(Cast.Amina, "PERSON");
        var asked = await world.HandoffAsync();
        Assert.Equal(asked.RequestedAt.AddMinutes(2), asked.DueAt!.Value, TimeSpan.FromSeconds(1));
        await world.HearAsync(Cast.Tomas, "TAKE");
        var taken = await world.HandoffAsync();
        Assert.Equal(taken.TakenAt!.Value.AddMinutes(3), taken.DueAt!.Value, TimeSpan.FromSeconds(1));
        Assert.Equal(new Waits(2, 1, 3), (await settings.ReadAsync(town.Id, CancellationToken.None)).Counting);
    }
}
