using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Data;

/// <summary>Writes together whatever arrives while the last commit runs, so that a flush to disk serves many.</summary>
/// <remarks>
/// Nobody waits for company: the first to come is written at once. When the database refuses a group, each is written alone, so that
/// only the one it refused fails. When the database is away, everybody in the group fails.
/// </remarks>
/// <param name="commit">Writes some items in one transaction and gives their results, in their order.</param>
/// <param name="most">How many items one commit takes at the most.</param>
public sealed class GroupCommit<TItem, TResult>(Func<IReadOnlyList<TItem>, Task<IReadOnlyList<TResult>>> commit, int most)
{
    private readonly ConcurrentQueue<Waiting> _queue = new();
    private int _committing;

    /// <summary>How many items wait for the next commit.</summary>
    internal int Count => _queue.Count;

    /// <summary>Writes an item. Completes once it is safely stored.</summary>
    public Task<TResult> AddAsync(TItem item)
    {
        var waiting = new Waiting(item);
        _queue.Enqueue(waiting);
        if (Interlocked.CompareExchange(ref _committing, 1, 0) == 0) _ = Task.Run(CommitAllAsync);
        return waiting.Result.Task;
    }

    private async Task CommitAllAsync()
    {
        do
        {
            while (Next() is { Count: > 0 } batch) await CommitAsync(batch);
            Volatile.Write(ref _committing, 0);
        }
        // Somebody may have come between the last look and the flag.
        while (!_queue.IsEmpty && Interlocked.CompareExchange(ref _committing, 1, 0) == 0);
    }

    private List<Waiting> Next()
    {
        var batch = new List<Waiting>();
        while (batch.Count < most && _queue.TryDequeue(out var waiting)) batch.Add(waiting);
        return batch;
    }

    private async Task CommitAsync(List<Waiting> batch)
    {
        try
        {
            var results = await commit(batch.ConvertAll(waiting => waiting.Item));
            for (var i = 0; i < batch.Count; i++) batch[i].Result.SetResult(results[i]);
        }
        catch (DbUpdateException)
        {
            await CommitEachAsync(batch);
        }
        catch (Exception error)
        {
            Fail(batch, error);
        }
    }

    private async Task CommitEachAsync(List<Waiting> batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            try
            {
                batch[i].Result.SetResult((await commit([batch[i].Item]))[0]);
            }
            catch (DbUpdateException error)
            {
                batch[i].Result.TrySetException(error);
            }
            catch (Exception error)
            {
                // Not the row but the database: nobody waits for it to fail once more for each of them.
                Fail(batch.Skip(i), error);
                return;
            }
        }
    }

    /// <summary>Gives the failure to each caller, who answers for it; none is left waiting.</summary>
    private static void Fail(IEnumerable<Waiting> batch, Exception error)
    {
        foreach (var waiting in batch) waiting.Result.TrySetException(error);
    }

    private sealed record Waiting(TItem Item)
    {
        public TaskCompletionSource<TResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
