using MentorBot.BotFramework;
using Microsoft.Extensions.Logging;

namespace MentorBot.Channels.Sms;

/// <summary>What is logged of sending: ids, outcomes and codes, never a number or a word.</summary>
internal static partial class SmsLog
{
    [LoggerMessage(2101, LogLevel.Debug, "Message {MessageId} was accepted as {ProviderId}")]
    public static partial void Accepted(this ILogger logger, Guid messageId, string? providerId);

    [LoggerMessage(2102, LogLevel.Warning, "Message {MessageId} was not taken: {Outcome}, code {Code}")]
    public static partial void NotAccepted(this ILogger logger, Guid messageId, DeliveryOutcome outcome, string? code);

    [LoggerMessage(2103, LogLevel.Error, "Text messages cannot be sent until the settings or the account are mended: message {MessageId}, code {Code}")]
    public static partial void SenderStopped(this ILogger logger, Guid messageId, string? code);

    [LoggerMessage(2104, LogLevel.Information, "Looking up message {MessageId} ended in {Outcome}, code {Code}")]
    public static partial void LookedUp(this ILogger logger, Guid messageId, DeliveryOutcome outcome, string? code);
}
