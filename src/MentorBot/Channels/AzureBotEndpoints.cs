using MentorBot.Channels.AzureBot;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Channels;

/// <summary>Where the Bot Framework calls us: <c>POST /api/messages</c>. Everything is stored before it is acknowledged, and replies go by the Connector.</summary>
internal static class AzureBotEndpoints
{
    // Channels wait 15 seconds (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-send-activity); a clear 503 is better than a lost answer.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>Maps it, on or off: while it is off every caller is refused, and the log says so once.</summary>
    public static void MapAzureBot(this WebApplication app)
    {
        app.MapPost(ConnectorReader.Path, PostAsync);
        if (!app.Services.GetRequiredService<AzureBotSettings>().IsOn) app.Services.GetRequiredService<ILogger<ConnectorReader>>().ConnectorIsOff();
    }

    private static async Task<IResult> PostAsync(HttpContext http, ConnectorReader reader, Inbox inbox, ILogger<ConnectorReader> log)
    {
        try
        {
            var reading = await reader.ReadAsync(await ConnectorRequest.ReadAsync(http.Request, http.RequestAborted), http.RequestAborted);
            if (!reading.IsAccepted) return Refuse(http, reading.Refusal, log);
            if (reading.Accepted.Message is { } message) await inbox.AcceptAsync(message).WaitAsync(LongestWait, TimeProvider.System, http.RequestAborted);
            return Acknowledge(reading.Accepted.Answer);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer any more. The storing goes on, and a repeat will do no harm.
            return Results.Empty;
        }
        catch (Exception error) when (error is not BadHttpRequestException)
        {
            // Whatever failed, it is not known to be stored, so it is not acknowledged.
            log.NotStored(ConnectorReader.Path, error.GetType().Name);
            return Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult Refuse(HttpContext http, Refusal refusal, ILogger log)
    {
        log.Refused(ConnectorReader.Path, refusal.Reason, refusal.Detail);
        if (refusal.Reason == RefusalReason.NotProven) http.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem(statusCode: refusal.Reason switch
        {
            RefusalReason.NotProven => StatusCodes.Status401Unauthorized,
            RefusalReason.BadSignature or RefusalReason.UnknownAccount => StatusCodes.Status403Forbidden,
            RefusalReason.TooLarge => StatusCodes.Status413PayloadTooLarge,
            RefusalReason.CannotCheck => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status400BadRequest,
        });
    }

    private static IResult Acknowledge(ConnectorAnswer answer) => answer switch
    {
        ConnectorAnswer.NoReplies => Results.Text("""{"activities":[]}""", "application/json"),
        ConnectorAnswer.NotImplemented => Results.StatusCode(StatusCodes.Status501NotImplemented),
        _ => Results.Ok(),
    };
}

internal static partial class AzureBotEndpointsLog
{
    [LoggerMessage(203, LogLevel.Information, "/api/messages is off: MentorBot:AzureBot:AppId is not set")]
    public static partial void ConnectorIsOff(this ILogger log);
}
