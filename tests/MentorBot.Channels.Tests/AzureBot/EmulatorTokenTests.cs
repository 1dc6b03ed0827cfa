using MentorBot.Channels.AzureBot;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.AzureBot;

public sealed class EmulatorTokenTests : WithFakeConnector
{
    private const string OurTenant = "11111111-2222-3333-4444-555555555555";

    [Theory]
    [InlineData("1.0", "d6d49420-f39b-4df7-a1dc-d59a935871db")]
    [InlineData("1.0", "f8cdef31-a31e-4b4a-93e4-5f571e91255a")]
    [InlineData("2.0", "d6d49420-f39b-4df7-a1dc-d59a935871db")]
    [InlineData("2.0", "f8cdef31-a31e-4b4a-93e4-5f571e91255a")]
    [InlineData("1.0", OurTenant)]
    [InlineData("2.0", OurTenant)]
    public async Task The_Emulator_is_let_in_with_a_token_of_our_app_from_Microsofts_tenants_or_ours(string version, string tenant)
    {
        InDevelopment().TenantId = OurTenant.ToUpperInvariant();
        var reading = await ReadAsync(Said(channel: "emulator"), Token(version, tenant).SignedBy(EmulatorKey));
        Assert.True(reading.IsAccepted, reading.Refusal?.ToString());
    }

    [Fact]
    public async Task Another_tenant_is_not_allowed() =>
        await RefusedAsync(Token("1.0", Guid.NewGuid().ToString()).SignedBy(EmulatorKey));

    [Fact]
    public async Task A_tenant_hidden_in_an_issuers_path_is_not_allowed() =>
        await RefusedAsync(Token("1.0").With("iss", "https://sts.windows.net/evil/d6d49420-f39b-4df7-a1dc-d59a935871db/").SignedBy(EmulatorKey));

    [Theory]
    [InlineData("1.0", "appid")]
    [InlineData("2.0", "azp")]
    public async Task A_token_that_another_app_got_for_ours_is_not_taken(string version, string claim) =>
        await RefusedAsync(Token(version).With(claim, Guid.NewGuid().ToString()).SignedBy(EmulatorKey));

    [Theory]
    [InlineData("1.0", "appid")]
    [InlineData("2.0", "azp")]
    [InlineData("2.0", "ver")]
    [InlineData("2.0", "aud")]
    [InlineData("2.0", "exp")]
    public async Task A_token_that_lacks_a_claim_is_not_taken(string version, string claim) =>
        await RefusedAsync(Token(version).With(claim, null).SignedBy(EmulatorKey));

    [Fact]
    public async Task A_token_for_another_app_is_not_taken() =>
        await RefusedAsync(Token("2.0").With("aud", Guid.NewGuid().ToString()).SignedBy(EmulatorKey));

    [Fact]
    public async Task A_version_nobody_has_heard_of_is_not_taken() =>
        await RefusedAsync(Token("2.0").With("ver", "3.0").SignedBy(EmulatorKey));

    [Fact]
    public async Task The_channels_key_does_not_sign_for_the_Emulator() => await RefusedAsync(Token("2.0").SignedBy(Key));

    [Fact]
    public async Task No_signature_will_not_do() => await RefusedAsync(Token("2.0").WithoutSignature(EmulatorKey));

    [Fact]
    public async Task The_public_key_as_a_secret_will_not_do() => await RefusedAsync(Token("2.0").SignedByPublicKeyOf(EmulatorKey));

    [Theory]
    [InlineData("https://evil.example.org/")]
    [InlineData("https://localhost.evil.example.org/")]
    [InlineData("https://msteams.example.org/")]
    public async Task In_Development_replies_to_the_Emulator_stay_on_this_machine(string url)
    {
        InDevelopment();
        var reading = await ReadAsync(Said(channel: "emulator", url: url), Token("2.0").SignedBy(EmulatorKey));
        Assert.Equal(new Refusal(RefusalReason.BadSignature, "serviceUrl"), reading.Refusal);
    }

    [Fact]
    public async Task In_Production_the_Emulator_gets_no_replies_unless_its_host_is_allowed()
    {
        var token = Token("2.0").SignedBy(EmulatorKey);
        Assert.Equal(RefusalReason.BadSignature, (await ReadAsync(Said(channel: "emulator"), token)).Refusal?.Reason);

        var gate = new ReplyGate(new() { AppId = FakeConnector.AppId, AllowedServiceHosts = "other.example.org, Tunnel.example.org" });
        Assert.True(gate.MayAnswer(CallerProof.Emulator, new Uri("https://tunnel.example.org:8443/x")));
        Assert.False(gate.MayAnswer(CallerProof.Emulator, new Uri("https://tunnel.example.org.evil.example/x")));
    }

    [Fact]
    public async Task Without_an_app_id_a_developers_Emulator_on_the_same_machine_needs_no_token()
    {
        InDevelopment(withAppId: false);
        Assert.True((await ReadAsync(Said(channel: "emulator"), token: null)).IsAccepted);
        Assert.Equal(RefusalReason.NotProven, (await ReadAsync(Said(channel: "emulator"), token: null, fromLoopback: false)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotProven, (await ReadAsync(Said(channel: "emulator"), ChannelToken.SignedBy(Key))).Refusal?.Reason);
        Assert.Equal(RefusalReason.BadSignature, (await ReadAsync(Said(channel: "emulator", url: "https://evil.example.org"), token: null)).Refusal?.Reason);
    }

    [Fact]
    public async Task Without_an_app_id_in_Production_everybody_is_refused()
    {
        (Settings.AppId, Settings.AppPassword) = (null, null);
        foreach (var token in new[] { null, ChannelToken.SignedBy(Key), Token("2.0").SignedBy(EmulatorKey) })
            Assert.Equal(new Refusal(RefusalReason.NotProven, "no-app-id"), (await ReadAsync(Said(), token)).Refusal);
    }

    [Fact]
    public async Task With_an_app_id_nobody_comes_in_without_a_token_not_even_in_Development()
    {
        InDevelopment();
        Assert.Equal(RefusalReason.NotProven, (await ReadAsync(Said(channel: "emulator"), token: null)).Refusal?.Reason);
    }

    private FakeToken Token(string version, string? tenant = null) => tenant is null
        ? FakeConnector.EmulatorToken(Clock.GetUtcNow(), version)
        : FakeConnector.EmulatorToken(Clock.GetUtcNow(), version, tenant);

    private async Task RefusedAsync(string token)
    {
        InDevelopment();
        Assert.Equal(RefusalReason.BadSignature, (await ReadAsync(Said(channel: "emulator"), token)).Refusal?.Reason);
    }
}
