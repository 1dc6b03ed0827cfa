using MentorBot.BotFramework;
using Microsoft.Extensions.Logging;

namespace MentorBot.Channels.Telegram;

/// <summary>What is logged of Telegram: ids of ours, outcomes and codes, never a chat, a word or an address of the API.</summary>
internal static partial class TelegramLog
{
    [LoggerMessage(2201, LogLevel.Debug, "Message {MessageId} was accepted")]
    public static partial void Accepted(this ILogger logger, Guid messageId);

    [LoggerMessage(2202, LogLevel.Warning, "Message {MessageId} was not taken: {Outcome}, code {Code}")]
    public static partial void NotAccepted(this ILogger logger, Guid messageId, DeliveryOutcome outcome, string? code);

    [LoggerMessage(2203, LogLevel.Error, "Telegram cannot be written to until the bot's token or the API's address is mended: message {MessageId}, code {Code}")]
    public static partial void SenderStopped(this ILogger logger, Guid messageId, string? code);

    [LoggerMessage(2204, LogLevel.Information, "Looking up message {MessageId} ended in {Outcome}, code {Code}")]
    public static partial void LookedUp(this ILogger logger, Guid messageId, DeliveryOutcome outcome, string? code);

    [LoggerMessage(2205, LogLevel.Error, "Telegram refuses the bot's token (code {Code}). Check MentorBot:Telegram:BotToken; it is tried again in {Wait}")]
    public static partial void TokenRefused(this ILogger logger, int code, TimeSpan wait);

    [LoggerMessage(2206, LogLevel.Warning, "Somebody else fetches this bot's updates, or a webhook is set (code 409). Run one MentorBot for each bot; it is tried again in {Wait}")]
    public static partial void OtherPoller(this ILogger logger, TimeSpan wait);

    [LoggerMessage(2207, LogLevel.Warning, "Telegram's updates cannot be fetched: {End}, code {Code}. It is tried again in {Wait}")]
    public static partial void PollFailed(this ILogger logger, TelegramEnd end, int code, TimeSpan wait);

    [LoggerMessage(2208, LogLevel.Information, "Telegram's updates are fetched again")]
    public static partial void PollWorksAgain(this ILogger logger);

    [LoggerMessage(2209, LogLevel.Warning, "Telegram did not take {Method}: {End}, code {Code}. It is tried again in {Wait}")]
    public static partial void SetUpFailed(this ILogger logger, string method, TelegramEnd end, int code, TimeSpan wait);

    [LoggerMessage(2210, LogLevel.Information, "Telegram took {Method}")]
    public static partial void SetUp(this ILogger logger, string method);
}
