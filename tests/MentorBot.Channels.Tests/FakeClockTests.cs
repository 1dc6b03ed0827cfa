using MentorBot.Testing;

namespace MentorBot.Channels.Tests;

/// <summary>So much hangs on the clock that it is tested itself.</summary>
public sealed class FakeClockTests
{
    [Fact]
    public void Timers_fire_in_order_when_the_clock_passes_them_and_see_their_own_time()
    {
        var clock = new FakeClock();
        var start = clock.GetUtcNow();
        var fired = new List<(string, TimeSpan)>();
        using var late = clock.CreateTimer(_ => fired.Add(("late", clock.GetUtcNow() - start)), null, TimeSpan.FromHours(2), Timeout.InfiniteTimeSpan);
        using var hourly = clock.CreateTimer(_ => fired.Add(("hourly", clock.GetUtcNow() - start)), null, TimeSpan.FromHours(1), TimeSpan.FromHours(3));
        using var never = clock.CreateTimer(_ => fired.Add(("never", default)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromHours(5));

        Assert.Equal([("hourly", TimeSpan.FromHours(1)), ("late", TimeSpan.FromHours(2)), ("hourly", TimeSpan.FromHours(4))], fired);
        Assert.Equal(start + TimeSpan.FromHours(5), clock.GetUtcNow());
    }

    [Fact]
    public async Task A_short_wait_passes_at_once_if_asked_and_a_long_one_waits()
    {
        var clock = new FakeClock { SkipsWaitsUpTo = TimeSpan.FromSeconds(1) };

        await Task.Delay(TimeSpan.FromSeconds(1), clock, TestContext.Current.CancellationToken);
        var longer = Task.Delay(TimeSpan.FromSeconds(2), clock, TestContext.Current.CancellationToken);

        Assert.False(longer.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));
        await longer;
    }
}
