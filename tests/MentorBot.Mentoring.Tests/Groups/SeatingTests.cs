using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Groups;

/// <summary>Seats go to whoever asks, one to each, and what is given back to whoever waited longest.</summary>
public sealed class SeatingTests
{
    private const int Racers = 1_000;
    private const int Seats = 100;

    [Theory, EachDatabase]
    public async Task Of_a_thousand_who_want_one_of_a_hundred_seats_a_hundred_get_one_and_the_rest_wait(DatabaseProvider database)
    {
        await using var world = await GroupWorld.OpenAsync(database, Seats);
        await AskAsync(world);

        await world.TakeTurnsAsync();

        await AllAreServedAsync(world);
    }

    [Theory, EachDatabase(OnlyServers = true)]
    public async Task The_same_where_two_nodes_give_them_at_once(DatabaseProvider database)
    {
        await using var world = await GroupWorld.OpenAsync(database, Seats);
        var other = world.NewProcess();
        for (var i = 0; i < 2; i++)
        {
            await other.Partitions.RenewAsync(CancellationToken.None);
            await world.Here.Partitions.RenewAsync(CancellationToken.None);
        }
        await AskAsync(world);

        // What met the other's row is taken again.
        for (var round = 0; round < 100 && await world.ReadAsync(db => db.Inbox.AnyAsync(m => m.State == InboxState.Waiting)); round++)
        {
            await Task.WhenAll(world.Here.Turns.TakeDueAsync(CancellationToken.None), other.Turns.TakeDueAsync(CancellationToken.None));
            world.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        await AllAreServedAsync(world);
    }

    [Theory, EachDatabase]
    public async Task What_is_given_back_is_kept_for_whoever_waited_longest_and_then_for_the_next(DatabaseProvider database)
    {
        await using var world = await GroupWorld.OpenAsync(database, 1);
        await world.HearAsync(Cast.Amina, "PHOTOS");
        await world.HearAsync(Cast.Joan, "WAIT");
        await world.HearAsync(Cast.Farid, "WAIT");

        await world.HearAsync(Cast.Amina, "LEAVE");
        await world.StrikeGroupsAfterAsync(TimeSpan.Zero);
        await world.HearAsync(Cast.Bron, "PHOTOS");
        await world.StrikeGroupsAfterAsync(Seating.Kept);
        await world.StrikeGroupsAfterAsync(TimeSpan.Zero);
        await world.HearAsync(Cast.Farid, "PHOTOS");

        Assert.Equal(["number 1", GroupWorld.Free, GroupWorld.Lapsed], world.PhoneOf(Cast.Joan));
        Assert.Equal(["number 2", GroupWorld.Free, GroupWorld.Seat], world.PhoneOf(Cast.Farid));
        Assert.Equal([GroupWorld.Full], world.PhoneOf(Cast.Bron));
    }

    [Theory, EachDatabase]
    public async Task In_one_batch_a_seat_goes_from_who_leaves_to_who_comes(DatabaseProvider database)
    {
        await using var world = await GroupWorld.OpenAsync(database, 1);
        await world.HearAsync(Cast.Amina, "PHOTOS");

        await world.ReceiveAsync(Cast.Amina, "LEAVE");
        await world.ReceiveAsync(Cast.Joan, "WAIT");
        await world.ReceiveAsync(Cast.Farid, "WAIT");
        await world.ReceiveAsync(Cast.Joan, "LEAVE");
        await world.RunAsync();
        await world.StrikeGroupsAfterAsync(TimeSpan.Zero);

        Assert.Equal([GroupWorld.Seat], world.PhoneOf(Cast.Joan));
        Assert.Equal(["number 1", GroupWorld.Free], world.PhoneOf(Cast.Farid));
        Assert.Single(await world.ReadAsync(db => db.Seats.ToListAsync()));
    }

    [Theory, EachDatabase]
    public async Task Whoever_asks_twice_has_one_seat(DatabaseProvider database)
    {
        await using var world = await GroupWorld.OpenAsync(database, 3);

        await world.ReceiveAsync(Cast.Amina, "PHOTOS");
        await world.ReceiveAsync(Cast.Amina, "PHOTOS");
        await world.RunAsync();
        await world.HearAsync(Cast.Amina, "PHOTOS");

        Assert.Single(await world.ReadAsync(db => db.Seats.ToListAsync()));
        Assert.Single(await world.ReadAsync(db => db.Participants.ToListAsync()));
    }

    [Theory, EachDatabase]
    public async Task Nobody_is_told_of_a_free_seat_at_night(DatabaseProvider database)
    {
        await using var world = await GroupWorld.OpenAsync(database, 1);
        await world.HearAsync(Cast.Amina, "PHOTOS");
        await world.HearAsync(Cast.Joan, "WAIT");
        world.Clock.Advance(TimeSpan.FromHours(11));

        await world.HearAsync(Cast.Amina, "LEAVE");
        await world.StrikeGroupsAfterAsync(TimeSpan.FromHours(9));
        Assert.Equal(["number 1"], world.PhoneOf(Cast.Joan));
        await world.StrikeGroupsAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal(["number 1", GroupWorld.Free], world.PhoneOf(Cast.Joan));
    }

    [Theory, EachDatabase]
    public async Task Reminders_come_the_day_and_the_hour_before_and_not_to_who_left(DatabaseProvider database)
    {
        await using var world = await GroupWorld.OpenAsync(database, 2);
        await world.HearAsync(Cast.Amina, "PHOTOS");
        await world.HearAsync(Cast.Joan, "PHOTOS");

        await world.StrikeGroupsAfterAsync(GroupWorld.Ahead - TimeSpan.FromDays(1));
        await world.HearAsync(Cast.Joan, "LEAVE");
        await world.StrikeGroupsAfterAsync(TimeSpan.FromHours(23));

        Assert.Equal([GroupWorld.Seat, "DayBefore", "HourBefore"], world.PhoneOf(Cast.Amina));
        Assert.Equal([GroupWorld.Seat, "DayBefore"], world.PhoneOf(Cast.Joan));
    }

    private static Task<Acceptance[]> AskAsync(World world) => Task.WhenAll(Enumerable.Range(0, Racers).Select(i => world.ReceiveAsync($"+44770091{i:0000}", "WAIT")));

    private static async Task AllAreServedAsync(World world)
    {
        var seats = await world.ReadAsync(db => db.Seats.ToListAsync());
        Assert.Equal(Enumerable.Range(1, Seats), seats.Select(seat => seat.Number).Order());
        Assert.Equal(Seats, seats.Select(seat => seat.ParticipantId).OfType<long>().Distinct().Count());
        var counts = await world.CountsAsync();
        Assert.Equal((Seats, Racers - Seats), (counts[ParticipantState.Seated], counts[ParticipantState.Waiting]));
        Assert.Empty(await world.IncidentsAsync());
    }
}
