using System.Text.Json.Nodes;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.AzureBot;

public sealed class TokenTests : WithFakeConnector
{
    // What is wrong with a channel's token or activity, and why it is then refused (null: it is not).
    private static readonly Dictionary<string, (Func<TokenTests, string?> Token, string? Detail)> Cases = new(StringComparer.Ordinal)
    {
        ["good"] = (t => t.ChannelToken.SignedBy(t.Key), null),
        ["RS384"] = (t => t.ChannelToken.SignedBy(t.Key, "RS384"), null),
        ["RS512"] = (t => t.ChannelToken.SignedBy(t.Key, "RS512"), null),
        ["expired within the margin"] = (t => t.ChannelToken.With("exp", t.At(-299)).SignedBy(t.Key), null),
        ["begins within the margin"] = (t => t.ChannelToken.With("nbf", t.At(299)).SignedBy(t.Key), null),
        ["address in other letters"] = (t => t.ChannelToken.With("serviceurl", t.Connector.ReplyUrl.ToUpperInvariant()).SignedBy(t.Key), null),
        ["app id in other letters"] = (t => t.ChannelToken.With("aud", FakeConnector.AppId.ToUpperInvariant()).SignedBy(t.Key), null),
        ["none"] = (_ => null, "no-token"),
        ["no token at all"] = (_ => "Joan was here", "no-token"),
        ["three dots"] = (_ => "...", "no-token"),
        ["half a token"] = (t => t.ChannelToken.SignedBy(t.Key)[..80], "no-token"),
        ["expired"] = (t => t.ChannelToken.With("exp", t.At(-301)).SignedBy(t.Key), "SecurityTokenInvalidLifetimeException"),
        ["never expires"] = (t => t.ChannelToken.With("exp", null).SignedBy(t.Key), "SecurityTokenInvalidLifetimeException"),
        ["not yet valid"] = (t => t.ChannelToken.With("nbf", t.At(301)).SignedBy(t.Key), "SecurityTokenInvalidLifetimeException"),
        ["for another app"] = (t => t.ChannelToken.With("aud", Guid.NewGuid().ToString()).SignedBy(t.Key), "SecurityTokenInvalidAudienceException"),
        ["for nobody"] = (t => t.ChannelToken.With("aud", null).SignedBy(t.Key), "SecurityTokenInvalidAudienceException"),
        ["from another issuer"] = (t => t.ChannelToken.With("iss", "https://api.botframework.org").SignedBy(t.Key), "issuer"),
        ["from no issuer"] = (t => t.ChannelToken.With("iss", null).SignedBy(t.Key), "issuer"),
        ["forged"] = (t => t.ChannelToken.SignedBy(t.Stranger, kid: t.Key.Kid), "SecurityTokenInvalidSignatureException"),
        ["signed by an unknown key"] = (t => t.ChannelToken.SignedBy(t.Stranger), "unknown-key"),
        ["signed by the Emulator's key"] = (t => t.ChannelToken.SignedBy(t.EmulatorKey), "unknown-key"),
        ["without a key's id"] = (t => t.ChannelToken.SignedBy(t.Key, kid: ""), "unknown-key"),
        ["alg none"] = (t => t.ChannelToken.WithoutSignature(t.Key), "SecurityTokenInvalidSignatureException"),
        ["HS256 with the public key"] = (t => t.ChannelToken.SignedByPublicKeyOf(t.Key), "SecurityTokenInvalidSignatureException"),
        ["changed after signing"] = (t => Changed(t.ChannelToken.SignedBy(t.Key)), "SecurityTokenInvalidSignatureException"),
        ["for another address"] = (t => t.ChannelToken.With("serviceurl", "https://evil.example.org/").SignedBy(t.Key), "serviceurl"),
        ["for no address"] = (t => t.ChannelToken.With("serviceurl", null).SignedBy(t.Key), "serviceurl"),
    };

    private FakeSigningKey Stranger { get; } = new("key-9", "msteams");

