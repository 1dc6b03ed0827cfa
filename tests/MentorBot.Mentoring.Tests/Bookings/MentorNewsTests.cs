using MentorBot.Mentoring.Data;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Bookings;

/// <summary>A mentor hears of his meetings, and not at night where he wants to hear nothing then.</summary>
public sealed class MentorNewsTests
{
    [Theory, EachDatabase]
    public async Task He_hears_what_is_booked_moved_and_dropped(DatabaseProvider database)
    {
        await using var world = await AtAsync(database, "2026-11-22T12:00Z");

        foreach (var text in new[] { "BOOK", "1", "MOVE", "1", "DROP" }) await world.HearAsync(Cast.Amina, text);

        Assert.Equal(["Booked Tue 24 Nov 09:00", "Moved Tue 1 Dec 09:00", "Dropped Tue 1 Dec 09:00"], world.PhoneOf(Cast.Tomas).Skip(1));
    }

    [Theory, EachDatabase]
    public async Task At_night_he_hears_nothing_and_in_the_morning_how_it_stands(DatabaseProvider database)
    {
        await using var world = await AtAsync(database, "2026-11-22T23:00Z");
        foreach (var text in new[] { "BOOK", "1", "MOVE", "1" }) await world.HearAsync(Cast.Amina, text);

        await world.LiveUntilAsync("2026-11-23T06:59Z");
        Assert.Empty(world.PhoneOf(Cast.Tomas).Skip(1));
        await world.LiveUntilAsync("2026-11-23T07:00Z");

        Assert.Equal(["Booked Tue 1 Dec 09:00"], world.PhoneOf(Cast.Tomas).Skip(1));
    }

    [Theory, EachDatabase]
    public async Task What_is_booked_and_dropped_while_he_sleeps_he_never_hears_of_and_the_clock_forgets_it(DatabaseProvider database)
    {
        await using var world = await AtAsync(database, "2026-11-22T23:00Z");
        foreach (var text in new[] { "BOOK", "1", "DROP" }) await world.HearAsync(Cast.Amina, text);

        Assert.Null((await world.BookingAsync(Cast.Amina)).DueAt);
        await world.LiveUntilAsync("2026-11-23T08:00Z");

        Assert.Empty(world.PhoneOf(Cast.Tomas).Skip(1));
    }

    [Theory, EachDatabase]
    public async Task What_he_knows_and_is_given_back_while_he_sleeps_he_is_told_in_the_morning_even_if_the_times_offered_are_of_another(DatabaseProvider database)
    {
        await using var world = await AtAsync(database, "2026-11-22T12:00Z");
        await world.HearAsync(Cast.Amina, "BOOK");
        await world.HearAsync(Cast.Amina, "1");
        await world.MentorAsync("Priya", "Thursday 9-9:30");
        var away = world.Clock.GetUtcNow();
        await world.ChangeAsync(db => db.Mentors.Where(m => m.Name == "Tomas").ExecuteUpdateAsync(set => set.SetProperty(m => m.AwaySince, away)));

        await world.LiveUntilAsync("2026-11-22T23:00Z");
        await world.HearAsync(Cast.Amina, "CAN'T");
        Assert.Equal(["Booked Tue 24 Nov 09:00"], world.PhoneOf(Cast.Tomas).Skip(1));
        await world.LiveUntilAsync("2026-11-23T07:00Z");

        Assert.Equal("Dropped Tue 24 Nov 09:00", world.PhoneOf(Cast.Tomas)[^1]);
    }

    // He sleeps from ten to seven, and is met on Tuesdays.
    private static async Task<World> AtAsync(DatabaseProvider database, string now)
    {
        var world = await BookingWorld.OpenAsync(database, new FakeClock(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));
        await world.MentorAsync("Tomas", "Tuesday 9-9:30", mentor => (mentor.QuietFrom, mentor.QuietUntil) = (new(22, 0), new(7, 0)), Cast.Tomas);
        return world;
    }
}
