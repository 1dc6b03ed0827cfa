using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.Channels.DirectLine;

/// <summary>The files of a chat: kept, and fetched by whoever has a token of the chat.</summary>
internal sealed class DirectLineFiles(DirectLineGate gate, Uploads uploads, DirectLineReader reader, ILogger<DirectLineFiles> log)
{
    public async Task FetchAsync(HttpContext http, string conversationId, Guid id)
    {
        if (await gate.EnterAsync(http, http.Request.Query["t"], ChatTokenUse.Attachment, conversationId) is not { } pass) return;
        if (await uploads.FindAsync(reader.KeyOf(pass), id, http.RequestAborted) is not { } file)
        {
            await DirectLineErrors.NotFoundAsync(http);
            return;
        }
        http.Response.ContentType = file.ContentType == "text/plain" ? "text/plain; charset=utf-8" : file.ContentType;
        http.Response.ContentLength = file.Content.Length;
        http.Response.Headers.ContentDisposition = UploadKinds.IsShown(file.ContentType) ? "inline" : "attachment";
        await http.Response.Body.WriteAsync(file.Content, http.RequestAborted);
    }

    /// <summary>Keeps what came, or answers why not.</summary>
    /// <returns>What names each file, in their order; null if it is answered.</returns>
    public async Task<IReadOnlyList<Guid>?> KeepAsync(HttpContext http, ChatPass pass, UploadForm form)
    {
        try
        {
            var ids = await uploads.KeepAsync(reader.KeyOf(pass), [.. form.Files.Select(file => new UploadedFile(file.ContentType, file.Content))]);
            if (ids.Count > 0) return ids;
        }
        catch (Exception error)
        {
            log.NotStored(DirectLineAddresses.Root, error.GetType().Name);
            await DirectLineErrors.UnavailableAsync(http);
            return null;
        }
        await DirectLineErrors.TooLargeAsync(http, "A chat takes at most 50 MB of files in a day. Send this one tomorrow.");
        return null;
    }
}
