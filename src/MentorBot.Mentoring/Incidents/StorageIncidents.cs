using MentorBot.Mentoring.Data;

namespace MentorBot.Mentoring.Incidents;

/// <summary>Tells an operator that nothing could be stored, as soon as something can be again.</summary>
public sealed class StorageIncidents(Writes writes, StorageWatch watch)
{
    /// <summary>Records the failure that nobody was told of. It is a tiny write, so it also shows whether writing works again, even if no message comes.</summary>
    /// <exception cref="System.Data.Common.DbException">Nothing can be stored yet.</exception>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">Nothing can be stored yet.</exception>
    public async Task RecordAsync(CancellationToken cancellationToken)
    {
        if (watch.Untold is not { } failure) return;
        await writes.RunAsync(
            db => Task.FromResult(db.Incidents.Add(new Incident { Kind = "storage.failed", Subject = "database", Code = failure.Code, At = failure.At })),
            cancellationToken);
        watch.Tell(failure);
    }
}
