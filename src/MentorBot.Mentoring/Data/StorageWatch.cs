using MentorBot.Mentoring.Messages;

namespace MentorBot.Mentoring.Data;

/// <summary>Knows whether what is there to store can be stored: it hears how every write ends, and sees when none does.</summary>
/// <remarks>
/// A write costs it a few numbers in memory. Whoever can read from a full disk or a locked file cannot tell by reading; nor by a transaction that
/// happens to change nothing, as many do. So a failure lasts until a row has been written that tells of it.
/// </remarks>
public sealed class StorageWatch(TimeProvider clock, Signal<StorageWatch> failures)
{
    // Half of what a carrier's text may wait for its place on disk.
    private static readonly TimeSpan LongestWrite = TimeSpan.FromSeconds(5);

    private StorageFailure? _untold;
    private int _underWay;
    private long _movedAt;

    /// <summary>Whether writes succeed: none has failed since a row could be written that told of the last failure, and none hangs.</summary>
    public bool Works => Untold is null && !Hangs;

    /// <summary>The first failure that no operator was told of, or null.</summary>
    public StorageFailure? Untold => Volatile.Read(ref _untold);

    private bool Hangs => Volatile.Read(ref _underWay) > 0 && clock.GetElapsedTime(Volatile.Read(ref _movedAt)) > LongestWrite;

    /// <summary>Runs a write, and learns from how it ends.</summary>
    internal async Task<T> WatchAsync<T>(Func<Task<T>> write)
    {
        Begin();
        try
        {
            return await write();
        }
        catch (Exception error) when (StorageFailure.CodeOf(error) is { } code)
        {
            Fail(code);
            throw;
        }
        finally
        {
            End();
        }
    }

    /// <summary>An operator was told of a failure.</summary>
    internal void Tell(StorageFailure failure) => Interlocked.CompareExchange(ref _untold, null, failure);

    private void Begin()
    {
        // First the time, so that a write which follows on an idle night is not thought to have run through it.
        if (Volatile.Read(ref _underWay) == 0) Volatile.Write(ref _movedAt, clock.GetTimestamp());
        Interlocked.Increment(ref _underWay);
    }

    private void Fail(string code)
    {
        Interlocked.CompareExchange(ref _untold, new StorageFailure(code, clock.GetUtcNow()), null);
        failures.Pulse();
    }

    private void End()
    {
        Volatile.Write(ref _movedAt, clock.GetTimestamp());
        Interlocked.Decrement(ref _underWay);
    }
}
