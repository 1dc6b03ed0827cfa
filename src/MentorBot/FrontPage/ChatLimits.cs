using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace MentorBot.FrontPage;

/// <summary>How often codes may be guessed, and chats begun: by one address, and by all together.</summary>
/// <remarks>
/// A code is one of 8.6 thousand million. With 60 guesses a minute in all and 10,000 chats to be found, somebody who guesses day and night finds one in about ten days; with 10
/// in ten minutes, alone, in more than a year. Each node counts for itself.
/// </remarks>
internal sealed class ChatLimits : IDisposable
{
    private const int GuessesOfOne = 10;
    private const int GuessesOfAll = 60;

    // A library's or a college's people share one address.
    private const int ChatsOfOne = 120;
    private const int ChatsOfAll = 6_000;

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<HttpContext> _guesses = Limit(GuessesOfOne, (GuessesOfAll, Short));
    private readonly PartitionedRateLimiter<HttpContext> _chats = Limit(ChatsOfOne, (ChatsOfAll, Long));

    /// <summary>Counts a guess.</summary>
    /// <returns>Null if it is allowed; otherwise how many minutes to wait, 1 to 10.</returns>
    public int? MinutesToGuess(HttpContext http) => Take(_guesses, http);

    /// <summary>Counts a new chat.</summary>
    /// <returns>Null if it is allowed; otherwise how many minutes to wait, 1 to 10.</returns>
    public int? MinutesToBegin(HttpContext http) => Take(_chats, http);

    public void Dispose()
    {
        _guesses.Dispose();
        _chats.Dispose();
    }

    private static int? Take(PartitionedRateLimiter<HttpContext> limiter, HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(http);
        if (lease.IsAcquired) return null;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Long;
        return Math.Clamp((int)Math.Ceiling(wait.TotalMinutes), 1, (int)Long.TotalMinutes);
    }

    private static PartitionedRateLimiter<HttpContext> Limit(int ofOne, (int Most, TimeSpan Within) ofAll) => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetFixedWindowLimiter(AddressOf(http), _ => Window(ofOne, Long))),
        PartitionedRateLimiter.Create<HttpContext, string>(_ => RateLimitPartition.GetFixedWindowLimiter("all", _ => Window(ofAll.Most, ofAll.Within))));

    private static FixedWindowRateLimiterOptions Window(int most, TimeSpan within) => new() { PermitLimit = most, Window = within, QueueLimit = 0 };

    // One household has 2^64 addresses of IPv6: it counts as one by the half that it does not choose.
    private static string AddressOf(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
