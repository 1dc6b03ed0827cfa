using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Tests.Handoffs;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Concerns;

public sealed class UrgentWavesTests
{
    private const string Offer = "offer A1";

    [Theory, EachDatabase]
    public async Task The_lead_is_asked_first_then_the_deputy_then_all(DatabaseProvider database)
    {
        await using var world = await AskedAsync(database);
        var asked = new List<(bool, bool, bool)> { Asked(world) };

        await world.GoOnAsync(Offering.BetweenUrgentWaves);
        asked.Add(Asked(world));
        await world.GoOnAsync(Offering.BetweenUrgentWaves);
        asked.Add(Asked(world));

        Assert.Equal([(true, false, false), (true, true, false), (true, true, true)], asked);
    }

    [Theory, EachDatabase]
    public async Task Where_the_lead_cannot_be_asked_nobody_waits_for_him(DatabaseProvider database)
    {
        await using var world = await AskedAsync(database, world => world.GiveFloorAsync(Cast.Tomas, Floor.Nobody));

        Assert.Equal((false, true, false), Asked(world));
        Assert.Equal(2, (await world.HandoffAsync()).Waves);
    }

    [Theory, EachDatabase]
    public async Task Whoever_looks_after_her_already_is_asked_first(DatabaseProvider database)
    {
        await using var world = await AskedAsync(database, async world =>
        {
            await world.HearAsync(Cast.Amina, "CRY");
            await world.HearAsync(Cast.Priya, "MINE");
        });

        Assert.Equal((false, true, false), Asked(world));
    }

    [Theory, EachDatabase]
    public async Task A_concern_whose_talk_goes_back_is_alerted_of_again(DatabaseProvider database)
    {
        await using var world = await AskedAsync(database);
        await world.HearAsync(Cast.Tomas, "TAKE");
        await world.HearAsync(Cast.Tomas, "MINE");
        Assert.Equal(ConcernState.Taken, (await world.ConcernAsync()).State);

        await world.GoOnAsync(HandoffWorld.WordsWithin);
        await world.GoOnAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(ConcernState.Open, (await world.ConcernAsync()).State);
        Assert.Equal(2, world.PhoneOf(Cast.Tomas).Count(text => text == "alert A1"));
    }

    [Theory, EachDatabase]
    public async Task A_concern_whose_talk_breaks_off_is_alerted_of_again(DatabaseProvider database)
    {
        await using var world = await AskedAsync(database);
        await world.HearAsync(Cast.Tomas, "TAKE");
        await world.HearAsync(Cast.Tomas, "MINE");

        await world.HearAsync(Cast.Amina, "NO PERSON");
        await world.GoOnAsync(TimeSpan.Zero);

        Assert.Equal(ConcernState.Open, (await world.ConcernAsync()).State);
        Assert.Equal(2, world.PhoneOf(Cast.Tomas).Count(text => text == "alert A1"));
    }

    [Theory, EachDatabase]
    public async Task A_concern_that_another_looks_after_stays_his_when_the_talk_breaks_off(DatabaseProvider database)
    {
        await using var world = await AskedAsync(database);
        await world.HearAsync(Cast.Tomas, "TAKE");
        await world.HearAsync(Cast.Priya, "MINE");

        await world.HearAsync(Cast.Amina, "NO PERSON");
        await world.GoOnAsync(TimeSpan.Zero);

        Assert.Equal(ConcernState.Taken, (await world.ConcernAsync()).State);
    }

    private static async Task<World> AskedAsync(DatabaseProvider database, Func<World, Task>? before = null)
    {
        var world = await ConcernWorld.OpenAsync(database);
        await world.HearAsync(Cast.Grace, "MENTOR");
        await (before?.Invoke(world) ?? Task.CompletedTask);
        await world.HearAsync(Cast.Amina, "CRY");
        await world.HearAsync(Cast.Amina, "NOW");
        return world;
    }

    private static (bool Lead, bool Deputy, bool Other) Asked(World world) =>
        (world.PhoneOf(Cast.Tomas).Contains(Offer), world.PhoneOf(Cast.Priya).Contains(Offer), world.PhoneOf(Cast.Grace).Contains(Offer));
}
