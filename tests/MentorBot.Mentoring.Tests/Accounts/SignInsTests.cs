using MentorBot.Mentoring.Accounts;
using MentorBot.Mentoring.Data;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Accounts;

public class SignInsTests
{
    [Theory, EachDatabase]
    public async Task An_hour_in_which_nothing_was_done_ends_it(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var priya = await world.JoinAsync(Cast.Priya);

        world.MachineClock.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(await priya.StandingAsync());
        world.MachineClock.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(await priya.StandingAsync());
        world.MachineClock.Advance(TimeSpan.FromMinutes(60));
        Assert.Null(await priya.StandingAsync());
    }

    [Theory, EachDatabase]
    public async Task What_stays_open_by_itself_keeps_nobody_signed_in(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var priya = await world.JoinAsync(Cast.Priya);
        Task<Standing?> PeekAsync() => world.Here.Get<SignIns>().PeekAsync(priya.Token, CancellationToken.None);

        world.MachineClock.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(await PeekAsync());
        world.MachineClock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await PeekAsync());
    }

    [Theory, EachDatabase]
    public async Task Twelve_hours_end_it_however_busy_somebody_is(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var priya = await world.JoinAsync(Cast.Priya);

        for (var i = 0; i < 23; i++)
        {
            world.MachineClock.Advance(TimeSpan.FromMinutes(30));
            Assert.NotNull(await priya.StandingAsync());
        }
        world.MachineClock.Advance(TimeSpan.FromMinutes(30));
        Assert.Null(await priya.StandingAsync());
    }

    [Theory, EachDatabase]
    public async Task Whoever_leaves_leaves_one_browser_or_all_of_them(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var priya = await world.JoinAsync(Cast.Priya);
        var elsewhere = await priya.SignInAsync();

        await world.Here.Get<SignIns>().EndAsync(priya.Token);

        Assert.Null(await priya.StandingAsync());
        var there = await priya.StandingAsync(elsewhere);

        await world.Here.Get<SignIns>().EndAllAsync(there!.AccountId);
        Assert.Null(await priya.StandingAsync(elsewhere));
        Assert.Equal(0, await world.ReadAsync(db => db.SignIns.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task What_nobody_was_given_leads_nowhere(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var priya = await world.JoinAsync(Cast.Priya);

        Assert.Null(await priya.StandingAsync(""));
        Assert.Null(await priya.StandingAsync(priya.Token[..^1]));
        Assert.Null(await world.Here.Get<Standings>().FindAsync(4711, CancellationToken.None));
    }
}
