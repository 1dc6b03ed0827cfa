using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MentorBot.Mentoring.Tests.Bookings;

/// <summary>No double booking, ever: two who read before either wrote, and turns that one transaction holds.</summary>
public sealed class ManyWritersTests
{
    [Theory, EachDatabase]
    public async Task Of_two_who_both_read_that_an_overlapping_time_is_free_one_has_it_and_the_other_is_offered_what_is_left(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", "Monday 9-11", mentor => (mentor.Meets!.Length, mentor.Meets.Buffer, mentor.Meets.MostADay) = (45, 15, 2));
        await world.HearAsync(Cast.Joan, "hello");
        var crossings = 0;
        world.Bot.When("BOOK AT ONCE", async context =>
        {
            await BookingWorld.OfferAsync(context, booking: null);
            // By now it has read. What it keeps begins at nine; this begins at a quarter to ten, and only the buffer overlaps.
            if (++crossings == 1) await KeepBehindItsBackAsync(world, "2026-11-23T09:45Z");
        });

        await world.HearAsync(Cast.Amina, "BOOK AT ONCE");

        Assert.Equal(2, crossings);
        Assert.Equal(["offered 1 Mon 30 Nov 09:00 Tomas, 2 Mon 30 Nov 09:30 Tomas, 3 Mon 30 Nov 10:00 Tomas"], world.PhoneOf(Cast.Amina));
        Assert.All(await world.InboxAsync(), message => Assert.Equal((InboxState.Done, 0), (message.State, message.FailedTurns)));
        await world.NobodyIsBookedTwiceAsync();
    }

    [Theory, EachDatabase]
    public async Task The_key_of_quarters_refuses_whoever_writes_last(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", "Monday 9-11", mentor => mentor.Meets!.Buffer = 15);
        await world.HearAsync(Cast.Joan, "hello");
        await KeepBehindItsBackAsync(world, "2026-11-23T09:00Z");

        foreach (var start in new[] { "2026-11-23T09:00Z", "2026-11-23T08:30Z", "2026-11-23T09:30Z" })
            await Assert.ThrowsAsync<DbUpdateException>(() => KeepBehindItsBackAsync(world, start, BookingState.Lapsed));
        await KeepBehindItsBackAsync(world, "2026-11-23T09:45Z", BookingState.Lapsed);

        await world.NobodyIsBookedTwiceAsync();
    }

    [Theory, EachDatabase]
    public async Task Turns_of_one_transaction_see_what_the_others_keep(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", "Daily 9-9:30");
        foreach (var person in new[] { Cast.Amina, Cast.Joan, Cast.Farid }) await world.ReceiveAsync(person, "BOOK");
        await world.ReceiveAsync(Cast.Amina, "1");
        await world.ReceiveAsync(Cast.Bron, "BOOK");
        world.Here.Faults.Reset();

        await world.TakeTurnsAsync();

        Assert.Equal(1, world.Here.Faults.Commits);
        await world.RunAsync();
        Assert.Equal("booked Mon 23 Nov 09:00 Tomas", world.PhoneOf(Cast.Amina)[^1]);
        // What she did not take is free within the same transaction.
        Assert.Equal(["offered 1 Tue 24 Nov 09:00 Tomas, 2 Wed 25 Nov 09:00 Tomas, 3 Wed 2 Dec 09:00 Tomas"], world.PhoneOf(Cast.Bron));
        await world.NobodyIsBookedTwiceAsync();
    }

    [Theory, EachDatabase]
    public async Task What_one_turn_frees_another_of_the_same_transaction_may_keep(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", "Monday 9-9:30", mentor => mentor.Meets!.Notice = 24 * 49);
        await world.HearAsync(Cast.Amina, "BOOK");
        await world.HearAsync(Cast.Joan, "hello");

        await world.ReceiveAsync(Cast.Amina, "NONE");
        await world.ReceiveAsync(Cast.Joan, "BOOK");
        await world.ReceiveAsync(Cast.Joan, "NONE");
        await world.ReceiveAsync(Cast.Amina, "1");
        world.Here.Faults.Reset();
        await world.TakeTurnsAsync();

        Assert.Equal(1, world.Here.Faults.Commits);
        await world.RunAsync();
        Assert.Equal("booked Mon 11 Jan 09:00 Tomas", world.PhoneOf(Cast.Amina)[^1]);
        Assert.Empty(await world.IncidentsAsync());
        Assert.All(await world.InboxAsync(), message => Assert.Equal((InboxState.Done, 0), (message.State, message.FailedTurns)));
        await world.NobodyIsBookedTwiceAsync();
    }

    [Theory, EachDatabase]
    public async Task A_day_off_that_was_taken_back_and_given_anew_in_one_transaction_counts_as_said_last(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", "Monday 9-9:30");
        await world.ChangeAsync(async db => db.MentorDays.Add(new MentorDay { MentorId = (await db.Mentors.SingleAsync()).Id, Date = new(2026, 11, 23), Hours = "" }));
        world.Bot.When("AT TWO INSTEAD", async context =>
        {
            var db = context.Turn().Db;
            var day = await db.MentorDays.SingleAsync();
            db.MentorDays.Remove(day);
            db.MentorDays.Add(new MentorDay { MentorId = day.MentorId, Date = day.Date, Hours = "14-14:30" });
        });

        await world.ReceiveAsync(Cast.Tomas, "AT TWO INSTEAD");
        await world.ReceiveAsync(Cast.Amina, "BOOK");
        world.Here.Faults.Reset();
        await world.TakeTurnsAsync();

        Assert.Equal(1, world.Here.Faults.Commits);
        await world.RunAsync();
        Assert.StartsWith("offered 1 Mon 23 Nov 14:00 Tomas", world.PhoneOf(Cast.Amina)[0], StringComparison.Ordinal);
    }

    /// <summary>Keeps half an hour for Joan, as another node would.</summary>
    private static Task KeepBehindItsBackAsync(World world, string start, BookingState state = BookingState.Choosing) => world.ChangeAsync(async db =>
    {
        var conversation = await db.Conversations.Include(c => c.Address!.Mentee).SingleAsync(c => c.Id == db.Conversations.Min(one => one.Id));
        var booking = db.Bookings.Add(new Booking
        {
            SchemeId = conversation.Address!.Mentee!.SchemeId,
            Mentee = conversation.Address.Mentee,
            Conversation = conversation,
            LinkSecret = $"{Guid.NewGuid():N}",
            TimeZone = "Europe/London",
            RequestedAt = world.Clock.GetUtcNow(),
        }).Entity;
        var begins = Instant.FromDateTimeOffset(DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture));
        booking.Offer([new Proposal(await db.Mentors.SingleAsync(), new Slot(begins, begins + Duration.FromMinutes(30)), Venue: null)], world.Clock.GetUtcNow(), world.Clock.GetUtcNow() + Choosing.Kept);
        // Only one list of times is open in a conversation.
        db.Entry(booking).Property(b => b.State).CurrentValue = state;
    });
}
