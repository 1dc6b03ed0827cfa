using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Bookings;

/// <summary>Whatever becomes free is offered to those who wait, one after another.</summary>
public sealed class WaitingListTests
{
    // Of eight Mondays ahead the last one alone is far enough.
    private const int OneMonday = 24 * 49;

    private const string Offered = "offered 1 Mon 11 Jan 09:00 Tomas";

    [Theory, EachDatabase]
    public async Task What_is_given_back_is_offered_to_whoever_waits_longest_and_then_to_the_next(DatabaseProvider database)
    {
        await using var world = await FullAsync(database, "Monday 9-9:30", Cast.Amina);

        await world.HearAsync(Cast.Amina, "CAN'T");
        Assert.Equal([BookingWorld.NoTimes, Offered], world.PhoneOf(Cast.Joan));
        Assert.Equal([BookingWorld.NoTimes], world.PhoneOf(Cast.Farid));
        await world.HearAsync(Cast.Joan, "NONE");

        Assert.Equal([BookingWorld.NoTimes, Offered], world.PhoneOf(Cast.Farid));
        await world.NobodyIsBookedTwiceAsync();
    }

    [Theory, EachDatabase]
    public async Task Who_does_not_answer_in_time_makes_room_for_the_next(DatabaseProvider database)
    {
        await using var world = await FullAsync(database, "Monday 9-9:30", Cast.Amina);
        await world.HearAsync(Cast.Amina, "DROP");

        await world.StrikeAfterAsync(Choosing.Kept);
        await world.HearAsync(Cast.Farid, "1");

        Assert.Equal(BookingWorld.Lapsed, world.PhoneOf(Cast.Joan)[^1]);
        Assert.Equal("booked Mon 11 Jan 09:00 Tomas", world.PhoneOf(Cast.Farid)[^1]);
    }

    [Theory, EachDatabase]
    public async Task Of_two_that_are_freed_at_once_the_first_chooses_one_and_the_second_is_offered_the_other(DatabaseProvider database)
    {
        await using var world = await FullAsync(database, "Monday 9-10", Cast.Amina, Cast.Bron);
        await world.ReceiveAsync(Cast.Amina, "DROP");
        await world.ReceiveAsync(Cast.Bron, "DROP");
        await world.RunAsync();
        Assert.Equal("offered 1 Mon 11 Jan 09:00 Tomas, 2 Mon 11 Jan 09:30 Tomas", world.PhoneOf(Cast.Joan)[^1]);

        await world.HearAsync(Cast.Joan, "2");

        Assert.Equal([BookingWorld.NoTimes, Offered], world.PhoneOf(Cast.Farid));
        await world.NobodyIsBookedTwiceAsync();
    }

    [Theory, EachDatabase]
    public async Task Of_more_than_one_can_be_offered_the_second_is_offered_the_rest_at_once(DatabaseProvider database)
    {
        Person[] many = [Cast.Amina, Cast.Bron, Cast.Grace, Cast.Priya];
        await using var world = await FullAsync(database, "Monday 9-11", many);
        foreach (var person in many) await world.ReceiveAsync(person, "DROP");

        await world.RunAsync();

        Assert.StartsWith("offered 1 Mon 11 Jan 09:00 Tomas, 2 ", world.PhoneOf(Cast.Joan)[^1], StringComparison.Ordinal);
        Assert.Equal("offered 1 Mon 11 Jan 10:30 Tomas", world.PhoneOf(Cast.Farid)[^1]);
        await world.NobodyIsBookedTwiceAsync();
    }

    [Theory, EachDatabase]
    public async Task What_is_freed_in_the_transaction_in_which_she_begins_to_wait_is_not_lost(DatabaseProvider database)
    {
        await using var world = await FullAsync(database, "Monday 9-9:30", Cast.Amina);
        await world.ChangeAsync(db => db.Bookings.Where(b => b.State == BookingState.Waiting).ExecuteUpdateAsync(set => set.SetProperty(b => b.State, BookingState.Dropped)));

        await world.ReceiveAsync(Cast.Grace, "BOOK");
        await world.ReceiveAsync(Cast.Amina, "DROP");
        await world.RunAsync();

        Assert.Equal([BookingWorld.NoTimes, Offered], world.PhoneOf(Cast.Grace));
    }

    [Theory, EachDatabase]
    public async Task What_she_moves_from_is_offered_once_she_has_another(DatabaseProvider database)
    {
        await using var world = await FullAsync(database, "Monday 9-9:30", Cast.Amina);
        await world.MentorAsync("Priya", "Monday 15-15:30", mentor => mentor.Meets!.Notice = OneMonday);

        await world.HearAsync(Cast.Amina, "MOVE");
        Assert.Equal([BookingWorld.NoTimes], world.PhoneOf(Cast.Joan));
        await world.HearAsync(Cast.Amina, "1");

        Assert.Equal("booked Mon 11 Jan 15:00 Priya", world.PhoneOf(Cast.Amina)[^1]);
        Assert.Equal([BookingWorld.NoTimes, Offered], world.PhoneOf(Cast.Joan));
        await world.NobodyIsBookedTwiceAsync();
    }

    [Theory, EachDatabase]
    public async Task Who_cannot_be_asked_now_is_passed_over_and_waits_on(DatabaseProvider database)
    {
        await using var world = await FullAsync(database, "Monday 9-9:30", Cast.Amina);
        await world.GiveFloorAsync(Cast.Joan, Floor.Mentor);

        await world.HearAsync(Cast.Amina, "DROP");

        Assert.Equal([BookingWorld.NoTimes], world.PhoneOf(Cast.Joan));
        Assert.Equal([BookingWorld.NoTimes, Offered], world.PhoneOf(Cast.Farid));
        Assert.Equal(BookingState.Waiting, (await world.BookingAsync(Cast.Joan)).State);
    }

    [Theory, EachDatabase]
    public async Task Those_who_asked_at_the_same_instant_are_called_one_by_one_too(DatabaseProvider database)
    {
        await using var world = await FullAsync(database, "Monday 9-9:30", Cast.Amina);
        var at = world.Clock.GetUtcNow();
        await world.ChangeAsync(db => db.Bookings.Where(b => b.State == BookingState.Waiting).ExecuteUpdateAsync(set => set.SetProperty(b => b.RequestedAt, at)));
        await world.GiveFloorAsync(Cast.Joan, Floor.Mentor);

        await world.HearAsync(Cast.Amina, "DROP");

        Assert.Equal([BookingWorld.NoTimes, Offered], world.PhoneOf(Cast.Farid));
    }

    /// <summary>Each of these has one of Tomas's times, so that Joan and then Farid wait.</summary>
    private static async Task<World> FullAsync(DatabaseProvider database, string hours, params Person[] booked)
    {
        var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", hours, mentor => mentor.Meets!.Notice = OneMonday);
        foreach (var person in booked)
        {
            await world.HearAsync(person, "BOOK");
            await world.HearAsync(person, "1");
        }
        await world.HearAsync(Cast.Joan, "BOOK");
        await world.HearAsync(Cast.Farid, "BOOK");
        return world;
    }
}
