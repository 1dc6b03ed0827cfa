using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Data;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Bookings;

/// <summary>Times are kept while she writes, and chosen, moved and given back.</summary>
public sealed class ChoosingTests
{
    private const string MondayAlone = "Monday 9-9:30";

    private static readonly TimeSpan Kept = Choosing.Kept;

    [Theory, EachDatabase]
    public async Task Three_times_are_kept_and_one_is_booked_and_the_others_are_free_again(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", "Daily 9-9:30");

        await world.HearAsync(Cast.Amina, "BOOK");
        Assert.Equal(6, (await world.BookingAsync(Cast.Amina)).Quarters.Count);
        await world.HearAsync(Cast.Joan, "BOOK");
        await world.HearAsync(Cast.Amina, "2");

        Assert.Equal(["offered 1 Mon 23 Nov 09:00 Tomas, 2 Tue 24 Nov 09:00 Tomas, 3 Wed 25 Nov 09:00 Tomas", "booked Tue 24 Nov 09:00 Tomas"], world.PhoneOf(Cast.Amina));
        Assert.Equal(["offered 1 Thu 26 Nov 09:00 Tomas, 2 Fri 27 Nov 09:00 Tomas, 3 Sat 28 Nov 09:00 Tomas"], world.PhoneOf(Cast.Joan));
        Assert.Equal(2, (await world.BookingAsync(Cast.Amina)).Quarters.Count);
        await world.NobodyIsBookedTwiceAsync();
    }

    [Theory, EachDatabase]
    public async Task What_is_kept_lapses_after_a_while_and_somebody_else_can_have_it(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", MondayAlone, mentor => mentor.Meets!.Notice = 24 * 49);
        await world.HearAsync(Cast.Amina, "BOOK");

        await world.StrikeAfterAsync(Kept - TimeSpan.FromSeconds(10));
        Assert.Equal(BookingState.Choosing, (await world.BookingAsync(Cast.Amina)).State);
        await world.StrikeAfterAsync(TimeSpan.FromSeconds(10));
        await world.HearAsync(Cast.Joan, "BOOK");

        Assert.Equal(["offered 1 Mon 11 Jan 09:00 Tomas", BookingWorld.Lapsed], world.PhoneOf(Cast.Amina));
        Assert.Equal(["offered 1 Mon 11 Jan 09:00 Tomas"], world.PhoneOf(Cast.Joan));
        Assert.Equal(BookingState.Lapsed, (await world.BookingAsync(Cast.Amina)).State);
        await world.NobodyIsBookedTwiceAsync();
    }

    [Theory, EachDatabase]
    public async Task A_node_whose_clock_is_a_little_behind_lets_them_lapse_all_the_same(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", MondayAlone);
        await world.HearAsync(Cast.Amina, "BOOK");
        var kept = (await world.BookingAsync(Cast.Amina)).KeptUntil + TimeSpan.FromSeconds(2);
        await world.ChangeAsync(db => db.Bookings.ExecuteUpdateAsync(set => set.SetProperty(b => b.KeptUntil, kept)));

        await world.StrikeAfterAsync(Kept);

        Assert.Equal(BookingState.Lapsed, (await world.BookingAsync(Cast.Amina)).State);
    }

    [Theory, EachDatabase]
    public async Task A_late_answer_counts_if_its_time_is_free(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", MondayAlone);
        await world.HearAsync(Cast.Amina, "BOOK");
        await world.StrikeAfterAsync(Kept);

        await world.StrikeAfterAsync(TimeSpan.FromHours(3));
        await world.HearAsync(Cast.Amina, "1");

        Assert.Equal("booked Mon 23 Nov 09:00 Tomas", world.PhoneOf(Cast.Amina)[^1]);
        await world.NobodyIsBookedTwiceAsync();
    }

    [Theory, EachDatabase]
    public async Task A_late_answer_for_a_time_that_somebody_else_has_takes_nothing_from_him(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", MondayAlone);
        await world.HearAsync(Cast.Amina, "BOOK");
        await world.StrikeAfterAsync(Kept);
        await world.HearAsync(Cast.Joan, "BOOK");

        await world.HearAsync(Cast.Amina, "1");
        await world.HearAsync(Cast.Joan, "1");
        await world.HearAsync(Cast.Amina, "1");

        Assert.Equal([BookingWorld.Gone, BookingWorld.Gone], world.PhoneOf(Cast.Amina).Skip(2));
        Assert.Equal("booked Mon 23 Nov 09:00 Tomas", world.PhoneOf(Cast.Joan)[^1]);
        await world.NobodyIsBookedTwiceAsync();
    }

    [Theory, EachDatabase]
    public async Task A_late_answer_for_a_time_that_is_none_any_more_is_refused(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", MondayAlone);
        await world.HearAsync(Cast.Amina, "BOOK");
        await world.StrikeAfterAsync(Kept);
        await world.ChangeAsync(async db => db.MentorDays.Add(new MentorDay { MentorId = (await db.Mentors.SingleAsync()).Id, Date = new(2026, 11, 23), Hours = "" }));

        await world.HearAsync(Cast.Amina, "1");

        Assert.Equal(BookingWorld.Gone, world.PhoneOf(Cast.Amina)[^1]);
        Assert.Empty((await world.BookingAsync(Cast.Amina)).Quarters);
    }

