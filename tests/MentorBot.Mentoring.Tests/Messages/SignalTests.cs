using MentorBot.Mentoring.Messages;

namespace MentorBot.Mentoring.Tests.Messages;

public sealed class SignalTests
{
    [Fact]
    public async Task A_pulse_that_nobody_waited_for_is_kept()
    {
        using var signal = new Signal<SignalTests>();
        signal.Pulse();

        Assert.True(signal.WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None).IsCompletedSuccessfully);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => signal.WaitAsync(Timeout.InfiniteTimeSpan, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Pulses_do_not_add_up()
    {
        using var signal = new Signal<SignalTests>();
        for (var i = 0; i < 5; i++) signal.Pulse();

        Assert.True(signal.WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None).IsCompleted);
        Assert.False(signal.WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task Work_that_was_announced_is_always_seen()
    {
        const int All = 20_000;
        using var signal = new Signal<SignalTests>();
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var done = 0;
        var work = 0;
        var announcing = Task.Run(() => Parallel.For(0, All, _ =>
        {
            Interlocked.Increment(ref work);
            signal.Pulse();
        }));

        while (done < All)
        {
            // A pulse that was lost would leave this waiting until the bound.
            await signal.WaitAsync(Timeout.InfiniteTimeSpan, bound.Token);
            done += Interlocked.Exchange(ref work, 0);
        }

        await announcing;
        Assert.Equal(All, done);
    }
}
