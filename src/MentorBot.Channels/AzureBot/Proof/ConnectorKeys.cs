using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace MentorBot.Channels.AzureBot;

/// <summary>The public keys that one issuer signs with, fetched where its OpenID metadata says.</summary>
/// <remarks>
/// Fetched again every day, as the Bot Framework asks, and when a token names a key that is not known: keys change without notice. The library's
/// own <c>ConfigurationManager</c> would fetch those in the background and refuse that token meanwhile, keeps time by the machine's clock, and drops the endorsements.
/// </remarks>
internal sealed class ConnectorKeys(Uri metadata, HttpClient http, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan KeepFor = TimeSpan.FromHours(24);

    // Anybody can name a key that does not exist, so that must not make us ask each time.
    private static readonly TimeSpan BetweenFetches = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenFirstFetches = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private Kept? _kept;
    private Task _fetching = Task.CompletedTask;
    private DateTimeOffset _triedAt = DateTimeOffset.MinValue;

    /// <summary>Finds a key by its id.</summary>
    public async Task<KeySearch> FindAsync(string? kid, CancellationToken cancellationToken)
    {
        kid ??= "";
        await RefreshIfNeeded(kid).WaitAsync(cancellationToken);
        lock (_gate)
            return new(_kept?.Keys.GetValueOrDefault(kid), HasKeys: _kept is not null);
    }

    private Task RefreshIfNeeded(string kid)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (_kept is not null && now - _kept.At < KeepFor && _kept.Keys.ContainsKey(kid))
                return Task.CompletedTask;
            // One fetch serves all who wait for it, and goes on when they have gone.
            if (_fetching.IsCompleted && now - _triedAt >= (_kept is null ? BetweenFirstFetches : BetweenFetches))
                (_triedAt, _fetching) = (now, FetchAsync(now));
            return _fetching;
        }
    }

    /// <summary>Fetches them. If that fails the old ones are kept: they are no worse than a minute ago.</summary>
    private async Task FetchAsync(DateTimeOffset now)
    {
        using var timeout = new CancellationTokenSource(AnswerWithin, clock);
        try
        {
            using var document = await GetAsync(metadata, timeout.Token);
            var place = new Uri(document.RootElement.GetProperty("jwks_uri").GetString() ?? "");
            if (place.Scheme != Uri.UriSchemeHttps && !(place.IsLoopback && metadata.IsLoopback))
                throw new InvalidOperationException("Keys are not to be fetched in the clear.");
            using var keys = await GetAsync(place, timeout.Token);
            var kept = new Kept(Read(keys.RootElement), now);
            lock (_gate)
                _kept = kept;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or JsonException or KeyNotFoundException
            or InvalidOperationException or UriFormatException or ArgumentException)
        {
            log.KeysNotFetched(error.GetType().Name, metadata.Host);
        }
    }

    private async Task<JsonDocument> GetAsync(Uri from, CancellationToken cancellationToken) =>
        JsonDocument.Parse(await http.GetByteArrayAsync(from, cancellationToken));

    private static Dictionary<string, ConnectorKey> Read(JsonElement set)
    {
        var keys = new Dictionary<string, ConnectorKey>(StringComparer.Ordinal);
        foreach (var one in set.GetProperty("keys").EnumerateArray())
        {
            var key = new JsonWebKey(one.GetRawText());
            if (key.Kty == JsonWebAlgorithmsKeyTypes.RSA && !string.IsNullOrEmpty(key.Kid))
                keys[key.Kid] = new(key, Endorsements(one));
        }
        return keys;
    }

    private static HashSet<string> Endorsements(JsonElement key) =>
        key.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!).ToHashSet(StringComparer.Ordinal)
            : [];

    private sealed record Kept(Dictionary<string, ConnectorKey> Keys, DateTimeOffset At);
}

/// <summary>One public key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Endorsements">The channels that it may speak for.</param>
internal sealed record ConnectorKey(SecurityKey Key, IReadOnlySet<string> Endorsements);

/// <summary>What came of looking for a key.</summary>
/// <param name="Key">The key; null if there is none of that id.</param>
/// <param name="HasKeys">Whether any keys could be had to look among; if not, nothing can be said about the token.</param>
internal sealed record KeySearch(ConnectorKey? Key, bool HasKeys);
