using System.Text;

namespace MentorBot.Channels.WebChat;

/// <summary>The kinds of files that are taken: pictures, PDF and plain text. A file must be what its sender says, by its first bytes too.</summary>
public static class UploadKinds
{
    /// <summary>The most bytes of one file.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>The most files of one message.</summary>
    public const int MostFiles = 5;

    private const string Text = "text/plain";
    private const byte Tab = 9;
    private const byte FirstPrintable = 32;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The media type of a file as we keep it; null if it is of no kind that is taken.</summary>
    /// <param name="declared">What its sender says it is.</param>
    /// <param name="content">Its bytes.</param>
    public static string? Recognise(string? declared, ReadOnlySpan<byte> content)
    {
        var kind = declared?.Split(';')[0].Trim().ToLowerInvariant();
        if (kind == "image/jpg") kind = "image/jpeg";
        return kind switch
        {
            "image/jpeg" => content.StartsWith<byte>([0xFF, 0xD8, 0xFF]),
            "image/png" => content.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            "image/gif" => content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8),
            "image/webp" => content.StartsWith("RIFF"u8) && content.Length > 12 && content[8..].StartsWith("WEBP"u8),
            "application/pdf" => content.StartsWith("%PDF-"u8),
            Text => IsText(content),
            _ => false,
        } ? kind : null;
    }

    /// <summary>Whether a browser may show it in its place. Everything else is saved.</summary>
    public static bool IsShown(string kind) => kind.StartsWith("image/", StringComparison.Ordinal);

    private static bool IsText(ReadOnlySpan<byte> content)
    {
        foreach (var b in content)
        {
            if (b < FirstPrintable && b is not (Tab or (byte)'\n' or (byte)'\r')) return false;
        }
        try
        {
            return Strict.GetCharCount(content) > 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
