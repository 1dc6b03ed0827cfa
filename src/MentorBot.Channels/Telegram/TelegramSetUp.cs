using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace MentorBot.Channels.Telegram;

/// <summary>Tells Telegram at the start where to post and which commands to list in its menu, and asks what our bot is called. Each is tried until it is taken.</summary>
public sealed class TelegramSetUp
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly TelegramSettings _settings;
    private readonly TelegramApi _api;
    private readonly ILogger<TelegramSetUp> _logger;
    private readonly ResiliencePipeline<TelegramAnswer> _untilTaken;

    /// <summary>Makes it.</summary>
    /// <param name="settings">The bot.</param>
    /// <param name="http">A client made by <see cref="TelegramChannel.CreateClient"/>.</param>
    /// <param name="clock">Times the pauses.</param>
    /// <param name="logger">Told of codes only.</param>
    public TelegramSetUp(TelegramSettings settings, HttpClient http, TimeProvider clock, ILogger<TelegramSetUp> logger)
    {
        (_settings, _logger) = (settings, logger);
        _api = new(settings, http, clock);
        _untilTaken = UntilTaken(clock);
    }

    /// <summary>Lets Telegram post updates to us. What waits for us there is kept.</summary>
    public Task SetWebhookAsync(CancellationToken cancellationToken)
    {
        var call = new TelegramWebhookCall(_settings.PublicUrl!.TrimEnd('/') + TelegramSettings.WebhookPath, _settings.WebhookSecret!);
        return UntilTakenAsync("setWebhook", token => _api.CallAsync("setWebhook", call, TelegramJson.Default.TelegramWebhookCall, token), cancellationToken);
    }

    /// <summary>Lists the commands in the menu of whoever uses Telegram in a language.</summary>
    /// <param name="language">Its two letters; null for whoever uses any that is not listed for itself.</param>
    /// <param name="commands">The commands, in the order shown.</param>
    /// <param name="cancellationToken">Ends the trying.</param>
    public Task SetCommandsAsync(string? language, IReadOnlyList<TelegramCommand> commands, CancellationToken cancellationToken)
    {
        var call = new TelegramCommandList(commands, language);
        return UntilTakenAsync("setMyCommands", token => _api.CallAsync("setMyCommands", call, TelegramJson.Default.TelegramCommandList, token), cancellationToken);
    }

    /// <summary>What our bot is called on Telegram, without the @; null if Telegram does not say.</summary>
    public async Task<string?> FindNameAsync(CancellationToken cancellationToken)
    {
        var me = await UntilTakenAsync("getMe", token => _api.CallAsync("getMe", token), cancellationToken);
        return me.Result.ValueKind == JsonValueKind.Object && me.Result.TryGetProperty("username", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
    }

    private async Task<TelegramAnswer> UntilTakenAsync(string method, Func<CancellationToken, Task<TelegramAnswer>> callAsync, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(method, cancellationToken);
        var answer = await _untilTaken.ExecuteAsync(async c => await callAsync(c.CancellationToken), context);
        ResilienceContextPool.Shared.Return(context);
        _logger.SetUp(method);
        return answer;
    }

    private ResiliencePipeline<TelegramAnswer> UntilTaken(TimeProvider clock) =>
        new ResiliencePipelineBuilder<TelegramAnswer> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<TelegramAnswer>
            {
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is { IsOk: false }),
                MaxRetryAttempts = int.MaxValue,
                Delay = FirstPause,
                MaxDelay = LongestPause,
                BackoffType = DelayBackoffType.Exponential,
                DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result?.RetryAfter),
                OnRetry = attempt =>
                {
                    var answer = attempt.Outcome.Result!;
                    _logger.SetUpFailed(attempt.Context.OperationKey!, answer.End, answer.Status, attempt.RetryDelay);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
}
