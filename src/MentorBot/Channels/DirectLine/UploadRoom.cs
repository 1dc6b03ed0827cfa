using System.Threading.RateLimiting;
using MentorBot.Web;

namespace MentorBot.Channels.DirectLine;

/// <summary>Where uploads are read: a message of files has up to 25 MB and is checked before any of it is stored, so only a few are in memory at once.</summary>
/// <remarks>A body that comes slowly must not stop everybody else's: nobody holds more than one place, nor holds it for long, and nobody waits long for one.</remarks>
internal sealed class UploadRoom(Asker asker, TimeProvider clock) : IDisposable
{
    private const int Places = 4;
    private const int PlacesOfOne = 1;
    private const int ThatWait = 16;
    private const int ThatWaitOfOne = 4;

    /// <summary>How long a body may take to come.</summary>
    public static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(30);

    /// <summary>How long somebody waits for a place. Microsoft's client waits for an answer for twenty seconds.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly PartitionedRateLimiter<HttpContext> _places = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(http => asker.SiteOf(http) is { } site ? Room(site, PlacesOfOne, ThatWaitOfOne) : RateLimitPartition.GetNoLimiter("")),
        PartitionedRateLimiter.Create<HttpContext, string>(_ => Room("all", Places, ThatWait)));

    /// <summary>Waits for a place.</summary>
    /// <returns>The place, to be left by disposing of it; null if none became free.</returns>
    public async Task<RateLimitLease?> EnterAsync(HttpContext http)
    {
        using var giveUp = new CancellationTokenSource(LongestWait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(giveUp.Token, http.RequestAborted);
        try
        {
            var place = await _places.AcquireAsync(http, 1, either.Token);
            return place.IsAcquired ? place : null;
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Reads an upload.</summary>
    /// <returns>Null if it did not come in time.</returns>
    public async Task<UploadForm?> ReadAsync(HttpContext http)
    {
        using var giveUp = new CancellationTokenSource(LongestReading, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(giveUp.Token, http.RequestAborted);
        try
        {
            return await UploadForm.ReadAsync(http.Request, either.Token);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => _places.Dispose();

    private static RateLimitPartition<string> Room(string whose, int places, int thatWait) =>
        RateLimitPartition.GetConcurrencyLimiter(whose, _ => new ConcurrencyLimiterOptions { PermitLimit = places, QueueLimit = thatWait });
}
