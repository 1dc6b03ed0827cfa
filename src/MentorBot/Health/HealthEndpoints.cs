using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MentorBot.Health;

/// <summary>Where whoever watches over the program asks: is the process alive, and can it do its work?</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable },
        });
    }
}

/// <summary>Ready when what comes can be stored, the database answers and no message has waited too long for its turn.</summary>
internal sealed class ReadinessCheck(IDbContextFactory<MentorBotDb> contexts, StorageWatch watch, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // A disk that is full, or a lock that somebody holds, lets everybody read.
        if (!watch.Works) return HealthCheckResult.Unhealthy("nothing can be stored");
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var before = clock.GetUtcNow() - LongestWait;
            return await db.Inbox.AnyAsync(m => m.State == InboxState.Waiting && m.DueAt < before, cancellationToken)
                ? HealthCheckResult.Degraded("messages wait for their turn")
                : HealthCheckResult.Healthy();
        }
        catch (Exception)
        {
            // Whatever the database throws, the answer is the same, and its words may hold a connection string.
            return HealthCheckResult.Unhealthy("the database does not answer");
        }
    }
}
