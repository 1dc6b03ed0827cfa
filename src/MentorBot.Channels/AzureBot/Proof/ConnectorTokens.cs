using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorBot.Channels.AzureBot;

/// <summary>Checks the token that a caller shows: the Bot Framework's own, or one of our own app as the Emulator has.</summary>
/// <remarks>
/// The rules are those of https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication. The issuer that the
/// unchecked token names only chooses the rules; it must then be the one that these allow, and the key the one that it announces.
/// </remarks>
internal sealed class ConnectorTokens
{
    private const string ChannelIssuer = "https://api.botframework.com";

    // How far the clocks may differ.
    private static readonly TimeSpan ClockMargin = TimeSpan.FromMinutes(5);

    private readonly AzureBotSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ConnectorKeys _channelKeys;
    private readonly ConnectorKeys _emulatorKeys;
    private readonly EmulatorRules _emulator;
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    public ConnectorTokens(AzureBotSettings settings, HttpClient http, TimeProvider clock, ILogger log)
    {
        (_settings, _clock, _emulator) = (settings, clock, new(settings));
        _channelKeys = new(new Uri(settings.OpenIdMetadataUrl), http, clock, log);
        _emulatorKeys = new(new Uri(settings.EmulatorOpenIdMetadataUrl), http, clock, log);
    }

    /// <summary>Checks an Authorization header. Never throws for what it holds.</summary>
    public async Task<Reading<ProvenCaller>> CheckAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (Read(authorization) is not { } token)
            return new Refusal(RefusalReason.NotProven, "no-token");
        if (token.Issuer == ChannelIssuer)
            return await CheckAsChannelAsync(token, cancellationToken);
        return EmulatorRules.MayBe(token.Issuer) ? await CheckAsEmulatorAsync(token, cancellationToken) : new Refusal(RefusalReason.NotProven, "issuer");
    }

    private JsonWebToken? Read(string? authorization)
    {
        if (!AuthenticationHeaderValue.TryParse(authorization, out var header) || header is not { Scheme: var scheme, Parameter: { } parameter }
            || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return _handler.ReadJsonWebToken(parameter);
        }
        catch (Exception error) when (error is ArgumentException or SecurityTokenException or FormatException)
        {
            return null;
        }
    }

    private async Task<Reading<ProvenCaller>> CheckAsChannelAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        var search = await _channelKeys.FindAsync(token.Kid, cancellationToken);
        if (await FaultAsync(token, search, [ChannelIssuer]) is { } fault)
            return new Refusal(search.HasKeys ? RefusalReason.NotProven : RefusalReason.CannotCheck, fault);
        return new ProvenCaller(CallerProof.Signed, Claim(token, "serviceurl"), search.Key!.Endorsements);
    }

    private async Task<Reading<ProvenCaller>> CheckAsEmulatorAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        var search = await _emulatorKeys.FindAsync(token.Kid, cancellationToken);
        if ((await FaultAsync(token, search, _emulator.Issuers) ?? _emulator.Fault(Claim(token, "ver"), name => Claim(token, name))) is { } fault)
            return new Refusal(search.HasKeys ? RefusalReason.BadSignature : RefusalReason.CannotCheck, fault);
        return new ProvenCaller(CallerProof.Emulator, null, new HashSet<string>(StringComparer.Ordinal));
    }

    /// <summary>What is wrong with the token by the rules that both paths share, or null.</summary>
    private async Task<string?> FaultAsync(JsonWebToken token, KeySearch search, IEnumerable<string> issuers)
    {
        if (search.Key is not { } key)
            return search.HasKeys ? "unknown-key" : "no-keys";
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuers = issuers,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            IssuerSigningKey = key.Key,
            RequireSignedTokens = true,
            AudienceValidator = (audiences, _, _) => audiences.Any(a => string.Equals(a, _settings.AppId, StringComparison.OrdinalIgnoreCase)),
            LifetimeValidator = (from, until, _, _) => IsAlive(from, until),
        });
        // The exception's words may hold what the token holds.
        return result.IsValid ? null : result.Exception?.GetType().Name ?? "invalid";
    }

    private bool IsAlive(DateTime? from, DateTime? until)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return until is not null && now < until + ClockMargin && (from is null || now >= from - ClockMargin);
    }

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;
}

/// <summary>A caller whose token holds.</summary>
/// <param name="Proof">By which rules.</param>
/// <param name="ConnectorUrl">The address for replies that the token vouches for; null if it names none.</param>
/// <param name="Endorsements">The channels that the token's key may speak for.</param>
internal sealed record ProvenCaller(CallerProof Proof, string? ConnectorUrl, IReadOnlySet<string> Endorsements);
