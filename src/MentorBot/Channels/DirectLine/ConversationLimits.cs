using System.Threading.RateLimiting;

namespace MentorBot.Channels.DirectLine;

/// <summary>How fast one chat may be written to and read, whichever way: Direct Line, uploads, the page's form, its script. Each node counts for itself.</summary>
/// <remarks>
/// Who writes too fast waits first, for Microsoft's client loses what is refused, and is refused when many wait. The bytes of a day are counted here and not in the database, where each
/// post would have to add up the chat's rows: a bucket of a day's bytes that fills again as the day goes by. A chat whose bucket is full again takes no memory.
/// </remarks>
internal sealed class ConversationLimits : IDisposable
{
    /// <summary>The most bytes of activities that a chat takes at once, and in a day after that: some 20,000 ordinary messages.</summary>
    public const int BytesADay = 5 * 1024 * 1024;

    private const int PostsAtOnce = 20;
    private const int PostsASecond = 2;

    // Ten seconds' worth: Microsoft's client gives up after twenty.
    private const int PostsThatWait = 20;

    // A chat that is open in ten places, each of which asks once a second.
    private const int ReadsAtOnce = 60;
    private const int ReadsASecond = 10;
    private const int ReadsThatWait = 60;

    // A page without a script loads itself twice for each message. Nobody presses faster for long than once a second.
    private const int PagesAtOnce = 60;
    private const int PagesASecond = 2;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _posts = Bucket(PostsAtOnce, PostsASecond, Second, PostsThatWait);
    private readonly PartitionedRateLimiter<string> _bytes = Bucket(BytesADay, BytesADay / (24 * 60), Minute, thatWait: 0);
    private readonly PartitionedRateLimiter<string> _pages = Bucket(PagesAtOnce, PagesASecond, Second, thatWait: 0);
    private readonly PartitionedRateLimiter<string> _reads = Bucket(ReadsAtOnce, ReadsASecond, Second, ReadsThatWait);

    /// <summary>Counts a load of the page with a chat on it, before anything is read for it.</summary>
    /// <returns>Null if it may be shown; otherwise how long to stay away.</returns>
    public TimeSpan? CountPage(string conversationId)
    {
        using var turn = _pages.AttemptAcquire(conversationId);
        return turn.IsAcquired ? null : After(turn);
    }

    /// <summary>Waits until a chat may be written to.</summary>
    /// <param name="conversationId">The chat; whoever asks has shown that she may write to it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Null if it may; otherwise how long to stay away.</returns>
    public async Task<TimeSpan?> WaitToPostAsync(string conversationId, CancellationToken cancellationToken)
    {
        using var turn = await _posts.AcquireAsync(conversationId, 1, cancellationToken);
        return turn.IsAcquired ? null : After(turn);
    }

    /// <summary>Counts the bytes of an activity, at most <see cref="BytesADay"/>.</summary>
    /// <returns>Null if the chat has room for them today; otherwise how long to stay away.</returns>
    public TimeSpan? Count(string conversationId, int bytes)
    {
        using var room = _bytes.AttemptAcquire(conversationId, bytes);
        return room.IsAcquired ? null : After(room);
    }

    /// <summary>Waits until a chat may be read.</summary>
    /// <returns>Whether it may; false if many wait already.</returns>
    public async Task<bool> WaitToReadAsync(string conversationId, CancellationToken cancellationToken)
    {
        using var turn = await _reads.AcquireAsync(conversationId, 1, cancellationToken);
        return turn.IsAcquired;
    }

    public void Dispose()
    {
        _posts.Dispose();
        _bytes.Dispose();
        _pages.Dispose();
        _reads.Dispose();
    }

    private static TimeSpan After(RateLimitLease lease) => lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Second;

    private static PartitionedRateLimiter<string> Bucket(int atOnce, int then, TimeSpan every, int thatWait) => PartitionedRateLimiter.Create<string, string>(id =>
        RateLimitPartition.GetTokenBucketLimiter(id, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = atOnce, TokensPerPeriod = then, ReplenishmentPeriod = every, QueueLimit = thatWait, AutoReplenishment = false,
        }));
}
