using MentorBot.Mentoring.Messages;

namespace MentorBot.Workers;

/// <summary>Erases old words, at the start and every hour.</summary>
internal sealed class RetentionWorker(Retention retention, ILogger<RetentionWorker> log) : Loop(log)
{
    protected override async Task GoRoundAsync(CancellationToken stopping)
    {
        await retention.EraseAsync(stopping);
        await Task.Delay(TimeSpan.FromHours(1), TimeProvider.System, stopping);
    }
}
