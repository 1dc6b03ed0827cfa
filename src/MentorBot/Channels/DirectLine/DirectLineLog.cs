namespace MentorBot.Channels.DirectLine;

internal static partial class DirectLineLog
{
    [LoggerMessage(211, LogLevel.Error, "A web chat could not be read ({ErrorType}): it shows nothing new for now")]
    public static partial void NotRead(this ILogger log, string errorType);
}