    public static TheoryData<string> CaseNames => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(CaseNames))]
    public async Task A_channels_token_is_judged_by_the_table(string name)
    {
        var reading = await ReadAsync(Said(), Cases[name].Token(this));

        Assert.Equal(Cases[name].Detail is { } detail ? new Refusal(RefusalReason.NotProven, detail) : null, reading.Refusal);
    }

    [Fact]
    public async Task A_key_that_is_not_endorsed_for_the_channel_is_refused()
    {
        var reading = await ReadAsync(Said(channel: "facebook"), ChannelToken.SignedBy(Key));
        Assert.Equal(new Refusal(RefusalReason.BadSignature, "endorsements"), reading.Refusal);
    }

    [Fact]
    public async Task A_key_without_endorsements_speaks_for_no_channel()
    {
        Connector.Keys.Add(new FakeSigningKey("key-2"));
        var reading = await ReadAsync(Said(), ChannelToken.SignedBy(Connector.Keys[1]));
        Assert.Equal(new Refusal(RefusalReason.BadSignature, "endorsements"), reading.Refusal);
    }

    [Fact]
    public async Task A_token_signed_by_a_new_key_is_taken_at_once_for_the_keys_are_fetched_again()
    {
        Assert.True((await ReadAsync(Said(), ChannelToken.SignedBy(Key))).IsAccepted);
        Clock.Advance(TimeSpan.FromMinutes(2));
        Connector.Keys.Add(new FakeSigningKey("key-2", "msteams"));

        Assert.True((await ReadAsync(Said(), ChannelToken.SignedBy(Connector.Keys[1]))).IsAccepted);
        Assert.Equal(2, Connector.KeyFetches);
    }

    [Fact]
    public async Task Tokens_that_name_keys_which_do_not_exist_make_us_ask_once_a_minute_at_the_most()
    {
        for (var i = 0; i < 20; i++)
            Assert.False((await ReadAsync(Said(), ChannelToken.SignedBy(Stranger, kid: $"key-{i + 10}"))).IsAccepted);
        Assert.Equal(1, Connector.KeyFetches);

        Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.False((await ReadAsync(Said(), ChannelToken.SignedBy(Stranger))).IsAccepted);
        Assert.Equal(2, Connector.KeyFetches);
    }

    [Fact]
    public async Task Keys_are_fetched_anew_every_day_and_one_that_was_withdrawn_is_not_taken_any_more()
    {
        var old = Key;
        Assert.True((await ReadAsync(Said(), ChannelToken.SignedBy(old))).IsAccepted);
        Connector.Keys[0] = new FakeSigningKey("key-2", "msteams");
        Clock.Advance(TimeSpan.FromHours(23));
        Assert.True((await ReadAsync(Said(), ChannelToken.SignedBy(old))).IsAccepted);
        Clock.Advance(TimeSpan.FromHours(2));

        Assert.False((await ReadAsync(Said(), ChannelToken.SignedBy(old))).IsAccepted);
    }

    [Fact]
    public async Task While_no_keys_can_be_had_nobody_is_believed_and_nobody_is_told_that_his_token_is_wrong()
    {
        Connector.HidesKeys = true;
        Assert.Equal(new Refusal(RefusalReason.CannotCheck, "no-keys"), (await ReadAsync(Said(), ChannelToken.SignedBy(Key))).Refusal);

        Connector.HidesKeys = false;
        Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.True((await ReadAsync(Said(), ChannelToken.SignedBy(Key))).IsAccepted);
    }

    [Fact]
    public async Task Keys_that_were_had_once_are_kept_while_newer_ones_cannot_be_had()
    {
        Assert.True((await ReadAsync(Said(), ChannelToken.SignedBy(Key))).IsAccepted);
        Connector.HidesKeys = true;
        Clock.Advance(TimeSpan.FromHours(25));

        Assert.True((await ReadAsync(Said(), ChannelToken.SignedBy(Key))).IsAccepted);
    }

    [Fact]
    public async Task Many_at_once_share_one_fetch_of_the_keys()
    {
        var readings = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReadAsync(Said(), ChannelToken.SignedBy(Key))));

        Assert.All(readings, reading => Assert.True(reading.IsAccepted));
        Assert.Equal(1, Connector.KeyFetches);
    }

    private JsonNode At(int seconds) => Clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds();

    private static string Changed(string token)
    {
        var parts = token.Split('.');
        return $"{parts[0]}.{FakeToken.Base64Url("{\"iss\":\"https://api.botframework.com\"}"u8.ToArray())}.{parts[2]}";
    }
}
