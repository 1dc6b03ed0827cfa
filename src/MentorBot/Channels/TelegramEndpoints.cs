using MentorBot.Channels.Telegram;

namespace MentorBot.Channels;

/// <summary>Where Telegram calls us, and where what people sent by it can be fetched.</summary>
internal static class TelegramEndpoints
{
    // An update is a few kilobytes. One that is larger than this is not read, and set aside.
    private const int LargestUpdate = 1024 * 1024;

    /// <summary>Maps the addresses that the settings ask for.</summary>
    public static void MapTelegram(this IEndpointRouteBuilder routes, TelegramSettings settings)
    {
        if (!settings.IsConfigured) return;
        routes.MapGet(TelegramTickets.Path + "{ticket}", FileAsync);
        if (settings.Mode == TelegramMode.Webhook) routes.MapPost(TelegramSettings.WebhookPath, UpdateAsync);
    }

    private static async Task UpdateAsync(HttpContext http, TelegramSettings settings, TelegramReader reader, TelegramDoor door, ILogger<TelegramReader> log)
    {
        if (!TelegramSecret.IsRight(settings, http.Request.Headers[TelegramSecret.Header]))
        {
            log.Refused(http.Request.Path, RefusalReason.BadSignature, TelegramSecret.Header);
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var arrival = reader.Read(await ReadAsync(http.Request, http.RequestAborted));
        if (await Storing.IsDoneAsync(http, door.AcceptAsync(arrival), log) && arrival.CallbackQueryId is { } press) await AnswerAsync(http.Response, press);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (body.Length <= LargestUpdate && await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read) body.Write(buffer, 0, read);
        return body.Length > LargestUpdate ? default : body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static async Task AnswerAsync(HttpResponse response, string press)
    {
        var call = TelegramReply.ToPress(press);
        (response.ContentType, response.ContentLength) = ("application/json", call.Length);
        await response.Body.WriteAsync(call);
    }

    private static async Task FileAsync(HttpContext http, string ticket, TelegramTickets tickets, TelegramFiles files)
    {
        if (tickets.Read(ticket) is not { } file || !await files.CopyAsync(file.FileId, () => Begin(http.Response, file.ContentType), http.RequestAborted)) Refuse(http);
    }

    // Whatever it is, it is saved and not shown: it came from somebody we do not know.
    private static Stream Begin(HttpResponse response, string contentType)
    {
        response.ContentType = contentType;
        response.Headers.ContentDisposition = "attachment";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, no-store";
        return response.Body;
    }

    // A file that breaks off in the middle must not look whole.
    private static void Refuse(HttpContext http)
    {
        if (http.Response.HasStarted) http.Abort();
        else (http.Response.ContentType, http.Response.StatusCode) = (null, StatusCodes.Status404NotFound);
    }
}
