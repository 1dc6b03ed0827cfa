using System.Globalization;
using MentorBot.BotFramework;
using Microsoft.Extensions.Logging;

namespace MentorBot.Channels.Telegram;

/// <summary>Telegram, by its Bot API.</summary>
/// <remarks>
/// Telegram takes no key that would make a repeat harmless, and cannot be asked what became of a message. So each send is one try and one honest
/// <see cref="Delivery"/>, and the caller's queue does the waiting.
/// </remarks>
public sealed class TelegramChannel : IChannel
{
    // A request may still be under way when we stop waiting for its answer.
    private static readonly TimeSpan SettlesAfter = TimeSpan.FromSeconds(10);

    private readonly ILogger<TelegramChannel> _logger;
    private readonly TelegramApi _api;
    private readonly TelegramFloods _floods;
    private readonly TimeProvider _clock;

    /// <summary>Makes the channel. The settings must have been validated.</summary>
    /// <param name="settings">The bot.</param>
    /// <param name="http">A client made by <see cref="CreateClient"/>; it may be shared.</param>
    /// <param name="clock">Times the answers.</param>
    /// <param name="logger">Told of ids and codes only.</param>
    public TelegramChannel(TelegramSettings settings, HttpClient http, TimeProvider clock, ILogger<TelegramChannel> logger)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_clock, _logger) = (clock, logger);
        (_api, _floods) = (new(settings, http, clock), new(clock));
    }

    /// <inheritdoc/>
    public string Id => BotFramework.Channels.Telegram;

    /// <summary>What Telegram takes from a bot that does not pay (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).</summary>
    public int MessagesPerSecond => 30;

    /// <summary>What Telegram takes in one chat.</summary>
    public double MessagesPerSecondToOne => 1;

    /// <summary>A client fit for the Bot API.</summary>
    public static HttpClient CreateClient() => TelegramApi.CreateClient();

    /// <inheritdoc/>
    public IReadOnlyList<Activity> Render(Activity reply) => TelegramRendering.Render(reply);

    /// <inheritdoc/>
    public async Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var delivery = await CallAsync(message, cancellationToken);
        Log(message, delivery);
        return delivery;
    }

    /// <inheritdoc/>
    public async Task<Delivery> LookUpAsync(OutgoingMessage message, IReadOnlySet<string> knownProviderIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var delivery = await FateOfAsync(message, cancellationToken);
        _logger.LookedUp(message.Id, delivery.Outcome, delivery.Code);
        return delivery;
    }

    /// <summary>Shows somebody for some five seconds that she is being written to. It is tried once: a moment later it would be worth nothing.</summary>
    /// <param name="address">Her chat, as it is kept.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task ShowTypingAsync(string address, CancellationToken cancellationToken)
    {
        if (long.TryParse(address, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat))
            await _api.CallAsync("sendChatAction", new TelegramAction(chat, "typing"), TelegramJson.Default.TelegramAction, cancellationToken);
    }

    private async Task<Delivery> CallAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Delivery.TryLater("cancelled");
        if (TelegramRendering.CallFor(message) is not { } call)
            return Delivery.Refused(DeliveryOutcome.AddressUnusable, "no-chat");
        var answer = await _api.CallAsync("sendMessage", call, TelegramJson.Default.TelegramSend, cancellationToken);
        var delivery = TelegramAnswers.Read(answer);
        if (delivery.Outcome == DeliveryOutcome.Uncertain)
            return delivery with { RetryAfter = SettlesAfter };
        return answer.Status == TelegramFloods.TooManyRequests ? _floods.Judge(delivery, message.Address) : delivery;
    }

    /// <summary>Nobody can tell whether it arrived. It is sent again once, when Telegram is well; were that to be lost too, a third would be one too many.</summary>
    private async Task<Delivery> FateOfAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message.WasSentBlindly)
            return Delivery.Refused(DeliveryOutcome.Rejected, "fate-unknown");
        // A longer wait than that would come of a clock that was moved.
        if (message.LastTriedAt + SettlesAfter - _clock.GetUtcNow() is var wait && wait > TimeSpan.Zero && wait <= SettlesAfter)
            return Delivery.Uncertain("look-up-too-soon", wait);
        var me = await _api.CallAsync("getMe", cancellationToken);
        return me.IsOk ? Delivery.SendBlindly : Delivery.Uncertain("look-up-failed");
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
