using System.Buffers.Text;

namespace MentorBot.Channels.DirectLine;

/// <summary>Mends JSON that holds half a letter: a picture sign that a keyboard or a limit cut in two, which JSON can write (<c>\ud83d</c>) and no text can hold.</summary>
internal static class HalfLetters
{
    private const int Escape = 6;

    /// <summary>Puts the replacement character, U+FFFD, in the place of each, as Unicode has it (chapter 3, C10). Nothing else changes, nor does the length.</summary>
    public static byte[] Mend(byte[] json)
    {
        for (var at = 0; (at = NextEscape(json, at)) >= 0;)
        {
            var unit = UnitAt(json, at);
            if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(UnitAt(json, at + Escape))) at += Escape;
            else if (char.IsSurrogate(unit)) "\\ufffd"u8.CopyTo(json.AsSpan(at));
            // Whatever is escaped, a backslash too, is stepped over with it.
            at += unit == 0 ? 2 : Escape;
        }
        return json;
    }

    private static int NextEscape(byte[] json, int from)
    {
        var found = from < json.Length ? json.AsSpan(from).IndexOf((byte)'\\') : -1;
        return found < 0 ? -1 : from + found;
    }

    /// <summary>The UTF-16 unit that is escaped there; 0 if none is.</summary>
    private static char UnitAt(byte[] json, int at) =>
        at + Escape <= json.Length && json.AsSpan(at, 2).SequenceEqual("\\u"u8)
        && Utf8Parser.TryParse(json.AsSpan(at + 2, 4), out ushort unit, out var read, 'x') && read == 4 ? (char)unit : '\0';
}
