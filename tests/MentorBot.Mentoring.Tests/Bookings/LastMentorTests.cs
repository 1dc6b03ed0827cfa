using MentorBot.Mentoring.Data;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Bookings;

/// <summary>Whom she met last is offered first.</summary>
public sealed class LastMentorTests
{
    [Theory, EachDatabase]
    public async Task Of_two_whom_she_met_the_last_is_offered_even_if_the_other_is_free_sooner(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        // The first is known by the lower number.
        await world.MentorAsync("Tomas", "Daily 9-9:30");
        await MeetAsync(world, "2026-11-23T12:00Z");
        await SetAwayAsync(world, isAway: true);
        await world.MentorAsync("Priya", "Thursday 9-9:30");
        await MeetAsync(world, "2026-11-26T12:00Z");
        await SetAwayAsync(world, isAway: false);

        await world.HearAsync(Cast.Amina, "BOOK");

        Assert.Contains("Thu 3 Dec 09:00 Priya", world.PhoneOf(Cast.Amina)[^1], StringComparison.Ordinal);
    }

    private static async Task MeetAsync(World world, string until)
    {
        await world.HearAsync(Cast.Amina, "BOOK");
        await world.HearAsync(Cast.Amina, "1");
        await world.LiveUntilAsync(until);
    }

    private static Task SetAwayAsync(World world, bool isAway)
    {
        DateTimeOffset? since = isAway ? world.Clock.GetUtcNow() : null;
        return world.ChangeAsync(db => db.Mentors.Where(m => m.Name == "Tomas").ExecuteUpdateAsync(set => set.SetProperty(m => m.AwaySince, since)));
    }
}
