using System.Globalization;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Data;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Bookings;

/// <summary>What is said as a meeting comes near, and when. The world begins on Sunday, 22 November 2026, at noon in London, unless a test says otherwise.</summary>
public sealed class RemindersTests
{
    [Theory, EachDatabase]
    public async Task The_day_before_at_the_same_time_and_the_hour_before_and_when_it_begins_and_afterwards(DatabaseProvider database)
    {
        await using var world = await BookedAsync(database, "Wednesday 14-14:30");

        await world.LiveUntilAsync("2026-11-26T00:00Z");

        Assert.Equal(["11-24 14:00 DayBefore", "11-25 13:00 HourBefore", "11-25 14:00 Start", "11-25 15:00 After"], await SaidAsync(world));
        Assert.Equal(["DayBefore", "HourBefore", "Start", "After"], world.PhoneOf(Cast.Amina).Skip(2));
        Assert.Equal((BookingState.Over, null), ((await world.BookingAsync(Cast.Amina)).State, (await world.BookingAsync(Cast.Amina)).DueAt));
    }

    [Theory, EachDatabase]
    public async Task Nobody_is_reminded_at_night(DatabaseProvider database)
    {
        await using var early = await BookedAsync(database, "Wednesday 7:30-8");
        await early.LiveUntilAsync("2026-11-26T00:00Z");
        Assert.Equal(["11-24 09:00 DayBefore", "11-25 07:30 Start", "11-25 08:30 After"], await SaidAsync(early));

        await using var late = await BookedAsync(database, "Wednesday 23-23:30");
        await late.LiveUntilAsync("2026-11-26T12:00Z");
        Assert.Equal(["11-24 20:00 DayBefore", "11-25 23:00 Start", "11-26 00:00 After"], await SaidAsync(late));
    }

    [Theory, EachDatabase]
    public async Task Who_booked_it_yesterday_is_not_told_that_it_is_tomorrow(DatabaseProvider database)
    {
        await using var world = await BookedAsync(database, "Monday 17:30-18");

        await world.LiveUntilAsync("2026-11-23T17:00Z");

        Assert.Equal(["11-23 16:30 HourBefore"], await SaidAsync(world));
    }

    [Theory, EachDatabase]
    public async Task Who_booked_it_thirty_hours_before_is(DatabaseProvider database)
    {
        await using var world = await BookedAsync(database, "Monday 18:30-19");

        await world.LiveUntilAsync("2026-11-23T17:00Z");

        Assert.Equal(["11-22 18:30 DayBefore"], await SaidAsync(world));
    }

    [Theory, EachDatabase]
    public async Task What_comes_too_late_to_say_is_left_out(DatabaseProvider database)
    {
        await using var world = await BookedAsync(database, "Wednesday 14-14:30");

        // Nothing ran for three days.
        world.Clock.AdvanceTo(At("2026-11-25T13:20Z"));
        await world.StrikeAsync();
        world.Clock.AdvanceTo(At("2026-11-26T13:20Z"));
        await world.StrikeAsync();

        Assert.Equal(["HourBefore", "After"], world.PhoneOf(Cast.Amina).Skip(2));
        Assert.Null((await world.BookingAsync(Cast.Amina)).DueAt);
    }

    [Theory, EachDatabase]
    public async Task They_go_when_the_booking_goes_and_move_when_it_moves(DatabaseProvider database)
    {
        await using var world = await BookedAsync(database, "Wednesday 14-14:30; Friday 10-10:30");
        await world.HearAsync(Cast.Amina, "MOVE");
        await world.HearAsync(Cast.Amina, "1");
        await world.LiveUntilAsync("2026-11-26T12:00Z");
        Assert.Equal(["11-26 10:00 DayBefore"], await SaidAsync(world));

        await world.HearAsync(Cast.Amina, "DROP");
        await world.LiveUntilAsync("2026-12-24T00:00Z");

        Assert.Equal(["11-26 10:00 DayBefore"], await SaidAsync(world));
        Assert.Null((await world.BookingAsync(Cast.Amina)).DueAt);
    }

