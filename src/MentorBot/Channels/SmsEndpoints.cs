using System.Data.Common;
using MentorBot.Channels.Sms;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Channels;

/// <summary>Where Twilio calls us. Everything is stored before it is acknowledged; every answer is empty, since replies go by REST.</summary>
internal static class SmsEndpoints
{
    public const string InboundPath = "/channels/sms/inbound";
    public const string StatusPath = "/channels/sms/status";

    public static void MapSms(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(InboundPath, InboundAsync);
        routes.MapPost(StatusPath, StatusAsync);
    }

    private static async Task InboundAsync(HttpContext http, TwilioWebhook webhook, Inbox inbox, ILogger<TwilioWebhook> log)
    {
        var reading = webhook.Read(await TwilioRequest.ReadAsync(http.Request, http.RequestAborted));
        if (!reading.IsAccepted) Refuse(http, reading.Refusal, log);
        else await AcknowledgeAsync(http, () => inbox.AcceptAsync(reading.Accepted), log);
    }

    private static async Task StatusAsync(HttpContext http, TwilioStatus status, Outbox outbox, ILogger<TwilioStatus> log)
    {
        var reading = status.Read(await TwilioRequest.ReadAsync(http.Request, http.RequestAborted));
        if (!reading.IsAccepted) Refuse(http, reading.Refusal, log);
        else await AcknowledgeAsync(http, () => outbox.ReportAsync(reading.Accepted), log);
    }

    private static void Refuse(HttpContext http, Refusal refusal, ILogger log)
    {
        log.Refused(http.Request.Path, refusal.Reason, refusal.Detail);
        http.Response.StatusCode = refusal.Reason is RefusalReason.BadSignature or RefusalReason.UnknownAccount
            ? StatusCodes.Status403Forbidden
            : StatusCodes.Status400BadRequest;
    }

    private static async Task AcknowledgeAsync(HttpContext http, Func<Task> store, ILogger log)
    {
        try
        {
            await store();
        }
        catch (Exception error) when (error is DbException or DbUpdateException or IOException)
        {
            // Not stored, so not acknowledged: 503 makes the carrier try again.
            log.NotStored(http.Request.Path, error.GetType().Name);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        http.Response.ContentType = TwilioWebhook.ContentType;
        http.Response.ContentLength = TwilioWebhook.EmptyTwiml.Length;
        await http.Response.Body.WriteAsync(TwilioWebhook.EmptyTwiml);
    }
}

internal static partial class ChannelsLog
{
    [LoggerMessage(201, LogLevel.Warning, "{Path} refused: {Reason} {Detail}")]
    public static partial void Refused(this ILogger log, string path, RefusalReason reason, string? detail);

    [LoggerMessage(202, LogLevel.Error, "{Path} answered 503: the database failed ({ErrorType})")]
    public static partial void NotStored(this ILogger log, string path, string errorType);
}
