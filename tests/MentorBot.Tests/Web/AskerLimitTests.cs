using System.Net;
using MentorBot.FrontPage;
using MentorBot.Settings;
using MentorBot.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MentorBot.Tests.Web;

public sealed class AskerLimitTests : IDisposable
{
    private readonly FakeClock _clock = new();
    private readonly Asker _asker = new(Proxies("10.0.0.5, fd00::/64"));
    private readonly ChatLimits _limits;

    public AskerLimitTests() => _limits = new ChatLimits(_asker, _clock);

    // RFC 5737, RFC 3849: addresses of nobody.
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2::1", "20010DB800010002", "20010DB80001")]
    [InlineData("10.0.0.6", "10.0.0.6", "10.0.0.6")]
    [InlineData("10.0.0.5", null, null)]
    [InlineData("::ffff:10.0.0.5", null, null)]
    [InlineData("fd00::1", null, null)]
    [InlineData("127.0.0.1", null, null)]
    [InlineData("::1", null, null)]
    public void Whoever_asks_is_her_network_and_a_proxy_of_ours_is_nobody(string address, string? household, string? site) =>
        Assert.Equal((household, site), (_asker.HouseholdOf(From(address)), _asker.SiteOf(From(address))));

    [Fact]
    public void Only_proxies_of_ours_are_believed_and_no_whole_private_network()
    {
        using var services = new ServiceCollection().AddAsker(Proxies("10.0.0.5")).BuildServiceProvider();
        var believed = services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value;
        Assert.Equal(["127.0.0.0/8", "::1/128", "10.0.0.5/32"], believed.KnownIPNetworks.Select(network => network.ToString()));
        Assert.Empty(believed.KnownProxies);
    }

    [Fact]
    public void An_address_guesses_ten_times_and_a_site_of_many_households_thirty()
    {
        for (var i = 0; i < 30; i++) Assert.Null(_limits.MinutesToGuess(From($"2001:db8:1:{i / 10}::{i + 1}")));
        Assert.InRange(_limits.MinutesToGuess(From("2001:db8:1:2::ffff"))!.Value, 1, 10);
        Assert.InRange(_limits.MinutesToGuess(From("2001:db8:1:99::1"))!.Value, 1, 10);
        Assert.Null(_limits.MinutesToGuess(From("2001:db8:2::1")));
    }

    [Fact]
    public void A_proxy_that_does_not_say_who_asks_locks_nobody_out_of_a_chat()
    {
        for (var i = 0; i < 100; i++) Assert.Equal((null, null), (_limits.MinutesToGuess(From("10.0.0.5")), _limits.MinutesToBegin(From("10.0.0.5"))));
        for (var i = 0; i < 100; i++) Assert.Null(_limits.MinutesToBegin(From("127.0.0.1")));
    }

    [Fact]
    public void Only_guesses_that_failed_count_against_everybody_and_only_for_a_minute()
    {
        for (var i = 0; i < 1_000; i++)
        {
            Assert.Null(_limits.MinutesToGuess(From("127.0.0.1")));
            _limits.Found();
        }
        for (var i = 0; i < FailedGuesses.Most; i++) Assert.Null(_limits.MinutesToGuess(From("127.0.0.1")));
        Assert.Equal(1, _limits.MinutesToGuess(From("203.0.113.7")));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(_limits.MinutesToGuess(From("203.0.113.7")));
    }

    public void Dispose() => _limits.Dispose();

    private static TrustedProxies Proxies(string text) => TrustedProxies.TryParse(text, out var proxies) ? proxies : throw new InvalidOperationException();

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
