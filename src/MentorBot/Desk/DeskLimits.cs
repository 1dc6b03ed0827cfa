using System.Threading.RateLimiting;
using MentorBot.FrontPage;
using MentorBot.Web;

namespace MentorBot.Desk;

/// <summary>How often one household, and one site of many, may try to sign in or to join. Each node counts for itself; accounts count for themselves besides.</summary>
internal sealed class DeskLimits(Asker asker) : IDisposable
{
    /// <summary>Tries of one household in ten minutes: an office full of volunteers who all mistype.</summary>
    public const int TriesOfOne = 30;

    /// <summary>Tries of a /48 of IPv6 in ten minutes.</summary>
    public const int TriesOfASite = 60;

    private readonly PartitionedRateLimiter<HttpContext> _tries = PartitionedRateLimiter.CreateChained(
        ChatLimits.Limit(TriesOfOne, asker.HouseholdOf), ChatLimits.Limit(TriesOfASite, asker.SiteOf));

    /// <summary>Counts a try.</summary>
    /// <returns>Null if it is allowed; otherwise how many minutes to wait, 1 to 10.</returns>
    public int? MinutesToTry(HttpContext http) => ChatLimits.Take(_tries, http);

    public void Dispose() => _tries.Dispose();
}
