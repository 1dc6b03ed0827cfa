using System.Globalization;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Bookings;

/// <summary>Many want the same few times at once: each time is had by one, and everybody is answered.</summary>
public sealed class RaceTests
{
    private const int People = 1000;
    private const int Mentors = 25;

    // Of eight Mondays ahead four are far enough: 25 mentors with half an hour on each have a hundred times.
    private const int FourMondays = 24 * 28;
    private const int Times = Mentors * 4;

    [Theory, EachDatabase]
    public async Task Of_a_thousand_people_a_hundred_book_a_hundred_times_and_everybody_else_waits(DatabaseProvider database)
    {
        await using var world = await BookingWorld.OpenAsync(database);
        for (var i = 0; i < Mentors; i++)
            await world.MentorAsync($"M{i}", string.Create(CultureInfo.InvariantCulture, $"Monday {9 + (i % 8)}-{9 + (i % 8)}:30"), mentor => mentor.Meets!.Notice = FourMondays);
        ProcessUnderTest[] nodes = database == DatabaseProvider.Sqlite ? [world.Here] : [world.Here, world.NewProcess(), world.NewProcess()];
        for (var round = 0; round < 2; round++)
            foreach (var node in nodes) await node.Partitions.RenewAsync(CancellationToken.None);
        Assert.All(nodes, node => Assert.NotEmpty(node.Partitions.Held.Ids));

        var asking = Enumerable.Range(0, People).Select(i => string.Create(CultureInfo.InvariantCulture, $"+4477009{i:00000}")).ToList();
        var text = "BOOK";
        while (asking.Count > 0)
        {
            await Task.WhenAll(asking.Select(person => world.ReceiveAsync(person, text)));
            await RunAsync(world, nodes);
            var last = world.Carrier.Phones.GroupBy(taken => taken.Address).ToDictionary(phone => phone.Key, phone => phone.Last().Text);
            Assert.Equal(People, last.Count);
            (asking, text) = ([.. last.Where(phone => phone.Value.StartsWith("offered", StringComparison.Ordinal)).Select(phone => phone.Key)], "1");
        }

        await world.NobodyIsBookedTwiceAsync();
        Assert.Equal((Times, People - Times), (await CountAsync(world, BookingState.Booked), await CountAsync(world, BookingState.Waiting)));
        Assert.Equal(Times, (await world.ReadAsync(db => db.Bookings.Where(b => b.State == BookingState.Booked).Select(b => new { b.MentorId, b.StartsAt }).ToListAsync())).Distinct().Count());
        Assert.Empty(await world.IncidentsAsync());
        Assert.DoesNotContain(world.Carrier.Phones, taken => taken.Text is EchoBot.Apology or BookingWorld.Gone);
    }

    private static Task<int> CountAsync(World world, BookingState state) => world.ReadAsync(db => db.Bookings.CountAsync(b => b.State == state));

    /// <summary>All nodes work side by side until nothing waits.</summary>
    private static async Task RunAsync(World world, ProcessUnderTest[] nodes)
    {
        do
        {
            await Task.WhenAll(nodes.Select(node => Task.Run(async () =>
            {
                while (await node.Turns.TakeDueAsync(CancellationToken.None) > 0)
                {
                    // There may be more.
                }
            })));
            // What met others again and again is taken again after a while.
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        while (await world.ReadAsync(db => db.Inbox.AnyAsync(m => m.State == InboxState.Waiting)));
        foreach (var node in nodes)
        {
            while (await node.Deliveries.StartDueAsync(CancellationToken.None) > 0)
            {
                await node.Deliveries.WhenIdleAsync();
                world.Clock.Advance(TimeSpan.FromMilliseconds(1));
            }
        }
    }
}
