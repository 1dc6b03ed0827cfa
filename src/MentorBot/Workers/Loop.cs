namespace MentorBot.Workers;

/// <summary>Work that goes on for as long as the program runs, and that no single failure ends.</summary>
internal abstract class Loop(ILogger log) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>Does what there is to do now, and waits when there is nothing.</summary>
    protected abstract Task GoRoundAsync(CancellationToken stopping);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await GoRoundAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                // The edge of a worker: whatever went wrong (a database that is away, a bug) is told by its type, and the work goes on.
                log.RoundFailed(GetType().Name, error.GetType().Name, error.TargetSite?.DeclaringType?.Name);
                await Task.Delay(AfterFailure, TimeProvider.System, CancellationToken.None);
            }
        }
    }
}

internal static partial class WorkersLog
{
    [LoggerMessage(101, LogLevel.Error, "{Worker} failed ({ErrorType} at {Place}); it goes on in a second")]
    public static partial void RoundFailed(this ILogger log, string worker, string errorType, string? place);
}
