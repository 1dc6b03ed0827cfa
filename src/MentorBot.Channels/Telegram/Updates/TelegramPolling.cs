using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace MentorBot.Channels.Telegram;

/// <summary>What became of one asking for updates.</summary>
public enum TelegramPolled
{
    /// <summary>It was answered; whatever came was dealt with.</summary>
    Answered,

    /// <summary>It failed in a way that passes by itself, and the wait for that is over.</summary>
    Failed,

    /// <summary>Telegram refuses the bot's token: an operator must act.</summary>
    TokenRefused,
}

/// <summary>Fetches updates by requests that wait until there are some.</summary>
/// <remarks>
/// Telegram repeats an update until it is confirmed by an offset beyond it, and the offset moves only when every update of the answer was stored or set aside.
/// Repeats are told by their ids. "Greater than the last one" would be wrong: after a quiet week Telegram begins to count anywhere. So an offset is sent until it was
/// answered, and then none.
/// </remarks>
public sealed class TelegramPolling
{
    // The most that Telegram gives at once, and the longest that it waits, in seconds (https://core.telegram.org/bots/api#getupdates).
    private const int MostAtOnce = 100;
    private const int LongestPoll = 50;

    private const int Unauthorized = 401;
    private const int NotFound = 404;
    private const int Conflict = 409;

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WaitForTheOther = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WaitForAToken = TimeSpan.FromMinutes(5);

    private readonly TelegramApi _api;
    private readonly TelegramReader _reader;
    private readonly TimeProvider _clock;
    private readonly ILogger<TelegramPolling> _logger;
    private long? _offset;
    private bool _hasNoWebhook;
    private int _failures;

    /// <summary>Makes it. One at a time may fetch a bot's updates.</summary>
    /// <param name="settings">The bot.</param>
    /// <param name="reader">Reads what comes.</param>
    /// <param name="http">A client made by <see cref="TelegramChannel.CreateClient"/>.</param>
    /// <param name="clock">Times the waits.</param>
    /// <param name="logger">Told of codes only.</param>
    public TelegramPolling(TelegramSettings settings, TelegramReader reader, HttpClient http, TimeProvider clock, ILogger<TelegramPolling> logger)
    {
        (_reader, _clock, _logger) = (reader, clock, logger);
        _api = new(settings, http, clock);
    }

    /// <summary>Forgets where it was, since another may fetch from now on: an offset of former days would confirm what that one has not stored, or go back.</summary>
    public void Forget() => (_offset, _hasNoWebhook) = (null, false);

    /// <summary>Asks once, hands on what comes, and waits where Telegram wants us to.</summary>
    /// <param name="acceptAsync">Stores one update, or sets it aside. If it throws, nothing is confirmed, and the next asking begins with the same updates.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<TelegramPolled> AskAsync(Func<TelegramArrival, Task> acceptAsync, CancellationToken cancellationToken)
    {
        // A webhook of former days would keep every update from us. What waits in it is kept.
        if (!_hasNoWebhook && await _api.CallAsync("deleteWebhook", cancellationToken) is { IsOk: false } refused)
            return await WaitAfterAsync(refused, cancellationToken);
        _hasNoWebhook = true;

        var answer = await _api.PollAsync(new(_offset, MostAtOnce, LongestPoll), cancellationToken);
        if (!answer.IsOk || answer.Result.ValueKind != JsonValueKind.Array)
            return await WaitAfterAsync(answer, cancellationToken);
        var arrivals = answer.Result.EnumerateArray().Select(_reader.Read).ToList();
        // Updates without ids could never be confirmed.
        if (arrivals.Count > 0 && arrivals.TrueForAll(arrival => arrival.UpdateId is null))
            return await WaitAfterAsync(answer, cancellationToken);

        await Task.WhenAll(arrivals.GroupBy(arrival => arrival.Message?.Address).Select(chat => AcceptInOrderAsync(chat, acceptAsync)));
        _offset = arrivals.Max(arrival => arrival.UpdateId) + 1;
        if (_failures > 0)
            _logger.PollWorksAgain();
        _failures = 0;
        return TelegramPolled.Answered;
    }

    /// <summary>Tells Telegram that a button press was seen, or the button would keep turning. It is not worth a second try.</summary>
    public Task AnswerPressAsync(string callbackQueryId, CancellationToken cancellationToken) =>
        _api.CallAsync("answerCallbackQuery", new(callbackQueryId), TelegramJson.Default.TelegramPress, cancellationToken);

    // What came later in a chat must not be stored before what could not be stored yet.
    private static async Task AcceptInOrderAsync(IEnumerable<TelegramArrival> chat, Func<TelegramArrival, Task> acceptAsync)
    {
        foreach (var arrival in chat)
            await acceptAsync(arrival);
    }

    private async Task<TelegramPolled> WaitAfterAsync(TelegramAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.End == TelegramEnd.Cancelled)
            return TelegramPolled.Failed;
        _failures++;
        var wait = WaitFor(answer);
        Log(answer, wait);
        await Task.Delay(wait, _clock, cancellationToken);
        return IsTokenRefused(answer) ? TelegramPolled.TokenRefused : TelegramPolled.Failed;
    }

    private TimeSpan WaitFor(TelegramAnswer answer)
    {
        if (IsTokenRefused(answer))
            return WaitForAToken;
        if (answer.Status == Conflict)
            return WaitForTheOther;
        var growing = ShortestWait * Math.Pow(2, Math.Min(_failures, 10) - 1);
        return answer.RetryAfter ?? (growing < LongestWait ? growing : LongestWait);
    }

    private static bool IsTokenRefused(TelegramAnswer answer) => answer is { IsJson: true, Status: Unauthorized or NotFound };

    private void Log(TelegramAnswer answer, TimeSpan wait)
    {
        if (IsTokenRefused(answer))
            _logger.TokenRefused(answer.Status, wait);
        else if (answer.Status == Conflict)
            _logger.OtherPoller(wait);
        else
            _logger.PollFailed(answer.End, answer.Status, wait);
    }
}
