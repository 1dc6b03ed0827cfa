using MentorBot.Mentoring.Messages;

namespace MentorBot.Workers;

/// <summary>Step five of a message's path: sends what turns have recorded.</summary>
internal sealed class DeliveryWorker(Deliveries deliveries, Signal<Deliveries> signal, ILogger<DeliveryWorker> log) : Loop(log)
{
    // Second tries, look-ups and a sender's pace give no signal.
    private static readonly TimeSpan LookAnyway = TimeSpan.FromMilliseconds(500);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // Providers that were asked are heard out: an answer that nobody waits for leaves a message uncertain.
        // Only as long as the host waits, though: what is not recorded by then is looked up at the next start.
        await deliveries.WhenIdleAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task GoRoundAsync(CancellationToken stopping)
    {
        if (await deliveries.StartDueAsync(stopping) == 0) await signal.WaitAsync(LookAnyway, stopping);
    }
}
