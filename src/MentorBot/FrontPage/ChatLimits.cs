using System.Threading.RateLimiting;
using MentorBot.Web;

namespace MentorBot.FrontPage;

/// <summary>How often codes may be guessed, and chats begun: by one address, and by all together. Each node counts for itself.</summary>
internal sealed class ChatLimits(Asker asker, TimeProvider clock) : IDisposable
{
    private const int GuessesOfOne = 10;

    // A /48 of IPv6 may be one saboteur's, or a street's.
    private const int GuessesOfASite = 30;

    // A library's or a college's people share one address.
    private const int ChatsOfOne = 120;
    private const int ChatsOfAll = 6_000;

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<HttpContext> _guesses = PartitionedRateLimiter.CreateChained(
        Limit(GuessesOfOne, asker.HouseholdOf), Limit(GuessesOfASite, asker.SiteOf));

    private readonly PartitionedRateLimiter<HttpContext> _chats = PartitionedRateLimiter.CreateChained(
        Limit(ChatsOfOne, asker.HouseholdOf), Limit(ChatsOfAll, _ => "all"));

    private readonly FailedGuesses _failed = new(clock);

    /// <summary>Counts a guess, as one that fails. Call <see cref="Found"/> if it does not.</summary>
    /// <returns>Null if it is allowed; otherwise how many minutes to wait, 1 to 10.</returns>
    public int? MinutesToGuess(HttpContext http) => Take(_guesses, http) ?? (_failed.TryAdd() ? null : 1);

    /// <summary>The guess was right: it does not count against everybody.</summary>
    public void Found() => _failed.TakeBack();

    /// <summary>Counts a new chat.</summary>
    /// <returns>Null if it is allowed; otherwise how many minutes to wait, 1 to 10.</returns>
    public int? MinutesToBegin(HttpContext http) => Take(_chats, http);

    public void Dispose()
    {
        _guesses.Dispose();
        _chats.Dispose();
    }

    internal static int? Take(PartitionedRateLimiter<HttpContext> limiter, HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(http);
        if (lease.IsAcquired) return null;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Long;
        return Math.Clamp((int)Math.Ceiling(wait.TotalMinutes), 1, (int)Long.TotalMinutes);
    }

    internal static PartitionedRateLimiter<HttpContext> Limit(int most, Func<HttpContext, string?> of) => PartitionedRateLimiter.Create<HttpContext, string>(http =>
        of(http) is { } who
            ? RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Long, QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter(""));
}

/// <summary>Counts the guesses of everybody that failed, or may still.</summary>
/// <remarks>
/// A code is one of 2,048³ = 8.6 thousand million. If 10,000 chats can be found, one guess in 859,000 finds one. With 120 failures a minute in all that takes five days, of somebody who has
/// 120 addresses of IPv4 or 40 sites of IPv6 to guess from, day and night: an address has one guess a minute (alone: 1.6 years), a site three (alone: 200 days). Fewer in all would let fewer
/// addresses use them up, so that nobody comes back by a code; more would find a chat sooner.
/// </remarks>
internal sealed class FailedGuesses(TimeProvider clock)
{
    /// <summary>How many may fail in a minute.</summary>
    public const int Most = 120;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private DateTimeOffset _ends;
    private int _count;

    /// <summary>Counts one, before it is known whether it fails: many at once get no more than their number.</summary>
    /// <returns>Whether there is room.</returns>
    public bool TryAdd()
    {
        lock (_gate)
        {
            if (clock.GetUtcNow() is var now && now >= _ends) (_ends, _count) = (now + Window, 0);
            if (_count >= Most) return false;
            _count++;
            return true;
        }
    }

    /// <summary>One of them did not fail.</summary>
    public void TakeBack()
    {
        lock (_gate) _count = Math.Max(0, _count - 1);
    }
}
