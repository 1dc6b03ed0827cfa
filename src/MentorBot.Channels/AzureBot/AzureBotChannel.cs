using System.Net;
using MentorBot.BotFramework;
using Microsoft.Extensions.Logging;

namespace MentorBot.Channels.AzureBot;

/// <summary>Whatever channels Azure Bot Service brings, and the Emulator: replies go to the Connector that the person's message named.</summary>
/// <remarks>
/// A Connector takes no key that would make a repeat harmless, and cannot be asked what became of a message. So every post is one try, but for the two that a Connector
/// certainly did not carry out: one refused for its token, and one refused since the activity that it answers is gone.
/// </remarks>
public sealed class AzureBotChannel : IChannel, IDisposable
{
    // What Teams takes from one bot in one tenant (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). Others publish none.
    private const int TeamsTakesPerSecond = 50;
    private const long LargestAnswer = 1024 * 1024;

    // After this long no request that we lost sight of can still be on its way.
    private static readonly TimeSpan SettlesAfter = TimeSpan.FromMinutes(1);

    private readonly ILogger<AzureBotChannel> _logger;
    private readonly ConnectorSeals _seals;
    private readonly ReplyGate _gate;
    private readonly ConnectorApi _api;
    private readonly ConnectorCredentials _credentials;

    /// <summary>Makes the channel. The settings must have been validated.</summary>
    /// <param name="settings">Who we are.</param>
    /// <param name="seals">Open what the reader sealed.</param>
    /// <param name="http">A client made by <see cref="CreateClient"/>; it may be shared.</param>
    /// <param name="clock">Times answers and tokens.</param>
    /// <param name="logger">Told of our ids and of codes only.</param>
    public AzureBotChannel(AzureBotSettings settings, ConnectorSeals seals, HttpClient http, TimeProvider clock, ILogger<AzureBotChannel> logger)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_seals, _logger, _gate) = (seals, logger, new(settings));
        (_api, _credentials) = (new(http, clock), new(settings, http, clock));
    }

    /// <inheritdoc/>
    public string Id => BotFramework.Channels.AzureBot;

    /// <inheritdoc/>
    public int MessagesPerSecond => TeamsTakesPerSecond;

    /// <inheritdoc/>
    public bool IsHub(string ourAddress) => OurSide.Parse(ourAddress)?.Proof == CallerProof.Hub;

    /// <summary>A client fit for sending: it follows no redirect, which would take our token elsewhere, and leaves the timing of answers to the channel.</summary>
    public static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    /// <summary>The reply itself, buttons and all. Delays have no form here, and traces are for the Emulator's own channel id, which this is not.</summary>
    public IReadOnlyList<Activity> Render(Activity reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.IsType(ActivityTypes.Delay) || reply.IsType(ActivityTypes.Trace) || reply.IsType(ActivityTypes.InvokeResponse))
            return [];
        var rendered = reply.Copy();
        // Our words are plain. Read as markdown they would lose their line breaks.
        if (reply.IsType(ActivityTypes.Message))
            rendered.TextFormat ??= TextFormatTypes.Plain;
        return [rendered];
    }

    /// <inheritdoc/>
    public async Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var delivery = await DeliverAsync(message, cancellationToken);
        if (delivery.Outcome == DeliveryOutcome.Uncertain)
            delivery = delivery with { RetryAfter = SettlesAfter };
        Log(message, delivery);
        return delivery;
    }

    /// <summary>Nobody can say what became of it. So it is sent once more when the Connector is there again, and if that answer is lost too, it is given up.</summary>
    /// <inheritdoc/>
    public async Task<Delivery> LookUpAsync(OutgoingMessage message, IReadOnlySet<string> knownProviderIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.WasSentBlindly || OurSide.Parse(message.OurAddress) is not { } ours || !_gate.MayAnswer(ours.Proof, ours.Connector))
            return Delivery.Refused(DeliveryOutcome.Rejected, "fate-unknown");
        return await _api.IsAnsweringAsync(ours.Connector, cancellationToken) ? Delivery.SendBlindly : Delivery.Uncertain("no-answer", SettlesAfter);
    }

    /// <inheritdoc/>
    public void Dispose() => _credentials.Dispose();

    private async Task<Delivery> DeliverAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (TheirSide.Parse(message.Address) is not { } theirs || OurSide.Parse(message.OurAddress) is not { } ours)
            return Delivery.Refused(DeliveryOutcome.Rejected, "no-address");
        if (!_gate.MayAnswer(ours.Proof, ours.Connector))
            return Delivery.Refused(DeliveryOutcome.Rejected, "host-not-allowed");

        var ticket = _seals.OpenTicket(message.Activity.ReplyToId);
        var posted = await PostAsync(ConnectorLetter.Write(message.Activity, ours, theirs, ticket), ours.Proof, cancellationToken);
        // She may have deleted what she wrote. The answer can still be said.
        if (posted.Status == HttpStatusCode.NotFound && ticket.ActivityId is not null)
            posted = await PostAsync(ConnectorLetter.Write(message.Activity, ours, theirs, ticket with { ActivityId = null }), ours.Proof, cancellationToken);
        // The Connector's own id for it may hold the conversation's, and nothing ever asks for it.
        return posted.Failure ?? Delivery.Accepted(message.Id.ToString("N"));
    }

    private async Task<Posted> PostAsync(ConnectorLetter letter, CallerProof proof, CancellationToken cancellationToken)
    {
        if (proof == CallerProof.Anonymous)
            return await _api.PostAsync(letter, token: null, cancellationToken);
        var (posted, token) = await PostWithTokenAsync(letter, refused: null, cancellationToken);
        if (token is not null && posted.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden && _credentials.MayReplace(token))
            (posted, _) = await PostWithTokenAsync(letter, refused: token, cancellationToken);
        return posted;
    }

    private async Task<(Posted Posted, string? Token)> PostWithTokenAsync(ConnectorLetter letter, string? refused, CancellationToken cancellationToken)
    {
        var credential = await TokenAsync(refused, cancellationToken);
        return credential.Failure is { } failure ? (new(null, failure), null) : (await _api.PostAsync(letter, credential.Token, cancellationToken), credential.Token);
    }

    private async Task<Credential> TokenAsync(string? refused, CancellationToken cancellationToken)
    {
        try
        {
            return await _credentials.GetAsync(refused, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new(null, Delivery.TryLater("cancelled", ConnectorAnswers.Soon));
        }
    }

    private void Log(OutgoingMessage message, Delivery delivery)
    {
        if (delivery.Outcome == DeliveryOutcome.Accepted)
            _logger.Accepted(message.Id);
        else if (delivery.Outcome == DeliveryOutcome.StopSender)
            _logger.SenderStopped(message.Id, delivery.Code);
        else
            _logger.NotAccepted(message.Id, delivery.Outcome, delivery.Code);
    }
}
