using MentorBot.Mentoring.Messages;

namespace MentorBot.Workers;

/// <summary>Step five of a message's path: sends what turns have recorded.</summary>
internal sealed class DeliveryWorker(Deliveries deliveries, Signal<Deliveries> signal, ILogger<DeliveryWorker> log) : Loop(log)
{
    // Second tries, look-ups and a sender's pace give no signal.
    private static readonly TimeSpan LookAnyway = TimeSpan.FromMilliseconds(500);

    // Less than the host allows for its whole stop. What is not answered by then is in doubt, and looked up at the next start.
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(20);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // Before the shares are given back: what is with a provider now is settled by the one who sent it.
        await Task.WhenAny(deliveries.WhenIdleAsync(), Task.Delay(LongestFarewell, TimeProvider.System, cancellationToken));
    }

    protected override async Task GoRoundAsync(CancellationToken stopping)
    {
        if (await deliveries.StartDueAsync(stopping) == 0) await signal.WaitAsync(LookAnyway, stopping);
    }
}