    [Theory, EachDatabase]
    public async Task Later_offers_later_ones_and_frees_those_before(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", "Daily 9-9:30");
        await world.HearAsync(Cast.Amina, "BOOK");

        await world.HearAsync(Cast.Amina, "LATER");
        await world.HearAsync(Cast.Joan, "BOOK");

        Assert.Equal("offered 1 Thu 26 Nov 09:00 Tomas, 2 Fri 27 Nov 09:00 Tomas, 3 Sat 28 Nov 09:00 Tomas", world.PhoneOf(Cast.Amina)[^1]);
        Assert.Equal(["offered 1 Mon 23 Nov 09:00 Tomas, 2 Tue 24 Nov 09:00 Tomas, 3 Wed 25 Nov 09:00 Tomas"], world.PhoneOf(Cast.Joan));
        await world.NobodyIsBookedTwiceAsync();
    }

    [Theory, EachDatabase]
    public async Task What_she_moves_stays_hers_until_she_chose_another_and_is_free_then(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", MondayAlone);
        await world.HearAsync(Cast.Amina, "BOOK");
        await world.HearAsync(Cast.Amina, "1");

        await world.HearAsync(Cast.Amina, "MOVE");
        Assert.Equal(4, (await world.BookingAsync(Cast.Amina)).Times.Count);
        await world.HearAsync(Cast.Amina, "1");
        await world.HearAsync(Cast.Joan, "BOOK");

        Assert.Equal(["offered 1 Mon 30 Nov 09:00 Tomas, 2 Mon 7 Dec 09:00 Tomas, 3 Mon 14 Dec 09:00 Tomas", "booked Mon 30 Nov 09:00 Tomas"], world.PhoneOf(Cast.Amina).Skip(2));
        Assert.StartsWith("offered 1 Mon 23 Nov 09:00", world.PhoneOf(Cast.Joan)[0], StringComparison.Ordinal);
        Assert.Equal((1, 1), (await world.CountAsync("booking.booked"), await world.CountAsync("booking.moved")));
        Assert.Equal(1, (await world.BookingAsync(Cast.Amina)).Sequence);
        await world.NobodyIsBookedTwiceAsync();
    }

    [Theory, EachDatabase]
    public async Task Moving_by_half_an_hour_keeps_the_quarters_that_both_times_share(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", "Monday 9-10:30", mentor => (mentor.Meets!.Length, mentor.Meets.Buffer, mentor.Meets.MostADay) = (60, 15, 1));
        await world.HearAsync(Cast.Amina, "BOOK");
        await world.HearAsync(Cast.Amina, "1");

        await world.HearAsync(Cast.Amina, "MOVE");
        await world.NobodyIsBookedTwiceAsync();
        await world.HearAsync(Cast.Amina, "1");

        Assert.Equal("booked Mon 23 Nov 09:30 Tomas", world.PhoneOf(Cast.Amina)[^1]);
        await world.NobodyIsBookedTwiceAsync();
    }

    [Theory, EachDatabase]
    public async Task Two_who_move_at_once_get_each_what_the_other_leaves_or_something_else_and_never_the_same(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", "Daily 9-9:30");
        foreach (var person in new[] { Cast.Amina, Cast.Joan })
        {
            await world.HearAsync(person, "BOOK");
            await world.HearAsync(person, "1");
        }

        foreach (var text in new[] { "MOVE", "1" })
        {
            foreach (var person in new[] { Cast.Amina, Cast.Joan }) await world.ReceiveAsync(person, text);
            await world.RunAsync();
        }

        Assert.Equal(2, await world.CountAsync("booking.moved"));
        await world.NobodyIsBookedTwiceAsync();
    }

    [Theory, EachDatabase]
    public async Task Nobody_is_offered_a_time_in_which_she_has_another_meeting(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", MondayAlone);
        await world.HearAsync(Cast.Amina, "BOOK");
        await world.HearAsync(Cast.Amina, "1");
        await world.MentorAsync("Priya", "Monday 9-10", mentor => mentor.Meets!.Notice = 2);
        await world.ChangeAsync(db => db.Mentors.Where(m => m.Name == "Tomas").ExecuteUpdateAsync(set => set.SetProperty(m => m.AwaySince, world.Clock.GetUtcNow())));

        await world.HearAsync(Cast.Amina, "BOOK");

        Assert.Equal("offered 1 Mon 23 Nov 09:30 Priya, 2 Mon 30 Nov 09:00 Priya, 3 Mon 30 Nov 09:30 Priya", world.PhoneOf(Cast.Amina)[^1]);
    }

    [Theory, EachDatabase]
    public async Task Who_gives_one_meeting_back_while_she_has_times_for_another_is_offered_times_for_that_one(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", "Daily 9-9:30");
        await world.HearAsync(Cast.Amina, "BOOK");
        await world.HearAsync(Cast.Amina, "1");
        await world.HearAsync(Cast.Amina, "BOOK");

        await world.HearAsync(Cast.Amina, "CAN'T");
        await world.HearAsync(Cast.Amina, "2");

        Assert.Equal("booked Wed 25 Nov 09:00 Tomas", world.PhoneOf(Cast.Amina)[^1]);
        Assert.Empty(await world.IncidentsAsync());
        Assert.Equal([BookingState.Booked, BookingState.Lapsed], await world.ReadAsync(db => db.Bookings.OrderBy(b => b.Id).Select(b => b.State).ToListAsync()));
        await world.NobodyIsBookedTwiceAsync();
    }
}
