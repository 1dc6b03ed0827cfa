using System.Collections.Frozen;

namespace MentorBot.Channels.Telegram;

/// <summary>The content types under which we hand on what people sent. Any other file is a heap of bytes: nothing that a browser would run.</summary>
internal static class TelegramFileTypes
{
    public const string Unknown = "application/octet-stream";

    private static readonly FrozenSet<string> Harmless = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "image/jpeg", "image/png", "image/gif", "image/webp", "image/heic",
        "audio/ogg", "audio/mpeg", "audio/mp4", "audio/aac", "audio/wav",
        "video/mp4", "video/webm", "video/quicktime", "video/3gpp",
        "application/pdf", "text/plain");

    /// <summary>The type itself if it is one of the list, else <see cref="Unknown"/>.</summary>
    public static string Known(string type) => Harmless.TryGetValue(type, out var known) ? known : Unknown;
}
