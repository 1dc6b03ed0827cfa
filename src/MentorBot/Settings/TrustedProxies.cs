using System.Diagnostics.CodeAnalysis;
using System.Net;
using IPNetwork = System.Net.IPNetwork;

namespace MentorBot.Settings;

/// <summary>The reverse proxies whose word is taken for who asks and by which scheme: those on this machine, and those that are named.</summary>
public sealed class TrustedProxies
{
    private static readonly IPNetwork[] Here = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    private TrustedProxies(IReadOnlyList<IPNetwork> named) => Networks = [.. Here, .. named];

    /// <summary>Where they are.</summary>
    public IReadOnlyList<IPNetwork> Networks { get; }

    /// <summary>Reads addresses and networks with commas between, such as <c>10.0.0.5, 172.18.0.0/16</c>; null names none.</summary>
    /// <returns>Whether they could be read.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TrustedProxies? proxies)
    {
        var named = new List<IPNetwork>();
        proxies = null;
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (ReadOne(part) is not { } network) return false;
            named.Add(network);
        }
        proxies = new TrustedProxies(named);
        return true;
    }

    /// <summary>Whether a proxy of ours has this address, or it is on this machine.</summary>
    public bool Contains(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Networks.Any(network => network.Contains(plain));
    }

    // "10" and "1.2" are addresses to the framework, and a slip of the finger to everybody else. All the world is no proxy.
    private static IPNetwork? ReadOne(string part)
    {
        var address = part.Split('/')[0];
        if (!address.Contains(':', StringComparison.Ordinal) && address.Count(c => c == '.') != 3) return null;
        if (IPNetwork.TryParse(part, out var network)) return network.PrefixLength > 0 ? network : null;
        return IPAddress.TryParse(part, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8) : null;
    }
}
