using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Workers;

/// <summary>Calls upon handoffs whose time has come: the next wave of offers, a mentor who keeps silent, a talk that went quiet; and concerns that nobody looks after yet. At once when the simulator's clock was moved.</summary>
internal sealed class HandoffWorker(HandoffClock clock, ConcernClock concerns, Signal<HandoffClock> signal, ILogger<HandoffWorker> log) : Loop(log)
{
    // What must not wait is called by the turn that makes it due; waves are minutes apart.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    protected override async Task GoRoundAsync(CancellationToken stopping)
    {
        await concerns.StrikeAsync(stopping);
        await clock.StrikeAsync(stopping);
        await signal.WaitAsync(BetweenLooks, stopping);
    }
}
