using MentorBot.Mentoring.Messages;

namespace MentorBot.Workers;

/// <summary>Step three and four of a message's path: takes turns as soon as messages are there.</summary>
internal sealed class TurnWorker(Turns turns, Signal<Turns> signal, ILogger<TurnWorker> log) : Loop(log)
{
    // Messages that other nodes accepted, and second tries, give no signal here.
    private static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(1);

    protected override async Task GoRoundAsync(CancellationToken stopping)
    {
        if (await turns.TakeDueAsync(stopping) == 0) await signal.WaitAsync(LookAnyway, stopping);
    }
}
