using System.Net.Http.Headers;
using System.Text.Json;
using MentorBot.BotFramework;
using Microsoft.Extensions.Logging;

namespace MentorBot.Channels.AzureBot;

/// <summary>Reads what the Bot Framework, or its Emulator, posts to <c>/api/messages</c>.</summary>
/// <remarks>
/// The proof is checked before the activity is looked at. Without an app id everything is refused, but on a developer's machine: there the Emulator on the same
/// machine may call without a token, and is answered without one.
/// </remarks>
public sealed class ConnectorReader
{
    /// <summary>Where activities are posted, below the public URL.</summary>
    public const string Path = "/api/messages";

    private static readonly ProvenCaller Nobody = new(CallerProof.Anonymous, null, new HashSet<string>(StringComparer.Ordinal));

    private readonly AzureBotSettings _settings;
    private readonly ConnectorTokens _tokens;
    private readonly ActivityReader _activities;
    private readonly ReplyGate _gate;

    /// <summary>Makes a reader. The settings must have been validated.</summary>
    /// <param name="settings">Who we are.</param>
    /// <param name="seals">Hide the ids of what is stored.</param>
    /// <param name="http">Fetches keys: a client made by <see cref="AzureBotChannel.CreateClient"/>; it may be shared.</param>
    /// <param name="clock">Says whether a token has run out.</param>
    /// <param name="logger">Told when keys cannot be fetched.</param>
    public ConnectorReader(AzureBotSettings settings, ConnectorSeals seals, HttpClient http, TimeProvider clock, ILogger<ConnectorReader> logger)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _activities, _gate) = (settings, new(seals), new(settings));
        _tokens = new(settings, http, clock, logger);
    }

    /// <summary>Reads one request. Never throws for what it holds.</summary>
    public async Task<Reading<ConnectorPost>> ReadAsync(ConnectorRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var caller = await ProveAsync(request, cancellationToken);
        if (!caller.IsAccepted)
            return caller.Refusal;
        var activity = Parse(request);
        return activity.IsAccepted ? ReadFrom(caller.Accepted, activity.Accepted, request.Body.Span) : activity.Refusal;
    }

    private async Task<Reading<ProvenCaller>> ProveAsync(ConnectorRequest request, CancellationToken cancellationToken)
    {
        if (_settings.IsConfigured)
            return await _tokens.CheckAsync(request.Authorization, cancellationToken);
        if (!_settings.IsDevelopment)
            return new Refusal(RefusalReason.NotProven, "no-app-id");
        return request is { IsFromLoopback: true, Authorization: null or "" } ? Nobody : new Refusal(RefusalReason.NotProven, "no-app-id");
    }

    private static Reading<Activity> Parse(ConnectorRequest request)
    {
        if (request.Body.Length > ConnectorRequest.MaxBytes)
            return new Refusal(RefusalReason.TooLarge);
        // Any page in a developer's browser may post plain text to her machine; JSON it may post nowhere without being let.
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "application/json")
            return new Refusal(RefusalReason.Malformed, "Content-Type");
        try
        {
            return ActivityJson.Parse(request.Body.Span);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second for half a character, which JSON can write and text cannot hold.
            return new Refusal(RefusalReason.Malformed, "json");
        }
    }

    private Reading<ConnectorPost> ReadFrom(ProvenCaller caller, Activity activity, ReadOnlySpan<byte> body)
    {
        if (ActivityReader.Missing(activity) is { } missing)
            return missing;
        if (ReplyGate.Read(activity.ServiceUrl) is not { } connector)
            return new Refusal(RefusalReason.Malformed, "serviceUrl");
        if (Distrust(caller, activity, connector) is { } distrust)
            return distrust;

        if (activity.IsType(ActivityTypes.Invoke))
            return new ConnectorPost(ConnectorAnswer.NotImplemented);
        var answer = activity.DeliveryMode == DeliveryModes.ExpectReplies ? ConnectorAnswer.NoReplies : ConnectorAnswer.Empty;
        if (activity.IsType(ActivityTypes.Typing) || activity.Conversation!.IsGroup == true)
            return new ConnectorPost(answer);
        var proof = caller.Proof == CallerProof.Signed && _settings.IsHub(activity.ChannelId!) ? CallerProof.Hub : caller.Proof;
        var message = _activities.Read(activity, new(proof, connector, activity.Recipient!.Id!), body);
        return message.IsAccepted ? new ConnectorPost(answer, message.Accepted) : message.Refusal;
    }

    /// <summary>Why the caller may not say this, though its token holds.</summary>
    private Refusal? Distrust(ProvenCaller caller, Activity activity, Uri connector)
    {
        if (caller.Proof != CallerProof.Signed)
            return _gate.MayAnswer(caller.Proof, connector) ? null : new Refusal(RefusalReason.BadSignature, "serviceUrl");
        if (!string.Equals(caller.ConnectorUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
            return new Refusal(RefusalReason.NotProven, "serviceurl");
        return caller.Endorsements.Contains(activity.ChannelId!) ? null : new Refusal(RefusalReason.BadSignature, "endorsements");
    }
}
