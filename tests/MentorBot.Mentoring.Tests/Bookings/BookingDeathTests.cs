using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Data;
using MentorBot.Testing;

namespace MentorBot.Mentoring.Tests.Bookings;

/// <summary>A process dies between what is kept and what is booked: nothing is half booked, and nobody hears anything twice.</summary>
public sealed class BookingDeathTests
{
    private const string Booked = "booked Mon 23 Nov 09:00 Tomas";

    [Theory, EachDatabase]
    public async Task Before_her_answer_was_dealt_with(DatabaseProvider database)
    {
        await using var world = await OfferedAsync(database);
        await world.ReceiveAsync(Cast.Amina, "1");

        await world.DieAndStartAgainAsync();
        await world.RunAsync();

        await IsBookedOnceAsync(world);
    }

    [Theory, EachDatabase]
    public async Task While_it_was_written(DatabaseProvider database)
    {
        await using var world = await OfferedAsync(database);
        await world.ReceiveAsync(Cast.Amina, "1");
        world.Here.Faults.BeforeCommit = () => throw new DatabaseFault();
        await Assert.ThrowsAnyAsync<Exception>(() => world.Here.Turns.TakeDueAsync(CancellationToken.None));

        var booking = await world.BookingAsync(Cast.Amina);
        Assert.Equal((BookingState.Choosing, 3, 6), (booking.State, booking.Times.Count, booking.Quarters.Count));
        await world.NobodyIsBookedTwiceAsync();
        await world.DieAndStartAgainAsync();
        await world.RunAfterAsync(TimeSpan.FromSeconds(10));

        await IsBookedOnceAsync(world);
    }

    [Theory, EachDatabase]
    public async Task After_it_was_written_and_before_anybody_was_told(DatabaseProvider database)
    {
        await using var world = await OfferedAsync(database);
        await world.ReceiveAsync(Cast.Amina, "1");
        await world.TakeTurnsAsync();

        await world.DieAndStartAgainAsync();
        await world.RunAsync();

        await IsBookedOnceAsync(world);
    }

    [Theory, EachDatabase]
    public async Task After_the_clock_called_and_before_what_was_kept_had_lapsed(DatabaseProvider database)
    {
        await using var world = await OfferedAsync(database);
        world.Clock.Advance(Choosing.Kept);
        await world.Here.Get<BookingClock>().StrikeAsync(CancellationToken.None);

        await world.DieAndStartAgainAsync();
        await world.StrikeAsync();

        Assert.Equal([BookingWorld.Lapsed], world.PhoneOf(Cast.Amina).Skip(1));
        Assert.Empty((await world.BookingAsync(Cast.Amina)).Quarters);
    }

    private static async Task<World> OfferedAsync(DatabaseProvider database)
    {
        var world = await BookingWorld.OpenAsync(database);
        await world.MentorAsync("Tomas", "Daily 9-9:30");
        await world.HearAsync(Cast.Amina, "BOOK");
        return world;
    }

    private static async Task IsBookedOnceAsync(World world)
    {
        Assert.Equal([Booked], world.PhoneOf(Cast.Amina).Skip(1));
        var booking = await world.BookingAsync(Cast.Amina);
        Assert.Equal((BookingState.Booked, 1, 2), (booking.State, booking.Times.Count, booking.Quarters.Count));
        Assert.Equal(1, await world.CountAsync("booking.booked"));
        await world.NobodyIsBookedTwiceAsync();
    }
}
