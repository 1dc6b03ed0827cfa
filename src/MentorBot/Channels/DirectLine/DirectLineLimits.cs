using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace MentorBot.Channels.DirectLine;

/// <summary>Slows down who asks too much. Ordinary use never meets a limit: a whole library behind one address may begin its chats in the same minute.</summary>
/// <remarks>
/// Who asks is told by the connection or, where that is a proxy of ours, by its <c>X-Forwarded-For</c>. A proxy that does not say so, and whoever is inside, is not limited by address:
/// else everybody behind it would be one.
/// </remarks>
internal static class DirectLineLimits
{
    /// <summary>The limit of tokens, beginnings, reconnects and sockets: by address, with a refusal.</summary>
    public const string Begins = "directline-begins";

    /// <summary>The limit of posts: by conversation, and first of all with a wait. Microsoft's client loses what is refused.</summary>
    public const string Posts = "directline-posts";

    /// <summary>The limit of uploads: by address, with a refusal.</summary>
    public const string Uploads = "directline-uploads";

    private const int BeginsAtOnce = 120;
    private const int BeginsASecond = 2;
    private const int PostsAtOnce = 20;
    private const int PostsASecond = 2;
    // Ten seconds' worth: Microsoft's client gives up after twenty.
    private const int PostsThatWait = 20;
    private const int UploadsAtOnce = 10;
    private const int BitsOfANetwork = 64;

    private static readonly TimeSpan BetweenUploads = TimeSpan.FromSeconds(6);

    // Where proxies of ours are: on this machine, or beside it in a private network (RFC 1918, RFC 4193).
    private static readonly IPNetwork[] Inside =
        [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("fc00::/7")];

    public static IServiceCollection AddDirectLineLimits(this IServiceCollection services) => services
        .Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownIPNetworks.Clear();
            foreach (var network in Inside) options.KnownIPNetworks.Add(network);
        })
        .AddRateLimiter(options =>
        {
            options.AddPolicy(Begins, http => ByAddress(http, BeginsAtOnce, BeginsASecond, TimeSpan.FromSeconds(1)));
            options.AddPolicy(Uploads, http => ByAddress(http, UploadsAtOnce, 1, BetweenUploads));
            options.AddPolicy(Posts, ByConversation);
            options.OnRejected = (context, _) => new ValueTask(DirectLineErrors.TooManyAsync(
                context.HttpContext, context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1)));
        });

    private static RateLimitPartition<string> ByAddress(HttpContext http, int atOnce, int then, TimeSpan every) =>
        http.Connection.RemoteIpAddress is { } address && !IsInside(address)
            ? RateLimitPartition.GetTokenBucketLimiter(NetworkOf(address), _ => Bucket(atOnce, then, every, thatWait: 0))
            : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> ByConversation(HttpContext http) => RateLimitPartition.GetTokenBucketLimiter(
        http.Request.RouteValues["id"]?.ToString() ?? "", _ => Bucket(PostsAtOnce, PostsASecond, TimeSpan.FromSeconds(1), PostsThatWait));

    private static TokenBucketRateLimiterOptions Bucket(int atOnce, int then, TimeSpan every, int thatWait) =>
        new() { TokenLimit = atOnce, TokensPerPeriod = then, ReplenishmentPeriod = every, QueueLimit = thatWait, AutoReplenishment = false };

    private static bool IsInside(IPAddress address) => Inside.Any(network => network.Contains(Plain(address)));

    // One household has a whole /64 of IPv6.
    private static string NetworkOf(IPAddress address) => Plain(address) is { AddressFamily: AddressFamily.InterNetworkV6 } six
        ? Convert.ToHexString(six.GetAddressBytes().AsSpan(0, BitsOfANetwork / 8))
        : Plain(address).ToString();

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
