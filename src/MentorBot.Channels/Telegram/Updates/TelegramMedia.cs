using MentorBot.BotFramework;

namespace MentorBot.Channels.Telegram;

/// <summary>Makes attachments of the pictures, sounds and files of a message.</summary>
internal sealed class TelegramMedia(Func<string, string, string> fileLink)
{
    // A film without sound comes as an animation and, for older programs, as a document too: it is one file.
    public static bool IsIn(TelegramMessage m) =>
        m.Photo is { Count: > 0 } || (m.Voice ?? m.Audio ?? m.Video ?? m.VideoNote ?? m.Animation ?? m.Document) is not null;

    /// <summary>The attachments; null if there are none. Of a photo's sizes it is the largest.</summary>
    public IList<Attachment>? Of(TelegramMessage m)
    {
        var file = m.Photo?.MaxBy(size => (long)size.Width * size.Height) is { } photo
            ? NewAttachment(photo, "image/jpeg")
            : NewAttachment(m.Voice, "audio/ogg") ?? NewAttachment(m.Audio, "audio/mpeg") ?? NewAttachment(m.Video, "video/mp4")
                ?? NewAttachment(m.VideoNote, "video/mp4") ?? NewAttachment(m.Animation, "video/mp4") ?? NewAttachment(m.Document, TelegramFileTypes.Unknown);
        return file is null ? null : [file];
    }

    // The file's own name may be the name of a person, so it stays behind.
    private Attachment? NewAttachment(TelegramFile? file, string usualType)
    {
        if (file is null)
            return null;
        var type = file.MimeType is null ? usualType : TelegramFileTypes.Known(file.MimeType);
        return new() { ContentType = type, ContentUrl = fileLink(type, file.FileId) };
    }
}
