using System.Net.Sockets;
using MentorBot.Settings;
using Microsoft.AspNetCore.HttpOverrides;

namespace MentorBot.Web;

/// <summary>Who asks, as far as limits go by it: the network of the address that the connection comes from or, where that is a proxy of ours, of the one that it names.</summary>
/// <remarks>
/// Proxies of ours are on this machine, or named in <c>MentorBot:TrustedProxies</c>; nobody else's <c>X-Forwarded-For</c> is believed, for whoever writes it could be somebody else each time.
/// A proxy of ours that names nobody, and whoever is on this machine, is nobody in particular: limits by address leave them alone, or everybody behind it would be one.
/// </remarks>
internal sealed class Asker(TrustedProxies proxies)
{
    // One household has 2^64 addresses of IPv6, and counts as one by the half that it does not choose; a provider's customer or a rented server often has 2^80.
    private const int BytesOfAHousehold = 8;
    private const int BytesOfASite = 6;

    /// <summary>Her household: an address of IPv4, or a /64 of IPv6. Null if nobody in particular.</summary>
    public string? HouseholdOf(HttpContext http) => NetworkOf(http, BytesOfAHousehold);

    /// <summary>The /48 of IPv6 that her household is in, or her address of IPv4. Null if nobody in particular.</summary>
    public string? SiteOf(HttpContext http) => NetworkOf(http, BytesOfASite);

    private string? NetworkOf(HttpContext http, int bytes)
    {
        if (http.Connection.RemoteIpAddress is not { } address || proxies.Contains(address)) return null;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, bytes)) : plain.ToString();
    }
}

internal static class Askers
{
    /// <summary>Adds the one way to tell who asks, and believes our own proxies alone.</summary>
    public static IServiceCollection AddAsker(this IServiceCollection services, TrustedProxies proxies) => services
        .AddSingleton(new Asker(proxies))
        .Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in proxies.Networks) options.KnownIPNetworks.Add(network);
        });
}
