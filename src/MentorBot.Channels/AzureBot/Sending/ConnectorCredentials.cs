using System.Net;
using System.Text.Json;
using MentorBot.BotFramework;

namespace MentorBot.Channels.AzureBot;

/// <summary>Our own token, by which a Connector knows us: fetched with the client secret, and kept until shortly before it runs out.</summary>
internal sealed class ConnectorCredentials(AzureBotSettings settings, HttpClient http, TimeProvider clock) : IDisposable
{
    private const string Scope = "https://api.botframework.com/.default";
    private const string MultiTenant = "botframework.com";

    // A person who has blocked the bot refuses every token, and would else cost each other's.
    private static readonly TimeSpan ReplacesAtMostEvery = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan RefreshBefore = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly Uri _url = new(settings.TokenUrl
        ?? $"https://login.microsoftonline.com/{(string.IsNullOrWhiteSpace(settings.TenantId) ? MultiTenant : settings.TenantId)}/oauth2/v2.0/token");

    private Kept? _kept;

    /// <summary>Whether there is, or may be fetched, another than a token that was just refused: not if that one is kept and itself replaced another within the last minute.</summary>
    public bool MayReplace(string refused) => _kept is not { ReplacedAt: { } at } kept || kept.Token != refused || clock.GetUtcNow() - at >= ReplacesAtMostEvery;

    /// <summary>A token that a Connector will take, or why there is none.</summary>
    /// <param name="refused">A token that was just refused, and is not to be given again; null if none was.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<Credential> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            var isReplaced = refused is not null && _kept?.Token == refused;
            if (isReplaced)
                _kept = null;
            if (_kept is not null && now < _kept.Until - RefreshBefore)
                return new(_kept.Token, null);

            var fetched = await FetchAsync(now, cancellationToken);
            if (isReplaced && _kept is not null)
                _kept = _kept with { ReplacedAt = now };
            // An old token that still holds is better than none.
            return fetched.Token is null && _kept is not null && now < _kept.Until ? new(_kept.Token, null) : fetched;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private async Task<Credential> FetchAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(AnswerWithin, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = settings.AppId!,
            ["client_secret"] = settings.AppPassword!,
            ["scope"] = Scope,
        });
        try
        {
            using var response = await http.PostAsync(_url, form, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return response.IsSuccessStatusCode ? Keep(body, now) : new(null, Refusal(response.StatusCode));
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Nothing was sent to the channel yet, whatever became of this.
            return new(null, Delivery.TryLater("no-token", ConnectorAnswers.Soon));
        }
    }

    private Credential Keep(byte[] body, DateTimeOffset now)
    {
        using var document = JsonDocument.Parse(body);
        var token = document.RootElement.GetProperty("access_token").GetString() ?? throw new JsonException("A token was expected, not null.");
        _kept = new(token, now.AddSeconds(document.RootElement.GetProperty("expires_in").GetDouble()));
        return new(token, null);
    }

    private static Delivery Refusal(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError
        ? Delivery.TryLater($"token-http-{(int)status}", ConnectorAnswers.Soon)
        : Delivery.Refused(DeliveryOutcome.StopSender, $"token-http-{(int)status}");

    private sealed record Kept(string Token, DateTimeOffset Until, DateTimeOffset? ReplacedAt = null);
}

/// <summary>A token of ours, or what its lack means for the message.</summary>
/// <param name="Token">The token.</param>
/// <param name="Failure">What to say of the message; null if there is a token.</param>
internal sealed record Credential(string? Token, Delivery? Failure)
{
    /// <summary>The type's name and nothing else.</summary>
    public override string ToString() => nameof(Credential);
}
