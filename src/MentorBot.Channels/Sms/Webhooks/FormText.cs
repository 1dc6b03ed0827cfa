using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace MentorBot.Channels.Sms;

/// <summary>Turns the pieces of a form into bytes, and the bytes into text that any database can store.</summary>
internal static class FormText
{
    private const int SurrogateLength = 3;

    /// <summary>Undoes <c>+</c> and <c>%xx</c>; false if a <c>%</c> is not followed by two hexadecimal digits.</summary>
    public static bool TryUnescape(ReadOnlySpan<byte> escaped, Span<byte> plain, out int written)
    {
        written = 0;
        for (var i = 0; i < escaped.Length; i++)
        {
            var value = escaped[i];
            if (value == '+')
            {
                value = (byte)' ';
            }
            else if (value == '%')
            {
                if (i + 2 >= escaped.Length || !byte.TryParse(escaped.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, null, out value))
                    return false;
                i += 2;
            }
            plain[written++] = value;
        }
        return true;
    }

    /// <summary>Whether it is UTF-8, allowing the halves of characters that a message cut in two leaves behind.</summary>
    public static bool IsReadable(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) || TryDecodeLoose(bytes, out _);

    /// <summary>The text, without <c>NUL</c> and with U+FFFD for half a character: neither can be stored everywhere.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes) && TryDecodeLoose(bytes, out var loose))
            return Storable(loose);
        var text = Encoding.UTF8.GetString(bytes);
        return text.Contains('\0', StringComparison.Ordinal) ? Storable(text) : text;
    }

    /// <summary>Whether the bytes are exactly this ASCII name.</summary>
    public static bool IsAscii(ReadOnlySpan<byte> bytes, string name) => Ascii.Equals(bytes, name);

    private static bool TryDecodeLoose(ReadOnlySpan<byte> bytes, out string text)
    {
        var builder = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var length = SurrogateLength;
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var consumed) == OperationStatus.Done)
            {
                builder.Append(rune.ToString());
                length = consumed;
            }
            else if (IsSurrogate(bytes))
            {
                builder.Append((char)(((bytes[0] & 0xF) << 12) | ((bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F)));
            }
            else
            {
                text = "";
                return false;
            }
            bytes = bytes[length..];
        }
        text = builder.ToString();
        return true;
    }

    // U+D800 to U+DFFF, as a sender that knows no better writes them.
    private static bool IsSurrogate(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= SurrogateLength && bytes[0] == 0xED && bytes[1] is >= 0xA0 and <= 0xBF && bytes[2] is >= 0x80 and <= 0xBF;

    private static string Storable(string text)
    {
        var builder = new StringBuilder(text.Length);
        // Two halves that belong together come out as the one character they are.
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0)
                builder.Append(rune.ToString());
        }
        return builder.ToString();
    }
}
