using MentorBot.BotFramework;
using MentorBot.Channels.WebChat;

namespace MentorBot.Channels.DirectLine;

/// <summary>Files, sent in a message. One of another kind than it says, or too large, is refused with the whole message.</summary>
internal sealed class DirectLineUploads(DirectLineGate gate, UploadRoom room, DirectLineFiles files, DirectLineActivities activities)
{
    public async Task UploadAsync(HttpContext http, string conversationId)
    {
        if (await gate.EnterAsync(http, conversationId) is not { } pass || !await activities.WaitAsync(http, pass)) return;
        using var place = await room.EnterAsync(http);
        if (place is null) await DirectLineErrors.BusyAsync(http, UploadRoom.LongestWait);
        else if (await room.ReadAsync(http) is not { } form) await DirectLineErrors.TooSlowAsync(http);
        else if (form.Fault is { } fault) await AnswerAsync(http, fault);
        else await TakeAsync(http, pass, form);
    }

    private async Task TakeAsync(HttpContext http, ChatPass pass, UploadForm form)
    {
        var activity = form.Activity ?? new Activity(ActivityTypes.Message);
        activity.From ??= new ChannelAccount { Id = http.Request.Query["userId"] };
        if (!await activities.MayTakeAsync(http, pass, activity, ActivityJson.ToUtf8Bytes(activity).Length)) return;
        if (await files.KeepAsync(http, pass, form) is not { } ids) return;

        activity.Attachments = [.. form.Files.Zip(ids, (file, id) => new Attachment
        {
            ContentType = file.ContentType, ContentUrl = $"{WireActivities.UploadPrefix}{id:N}", Name = file.Name,
        })];
        await activities.TakeAsync(http, pass, activity);
    }

    private static Task AnswerAsync(HttpContext http, UploadFault fault) => fault switch
    {
        UploadFault.TooLarge => DirectLineErrors.TooLargeAsync(http, "A file has at most 5 MB, and a message at most 5 files."),
        UploadFault.OtherKind => DirectLineErrors.UnsupportedAsync(http),
        _ => DirectLineErrors.BadAsync(http, "The body is neither a file nor a form with parts named file and, if you like, activity."),
    };
}
