using MentorBot.BotFramework;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace MentorBot.Channels.Sms;

/// <summary>Text messages, by Twilio's REST API or another carrier that speaks its dialect.</summary>
/// <remarks>
/// Twilio takes no key that would make a repeat harmless. So a message is tried again here only when it certainly was not processed (no connection, or
/// "too many requests"), briefly; everything else is one try and one honest <see cref="Delivery"/>, and the caller's queue does the waiting.
/// </remarks>
public sealed class TwilioChannel : IChannel
{
    private const int Retries = 3;
    private const long LargestAnswer = 1024 * 1024;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly SmsSettings _settings;
    private readonly ILogger<TwilioChannel> _logger;
    private readonly TwilioApi _api;
    private readonly TwilioLookUp _lookUp;
    private readonly ResiliencePipeline<Delivery> _briefRetry;

    /// <summary>Makes the channel. The settings must have been validated.</summary>
    /// <param name="settings">The account and the sender.</param>
    /// <param name="http">A client made by <see cref="CreateClient"/>; it may be shared.</param>
    /// <param name="clock">Times the answers and the pauses.</param>
    /// <param name="logger">Told of ids and codes only.</param>
    public TwilioChannel(SmsSettings settings, HttpClient http, TimeProvider clock, ILogger<TwilioChannel> logger)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _logger) = (settings, logger);
        _api = new(settings, http, clock);
        _lookUp = new(_api, clock);
        _briefRetry = BriefRetry(clock);
    }

    /// <inheritdoc/>
    public string Id => BotFramework.Channels.Sms;

    /// <inheritdoc/>
    public int MessagesPerSecond => _settings.MessagesPerSecond;

    /// <summary>A client fit for sending: it follows no redirect, keeps no cookie, and leaves the timing of answers to the channel.</summary>
    public static HttpClient CreateClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),

        // A connection the other side is about to close loses the answer to whatever is sent on it, so none lies idle for long.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),

        // Our traces are no business of the carrier's.
        ActivityHeadersPropagator = null,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    /// <inheritdoc/>
    public IReadOnlyList<Activity> Render(Activity reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return SmsRendering.Render(reply);
    }

    /// <inheritdoc/>
    public async Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var delivery = WithWait(await PostAsync(Form(message), cancellationToken));
        Log(message, delivery);
        return delivery;
    }

    /// <inheritdoc/>
    public async Task<Delivery> LookUpAsync(OutgoingMessage message, IReadOnlySet<string> knownProviderIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(knownProviderIds);
        var delivery = await _lookUp.FindAsync(message, knownProviderIds, cancellationToken);
        _logger.LookedUp(message.Id, delivery.Outcome, delivery.Code);
        return delivery;
    }

    private static ResiliencePipeline<Delivery> BriefRetry(TimeProvider clock) =>
        new ResiliencePipelineBuilder<Delivery> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<Delivery>
            {
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is { Outcome: DeliveryOutcome.TryLater } delivery
                    && (delivery.RetryAfter is null || delivery.RetryAfter <= LongestPause)),
                MaxRetryAttempts = Retries,
                Delay = FirstPause,
                MaxDelay = LongestPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .Build();

    private async Task<Delivery> PostAsync(List<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        try
        {
            return await _briefRetry.ExecuteAsync(async token => await _api.PostAsync(form, token), cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The call itself never throws this: it was cancelled before the first try or in a pause after one that was not processed.
            return Delivery.TryLater("cancelled");
        }
    }

    private List<KeyValuePair<string, string>> Form(OutgoingMessage message)
    {
        var form = new List<KeyValuePair<string, string>> { new("To", message.Address) };
        AddIfAny(form, "From", message.OurAddress ?? _settings.From);
        AddIfAny(form, "MessagingServiceSid", _settings.MessagingServiceSid);
        AddIfAny(form, "Body", message.Activity.Text);
        foreach (var attachment in message.Activity.Attachments?.Where(SmsRendering.IsMedia) ?? [])
            AddIfAny(form, "MediaUrl", attachment.ContentUrl);
        AddIfAny(form, "StatusCallback", TwilioStatus.CallbackUrl(_settings.PublicUrl, message.Id));
        return form;
    }

    private static void AddIfAny(List<KeyValuePair<string, string>> form, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            form.Add(new(name, value));
    }

    private static Delivery WithWait(Delivery delivery) => delivery.Outcome switch
    {
        DeliveryOutcome.Uncertain => delivery with { RetryAfter = TwilioLookUp.SettlesAfter },
        DeliveryOutcome.TryLater => delivery with { RetryAfter = delivery.RetryAfter ?? TwilioErrors.Soon },
        _ => delivery,
    };

    private void Log(OutgoingMessage message, Delivery delivery)
    {
        if (delivery.Outcome == DeliveryOutcome.Accepted)
            _logger.Accepted(message.Id, delivery.ProviderId);
        else if (delivery.Outcome == DeliveryOutcome.StopSender)
            _logger.SenderStopped(message.Id, delivery.Code);
        else
            _logger.NotAccepted(message.Id, delivery.Outcome, delivery.Code);
    }
}
