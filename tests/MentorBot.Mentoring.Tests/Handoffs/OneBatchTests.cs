using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Handoffs;

/// <summary>Messages that came so close together that one transaction holds their turns: what one turn did, the next one knows.</summary>
public sealed class OneBatchTests
{
    [Theory, EachDatabase]
    public async Task What_he_has_just_taken_is_his(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);

        await world.ReceiveAsync(Cast.Priya, "TAKE");
        await world.ReceiveAsync(Cast.Priya, "DONE");
        await world.RunAsync();

        Assert.Equal(["offer A", "yours", "thank you"], world.PhoneOf(Cast.Priya));
        Assert.Equal(HandoffEnd.Done, (await world.HandoffAsync()).Ending);
    }

    [Theory, EachDatabase]
    public async Task Who_stops_right_after_he_took_it_gives_it_back(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);

        await world.ReceiveAsync(Cast.Priya, "TAKE");
        await world.ReceiveAsync(Cast.Priya, "STOP");
        await world.RunAsync();

        Assert.Equal(1, await world.CountAsync(Holding.MentorGone));
        Assert.False((await world.HandoffAsync()).IsHeld);
    }

    [Theory, EachDatabase]
    public async Task What_she_calls_off_right_after_she_asked_is_offered_to_nobody(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.OpenAsync(database);
        await world.HearAsync(Cast.Tomas, "MENTOR");

        await world.ReceiveAsync(Cast.Amina, "PERSON");
        await world.ReceiveAsync(Cast.Amina, "NO PERSON");
        await world.RunAsync();

        Assert.Equal([OfferAnswer.Closed], await world.ReadAsync(db => db.Offers.Select(o => o.Answer).ToListAsync()));
    }

    [Theory, EachDatabase]
    public async Task What_was_just_offered_to_him_he_can_take(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.OpenAsync(database);
        await world.HearAsync(Cast.Tomas, "MENTOR");

        await world.ReceiveAsync(Cast.Amina, "PERSON");
        await world.ReceiveAsync(Cast.Tomas, "TAKE");
        await world.RunAsync();

        Assert.Contains("yours", world.PhoneOf(Cast.Tomas));
        Assert.Equal(HandoffState.Active, (await world.HandoffAsync()).State);
    }
}
