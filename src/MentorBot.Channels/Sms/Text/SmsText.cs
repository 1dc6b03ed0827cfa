namespace MentorBot.Channels.Sms;

/// <summary>What a text costs, how to make it cheaper, and where to cut it.</summary>
public static class SmsText
{
    /// <summary>The most segments that one message of ours may cost; a longer one is cut into several that arrive in order.</summary>
    /// <remarks>Long joined messages are the ones that old handsets and busy networks lose or show in pieces.</remarks>
    public const int MaxSegmentsPerMessage = 2;

    /// <summary>What the text costs exactly as it stands, counted as Twilio's calculator counts. An empty text costs one segment.</summary>
    public static SmsSize Measure(ReadOnlySpan<char> text) => SmsMeasure.Measure(text);

    /// <summary>Swaps curly quotes, dashes, ellipses and the like for look-alikes that fit GSM-7. Letters stay as they are spelt, <c>ŵ</c> and <c>ŷ</c> too.</summary>
    /// <returns>The folded text; the very same string if there was nothing to fold.</returns>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SmsFolding.Fold(text);
    }

    /// <summary>Cuts the text into messages of at most <see cref="MaxSegmentsPerMessage"/> segments.</summary>
    /// <remarks>
    /// The cut is at the end of a paragraph, else of a line or sentence, else between words, else between graphemes. Only white space at a cut is lost.
    /// A grapheme too long for a segment, which no language has, is cut like a word.
    /// </remarks>
    /// <returns>The parts, in order; the text itself if it fits.</returns>
    public static IReadOnlyList<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return SmsSplitter.Split(text, MaxSegmentsPerMessage);
    }
}
