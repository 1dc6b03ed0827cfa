using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Workers;

/// <summary>Calls upon group sessions whose time has come: seats that are free or kept no more, reminders, what is called off, digests. At once when somebody did something at the desk, or the simulator's clock was moved.</summary>
internal sealed class GroupWorker(GroupClock clock, Signal<GroupClock> signal, ILogger<GroupWorker> log) : Loop(log)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    protected override async Task GoRoundAsync(CancellationToken stopping)
    {
        await clock.StrikeAsync(stopping);
        await signal.WaitAsync(BetweenLooks, stopping);
    }
}
