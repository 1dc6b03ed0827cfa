using System.Net;
using MentorBot.Desk;
using MentorBot.Settings;
using MentorBot.Web;
using Microsoft.AspNetCore.Http;

namespace MentorBot.Tests.Desk;

public class DeskLimitsTests
{
    [Fact]
    public void A_household_tries_thirty_times_in_ten_minutes_and_whoever_is_on_this_machine_is_nobody_in_particular()
    {
        Assert.True(TrustedProxies.TryParse(null, out var proxies));
        using var limits = new DeskLimits(new Asker(proxies));

        for (var i = 0; i < DeskLimits.TriesOfOne; i++) Assert.Null(limits.MinutesToTry(From("203.0.113.7")));
        Assert.InRange(limits.MinutesToTry(From("203.0.113.7"))!.Value, 1, 10);
        Assert.Null(limits.MinutesToTry(From("203.0.113.8")));
        for (var i = 0; i < 2 * DeskLimits.TriesOfOne; i++) Assert.Null(limits.MinutesToTry(From("127.0.0.1")));
    }

    // RFC 5737: addresses of nobody.
    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
