using MentorBot.Channels.Sms;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Channels;

/// <summary>Where Twilio calls us. Everything is stored before it is acknowledged, and replies go by REST: a text gets TwiML that does nothing, a report 204.</summary>
internal static class SmsEndpoints
{
    public static void MapSms(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(TwilioWebhook.Path, InboundAsync);
        routes.MapPost(TwilioStatus.Path, StatusAsync);
    }

    private static async Task InboundAsync(HttpContext http, TwilioWebhook webhook, Inbox inbox, ILogger<TwilioWebhook> log)
    {
        var reading = webhook.Read(await TwilioRequest.ReadAsync(http.Request, http.RequestAborted));
        if (!reading.IsAccepted) Refuse(http, reading.Refusal, log);
        else if (await Storing.IsDoneAsync(http, inbox.AcceptAsync(reading.Accepted), log)) await WriteTwimlAsync(http.Response);
    }

    private static async Task StatusAsync(HttpContext http, TwilioStatus status, Outbox outbox, ILogger<TwilioStatus> log)
    {
        var reading = status.Read(await TwilioRequest.ReadAsync(http.Request, http.RequestAborted));
        if (!reading.IsAccepted) Refuse(http, reading.Refusal, log);
        else if (await Storing.IsDoneAsync(http, outbox.ReportAsync(reading.Accepted), log)) http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static void Refuse(HttpContext http, Refusal refusal, ILogger log)
    {
        log.Refused(http.Request.Path, refusal.Reason, refusal.Detail);
        http.Response.StatusCode = refusal.Reason is RefusalReason.BadSignature or RefusalReason.UnknownAccount
            ? StatusCodes.Status403Forbidden
            : StatusCodes.Status400BadRequest;
    }

    private static async Task WriteTwimlAsync(HttpResponse response)
    {
        response.ContentType = TwilioWebhook.ContentType;
        response.ContentLength = TwilioWebhook.EmptyTwiml.Length;
        await response.Body.WriteAsync(TwilioWebhook.EmptyTwiml);
    }
}

internal static partial class ChannelsLog
{
    public static void Refused(this ILogger log, string path, RefusalReason reason, string? detail) =>
        log.Refused(path, detail is null ? $"{reason}" : $"{reason} {detail}");

    [LoggerMessage(201, LogLevel.Warning, "{Path} refused: {Why}")]
    private static partial void Refused(this ILogger log, string path, string why);

    [LoggerMessage(202, LogLevel.Error, "{Path} answered 503: it could not be stored ({ErrorType})")]
    public static partial void NotStored(this ILogger log, string path, string errorType);
}
