using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Incidents;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Workers;

/// <summary>After a write has failed: tries until writing works again, and then tells the operator. Otherwise it sleeps.</summary>
internal sealed class StorageWorker(
    StorageIncidents incidents, StorageWatch watch, Signal<StorageWatch> failures, ILogger<StorageWorker> log) : Loop(log)
{
    // Seldom enough to be no burden on what is in trouble, and so that one which fails now and then does not fill the list of incidents.
    private static readonly TimeSpan BeforeEachTry = TimeSpan.FromSeconds(2);

    // A failure gives a signal; this is only how long a wait may be.
    private static readonly TimeSpan LookAnyway = TimeSpan.FromHours(1);

    protected override async Task GoRoundAsync(CancellationToken stopping)
    {
        if (watch.Untold is null) await failures.WaitAsync(LookAnyway, stopping);
        await Task.Delay(BeforeEachTry, TimeProvider.System, stopping);
        await incidents.RecordAsync(stopping);
    }
}
