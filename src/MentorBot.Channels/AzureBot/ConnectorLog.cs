using MentorBot.BotFramework;
using Microsoft.Extensions.Logging;

namespace MentorBot.Channels.AzureBot;

/// <summary>What is logged of the Connector: ids of ours, outcomes and codes, never an id of a channel or a word.</summary>
internal static partial class ConnectorLog
{
    [LoggerMessage(2301, LogLevel.Debug, "Message {MessageId} was accepted")]
    public static partial void Accepted(this ILogger logger, Guid messageId);

    [LoggerMessage(2302, LogLevel.Warning, "Message {MessageId} was not taken: {Outcome}, code {Code}")]
    public static partial void NotAccepted(this ILogger logger, Guid messageId, DeliveryOutcome outcome, string? code);

    [LoggerMessage(2303, LogLevel.Error, "The Connector cannot be used until the settings or the app are mended: message {MessageId}, code {Code}")]
    public static partial void SenderStopped(this ILogger logger, Guid messageId, string? code);

    [LoggerMessage(2304, LogLevel.Warning, "The keys that {Host} signs with could not be fetched ({ErrorType})")]
    public static partial void KeysNotFetched(this ILogger logger, string errorType, string host);
}
