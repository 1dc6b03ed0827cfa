using System.Threading.RateLimiting;
using MentorBot.Web;

namespace MentorBot.Channels.DirectLine;

/// <summary>Slows down who asks too much. Ordinary use never meets a limit: a whole library behind one address may begin its chats in the same minute. <see cref="ConversationLimits"/> looks at each chat.</summary>
internal static class DirectLineLimits
{
    /// <summary>The limit of tokens, beginnings, reconnects and sockets: by address, with a refusal.</summary>
    public const string Begins = "directline-begins";

    /// <summary>The limit of uploads: by address, with a refusal.</summary>
    public const string Uploads = "directline-uploads";

    private const int BeginsAtOnce = 120;
    private const int BeginsASecond = 2;
    private const int UploadsAtOnce = 10;

    private static readonly TimeSpan BetweenUploads = TimeSpan.FromSeconds(6);

    public static IServiceCollection AddDirectLineLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.AddPolicy(Begins, http => ByAddress(http, BeginsAtOnce, BeginsASecond, TimeSpan.FromSeconds(1)));
        options.AddPolicy(Uploads, http => ByAddress(http, UploadsAtOnce, 1, BetweenUploads));
        options.OnRejected = (context, _) => new ValueTask(DirectLineErrors.TooManyAsync(
            context.HttpContext, context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1)));
    });

    private static RateLimitPartition<string> ByAddress(HttpContext http, int atOnce, int then, TimeSpan every) =>
        http.RequestServices.GetRequiredService<Asker>().HouseholdOf(http) is { } household
            ? RateLimitPartition.GetTokenBucketLimiter(household, _ => Bucket(atOnce, then, every))
            : RateLimitPartition.GetNoLimiter("");

    private static TokenBucketRateLimiterOptions Bucket(int atOnce, int then, TimeSpan every) =>
        new() { TokenLimit = atOnce, TokensPerPeriod = then, ReplenishmentPeriod = every, QueueLimit = 0, AutoReplenishment = false };
}
