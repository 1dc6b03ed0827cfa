using MentorBot.BotFramework;
using Microsoft.Extensions.Logging;

namespace MentorBot.Mentoring.Messages;

/// <summary>What the path of a message writes to the log: ids, counts, codes and types, never words, names or numbers.</summary>
internal static partial class MessagesLog
{
    [LoggerMessage(1, LogLevel.Error, "A turn failed ({ErrorType} at {Place}), inbox {InboxId}, failure {Count}")]
    public static partial void TurnFailed(this ILogger log, string errorType, string place, long inboxId, int count);

    [LoggerMessage(2, LogLevel.Error, "Inbox {InboxId} was set aside after {Count} failed turns; see the incidents")]
    public static partial void SetAside(this ILogger log, long inboxId, int count);

    [LoggerMessage(3, LogLevel.Warning, "A batch of {Count} turns could not be recorded together ({ErrorType}); taking them one by one")]
    public static partial void TakingOneByOne(this ILogger log, int count, string errorType);

    [LoggerMessage(7, LogLevel.Debug, "Inbox {InboxId} met another writer's row; taken again, try {Count}")]
    public static partial void Crossed(this ILogger log, long inboxId, int count);

    [LoggerMessage(4, LogLevel.Debug, "Outbox {OutboxId}: {Outcome} {Code}")]
    public static partial void Delivered(this ILogger log, long outboxId, DeliveryOutcome outcome, string? code);

    [LoggerMessage(5, LogLevel.Error, "A channel threw {ErrorType} on outbox {OutboxId}; treated as uncertain")]
    public static partial void ChannelThrew(this ILogger log, string errorType, long outboxId);

    [LoggerMessage(6, LogLevel.Error, "The outcome of outbox {OutboxId} could not be recorded ({ErrorType}); trying again")]
    public static partial void CouldNotRecord(this ILogger log, string errorType, long outboxId);
}
