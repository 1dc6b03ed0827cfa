using MentorBot.Mentoring.Messages;

namespace MentorBot.Workers;

/// <summary>Keeps this node's share of the conversations, and gives it back at the end.</summary>
internal sealed class PartitionWorker(Partitions partitions, ILogger<PartitionWorker> log) : Loop(log)
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the other workers begin, so that a lone process answers at once.
        await partitions.RenewAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await partitions.ReleaseAsync(cancellationToken);
    }

    protected override async Task GoRoundAsync(CancellationToken stopping)
    {
        await Task.Delay(Partitions.Lease / 4, TimeProvider.System, stopping);
        await partitions.RenewAsync(stopping);
    }
}