    [Theory, EachDatabase]
    public async Task What_is_moved_after_it_was_reminded_of_is_reminded_of_anew(DatabaseProvider database)
    {
        await using var world = await BookedAsync(database, "Wednesday 14-14:30; Friday 10-10:30");
        await world.LiveUntilAsync("2026-11-24T15:00Z");

        await world.HearAsync(Cast.Amina, "MOVE");
        await world.HearAsync(Cast.Amina, "1");
        await world.LiveUntilAsync("2026-11-27T09:30Z");

        Assert.Equal(["11-24 14:00 DayBefore", "11-26 10:00 DayBefore", "11-27 09:00 HourBefore"], await SaidAsync(world));
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_said_now_is_looked_at_again_also_when_something_else_changed_meanwhile(DatabaseProvider database)
    {
        await using var world = await BookedAsync(database, "Wednesday 14-14:30");
        world.Clock.AdvanceTo(At("2026-11-24T14:00Z"));
        await world.ChangeAsync(async db => (await db.Bookings.SingleAsync()).PutOff(world.Clock.GetUtcNow() + TimeSpan.FromMinutes(5)));
        await world.StrikeAsync();
        Assert.Empty(await SaidAsync(world));

        await world.LiveUntilAsync("2026-11-24T15:00Z");

        Assert.Equal(["11-24 14:05 DayBefore"], await SaidAsync(world));
    }

    // In 2026 the clocks of London go forward on 29 March and back on 25 October, those of New York on 8 March and 1 November: the mentor's nine o'clock is another hour in London in these weeks.
    [Theory, EachDatabase]
    public async Task In_the_week_in_which_the_clocks_go_forward_with_a_mentor_in_New_York(DatabaseProvider database)
    {
        await using var world = await BookedAsync(database, "Sunday 9-9:30", "2026-03-26T12:00Z", "America/New_York");

        await world.LiveUntilAsync("2026-03-30T00:00Z");

        Assert.Equal("booked Sun 29 Mar 14:00 Tomas", world.PhoneOf(Cast.Amina)[1]);
        Assert.Equal(["03-28 14:00 DayBefore", "03-29 12:00 HourBefore", "03-29 13:00 Start", "03-29 14:00 After"], await SaidAsync(world));
    }

    [Theory, EachDatabase]
    public async Task In_the_week_in_which_they_go_back(DatabaseProvider database)
    {
        await using var world = await BookedAsync(database, "Sunday 9-9:30", "2026-10-22T12:00Z", "America/New_York");

        await world.LiveUntilAsync("2026-10-26T00:00Z");

        Assert.Equal("booked Sun 25 Oct 13:00 Tomas", world.PhoneOf(Cast.Amina)[1]);
        Assert.Equal(["10-24 12:00 DayBefore", "10-25 12:00 HourBefore", "10-25 13:00 Start", "10-25 14:00 After"], await SaidAsync(world));
    }

    [Theory]
    [InlineData("2026-03-25T12:00Z", "2026-03-28T09:00Z", "2026-03-29T08:00Z")]
    [InlineData("2026-10-21T12:00Z", "2026-10-24T08:00Z", "2026-10-25T09:00Z")]
    public async Task At_home_the_same_time_of_day_is_another_instant_on_either_side_of_the_change(string now, string dayBefore, string start)
    {
        await using var world = await BookedAsync(DatabaseProvider.Sqlite, "Sunday 9-9:30", now);

        var booking = await world.BookingAsync(Cast.Amina);

        Assert.Equal((At(dayBefore), At(start)), (booking.NextReminder!.Value.At, booking.StartsAt!.Value));
        Assert.Equal(new TimeSpan(9, 0, 0), booking.LocalStart!.Value.TimeOfDay);
    }

    private static async Task<World> BookedAsync(DatabaseProvider database, string hours, string now = "2026-11-22T12:00Z", string zone = "Europe/London")
    {
        var world = await BookingWorld.OpenAsync(database, new FakeClock(At(now)));
        await world.MentorAsync("Tomas", hours, mentor => mentor.TimeZone = zone);
        await world.HearAsync(Cast.Amina, "BOOK");
        await world.HearAsync(Cast.Amina, "1");
        return world;
    }

    private static Task<List<string>> SaidAsync(World world) => world.ReadAsync(async db =>
        (await db.Events.Where(e => e.Name == "booking.reminded").OrderBy(e => e.Id).ToListAsync()).ConvertAll(e => e.At.UtcDateTime.ToString("MM-dd HH:mm ", CultureInfo.InvariantCulture) + e.Subject));

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
