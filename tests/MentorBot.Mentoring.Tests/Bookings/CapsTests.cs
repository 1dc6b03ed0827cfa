using MentorBot.Mentoring.Data;
using MentorBot.Testing;

namespace MentorBot.Mentoring.Tests.Bookings;

/// <summary>A mentor has no more meetings than he said, and what is kept for somebody counts.</summary>
public sealed class CapsTests
{
    [Theory, EachDatabase]
    public async Task No_day_has_more_than_he_takes_on_one(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", "Daily 9-12", mentor => mentor.Meets!.MostADay = 2);
        foreach (var person in new[] { Cast.Amina, Cast.Bron })
        {
            await world.HearAsync(person, "BOOK");
            await world.HearAsync(person, "1");
            Assert.StartsWith("booked Mon 23 Nov", world.PhoneOf(person)[^1], StringComparison.Ordinal);
        }

        await world.HearAsync(Cast.Joan, "BOOK");

        Assert.Equal(["offered 1 Tue 24 Nov 09:00 Tomas, 2 Wed 25 Nov 09:00 Tomas, 3 Thu 26 Nov 09:00 Tomas"], world.PhoneOf(Cast.Joan));
    }

    [Theory, EachDatabase]
    public async Task No_week_has_more_than_he_takes_in_one_and_what_one_person_is_offered_in_it_is_one(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", "Monday 9-9:30; Tuesday 9-9:30; Wednesday 9-9:30; Thursday 9-9:30; Friday 9-9:30", mentor => mentor.Meets!.MostAWeek = 2);
        await world.HearAsync(Cast.Amina, "BOOK");
        await world.HearAsync(Cast.Bron, "BOOK");

        await world.HearAsync(Cast.Joan, "BOOK");

        Assert.Equal(["offered 1 Thu 26 Nov 09:00 Tomas, 2 Fri 27 Nov 09:00 Tomas, 3 Mon 30 Nov 09:00 Tomas"], world.PhoneOf(Cast.Bron));
        Assert.StartsWith("offered 1 Tue 1 Dec 09:00 Tomas", world.PhoneOf(Cast.Joan)[0], StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Turns_of_one_transaction_count_what_the_others_keep(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", "Monday 9-12", mentor => mentor.Meets!.MostADay = 1);
        foreach (var person in new[] { Cast.Amina, Cast.Bron }) await world.ReceiveAsync(person, "BOOK");
        world.Here.Faults.Reset();

        await world.TakeTurnsAsync();

        Assert.Equal(1, world.Here.Faults.Commits);
        await world.RunAsync();
        Assert.DoesNotContain("23 Nov", world.PhoneOf(Cast.Bron)[0], StringComparison.Ordinal);
    }
}
