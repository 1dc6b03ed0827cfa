using MentorBot.BotFramework;
using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.Channels.DirectLine;

/// <summary>Files: sent in a message, and fetched by whoever has a token of the chat. A file of another kind than it says, or too large, is refused with the whole message.</summary>
internal sealed class DirectLineUploads(DirectLineGate gate, DirectLineActivities activities, Uploads uploads, DirectLineReader reader, ILogger<DirectLineUploads> log) : IDisposable
{
    // A message of files is at most 25 MB, and is checked before any of it is stored.
    private const int MostAtOnce = 4;

    private readonly SemaphoreSlim _room = new(MostAtOnce);

    public async Task UploadAsync(HttpContext http, string conversationId)
    {
        if (await gate.EnterAsync(http, conversationId) is not { } pass) return;
        await _room.WaitAsync(http.RequestAborted);
        try
        {
            var form = await UploadForm.ReadAsync(http.Request, http.RequestAborted);
            if (form.Fault is { } fault) await AnswerAsync(http, fault);
            else await TakeAsync(http, pass, form);
        }
        finally
        {
            _room.Release();
        }
    }

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

    public void Dispose() => _room.Dispose();

    private async Task TakeAsync(HttpContext http, ChatPass pass, UploadForm form)
    {
        var activity = form.Activity ?? new Activity(ActivityTypes.Message);
        activity.From ??= new ChannelAccount { Id = http.Request.Query["userId"] };
        if (await KeepAsync(http, pass, form) is not { } ids) return;

        activity.Attachments = [.. form.Files.Zip(ids, (file, id) => new Attachment
        {
            ContentType = file.ContentType, ContentUrl = $"{WireActivities.UploadPrefix}{id:N}", Name = file.Name,
        })];
        await activities.TakeAsync(http, pass, activity);
    }

    private async Task<IReadOnlyList<Guid>?> KeepAsync(HttpContext http, ChatPass pass, UploadForm form)
    {
        try
        {
            return await uploads.KeepAsync(reader.KeyOf(pass), [.. form.Files.Select(file => new UploadedFile(file.ContentType, file.Content))]);
        }
        catch (Exception error)
        {
            log.NotStored(DirectLineAddresses.Root, error.GetType().Name);
            await DirectLineErrors.UnavailableAsync(http);
            return null;
        }
    }

    private static Task AnswerAsync(HttpContext http, UploadFault fault) => fault switch
    {
        UploadFault.TooLarge => DirectLineErrors.TooLargeAsync(http, "A file has at most 5 MB, and a message at most 5 files."),
        UploadFault.OtherKind => DirectLineErrors.UnsupportedAsync(http),
        _ => DirectLineErrors.BadAsync(http, "The body is neither a file nor a form with parts named file and, if you like, activity."),
    };
}
