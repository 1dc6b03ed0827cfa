using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Data;

/// <summary>Runs the transactions that change the database.</summary>
/// <remarks>SQLite has one writer: here writers queue in order instead of failing on each other's lock. A server's writers run side by side.</remarks>
public sealed class Writes(IDbContextFactory<MentorBotDb> contexts, StorageWatch watch) : IDisposable
{
    private const int MostConflicts = 5;

    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>Runs some work in one transaction, and runs it again from fresh rows when somebody else changed them meanwhile.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Five runs met five conflicts.</exception>
    public async Task<T> RunAsync<T>(Func<MentorBotDb, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        for (var conflicts = 0; ; conflicts++)
        {
            try
            {
                return await watch.WatchAsync(() => RunOnceAsync(work, cancellationToken));
            }
            catch (DbUpdateConcurrencyException) when (conflicts < MostConflicts)
            {
                // The next run reads what the other writer left.
            }
        }
    }

    /// <summary>Saves what a context holds, and then its journal, in one transaction.</summary>
    /// <param name="db">The context.</param>
    /// <param name="journal">Writes what refers to the entities, which have their ids by now.</param>
    /// <param name="cancellationToken">Ends the waiting; nothing was saved then.</param>
    /// <exception cref="DbUpdateException">A constraint forbids it, or somebody else changed a row meanwhile; nothing was saved.</exception>
    public Task SaveAsync(MentorBotDb db, Func<MentorBotDb, Task> journal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(journal);
        return watch.WatchAsync(() => SaveOnceAsync(db, journal, cancellationToken));
    }

    /// <summary>Forgets the queue of writers.</summary>
    public void Dispose() => _oneAtATime.Dispose();

    private async Task<T> RunOnceAsync<T>(Func<MentorBotDb, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using var alone = await WaitAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var result = await work(db);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private async Task<int> SaveOnceAsync(MentorBotDb db, Func<MentorBotDb, Task> journal, CancellationToken cancellationToken)
    {
        using var alone = await WaitAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var saved = await db.SaveChangesAsync(cancellationToken);
        await journal(db);
        await transaction.CommitAsync(cancellationToken);
        return saved;
    }

    private async Task<IDisposable?> WaitAsync(MentorBotDb db, CancellationToken cancellationToken)
    {
        if (db is not SqliteDb) return null;
        await _oneAtATime.WaitAsync(cancellationToken);
        return new Admission(_oneAtATime);
    }

    private sealed class Admission(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
