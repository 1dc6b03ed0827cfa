using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.Workers;

/// <summary>Erases old words, at the start and every hour, and when the simulator's clock was moved.</summary>
internal sealed class RetentionWorker(Retention retention, ChatRetention chats, Signal<Retention> signal, ILogger<RetentionWorker> log) : Loop(log)
{
    protected override async Task GoRoundAsync(CancellationToken stopping)
    {
        await retention.EraseAsync(stopping);
        await chats.EraseAsync(stopping);
        await signal.WaitAsync(TimeSpan.FromHours(1), stopping);
    }
}
