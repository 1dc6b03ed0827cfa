using System.Globalization;

namespace MentorBot.Channels.Sms;

/// <summary>Counts segments as Twilio's own calculator does.</summary>
internal static class SmsMeasure
{
    public const int Gsm7Alone = 160;
    public const int Gsm7Joined = 153;
    public const int Ucs2Alone = 70;
    public const int Ucs2Joined = 67;

    public static SmsSize Measure(ReadOnlySpan<char> text)
    {
        var septets = CountSeptets(text);
        if (septets < 0)
            return MeasureUcs2(text);
        var segments = septets <= Gsm7Alone ? 1 : CountGsm7Segments(text);
        return new(SmsEncoding.Gsm7, segments, septets);
    }

    /// <summary>Septets of the text; -1 if a character is not in the alphabet.</summary>
    public static int CountSeptets(ReadOnlySpan<char> text)
    {
        var total = 0;
        foreach (var character in text)
        {
            var septets = GsmAlphabet.Septets(character);
            if (septets == 0)
                return -1;
            total += septets;
        }
        return total;
    }

    /// <summary>UTF-16 units of the first thing in the text that a segment's end may not cut.</summary>
    /// <remarks>
    /// A whole grapheme, so that no face or flag falls apart. One longer than a segment (a letter under a heap of accents) is cut where the segment ends.
    /// </remarks>
    public static int NextIndivisible(ReadOnlySpan<char> text)
    {
        var length = StringInfo.GetNextTextElementLength(text);
        if (length <= Ucs2Joined)
            return length;
        return char.IsHighSurrogate(text[Ucs2Joined - 1]) ? Ucs2Joined - 1 : Ucs2Joined;
    }

    // An escape and its second septet are never parted, so a segment may end one septet short.
    private static int CountGsm7Segments(ReadOnlySpan<char> text)
    {
        var (segments, used) = (1, 0);
        foreach (var character in text)
            (segments, used) = Place(GsmAlphabet.Septets(character), segments, used, Gsm7Joined);
        return segments;
    }

    private static SmsSize MeasureUcs2(ReadOnlySpan<char> text)
    {
        var (segments, used, characters) = (1, 0, 0);
        for (var rest = text; !rest.IsEmpty; characters++)
        {
            var length = NextIndivisible(rest);
            (segments, used) = Place(length, segments, used, Ucs2Joined);
            rest = rest[length..];
        }
        return new(SmsEncoding.Ucs2, text.Length <= Ucs2Alone ? 1 : segments, characters);
    }

    internal static (int Segments, int Used) Place(int length, int segments, int used, int room) =>
        used + length <= room ? (segments, used + length) : (segments + 1, length);
}
