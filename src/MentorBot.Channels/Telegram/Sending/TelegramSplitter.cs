using System.Globalization;

namespace MentorBot.Channels.Telegram;

/// <summary>Cuts a long text into messages, at the place where a reader would pause.</summary>
internal static class TelegramSplitter
{
    /// <summary>UTF-16 units that a message may have (https://core.telegram.org/bots/api#sendmessage). Telegram counts after it has read the entities; so do we.</summary>
    public const int Longest = 4096;

    // A pause nearer to the start than this share of what fits would waste more than the better place is worth.
    private const int LeastShare = 3;

    /// <summary>Where each part lies in the text. Nothing is lost but the white space at the cuts, and around the text.</summary>
    public static IReadOnlyList<Range> Split(string text)
    {
        var parts = new List<Range>();
        for (var start = SkipWhite(text, 0); start < text.Length;)
        {
            var cut = Cut(text, start);
            parts.Add(start..DropWhite(text, start, cut));
            start = SkipWhite(text, cut);
        }
        return parts;
    }

    private static int Cut(string text, int start)
    {
        if (text.Length - start <= Longest)
            return text.Length;
        var (least, end) = (start + (Longest / LeastShare), start + Longest);
        return LastPause(text, least, end, IsParagraph)
            ?? LastPause(text, least, end, EndsSentence)
            ?? LastPause(text, start + 1, end, static (t, i) => char.IsWhiteSpace(t[i]))
            ?? LastGrapheme(text, start, end);
    }

    // The last place up to `end` where the text may be cut, the character there being the white space of the pause.
    private static int? LastPause(string text, int least, int end, Func<string, int, bool> isPause)
    {
        for (var i = end; i >= least; i--)
        {
            if (isPause(text, i))
                return i;
        }
        return null;
    }

    private static bool IsParagraph(string text, int i) => text[i] == '\n' && i + 1 < text.Length && text[i + 1] == '\n';

    private static bool EndsSentence(string text, int i) =>
        text[i] == '\n' || (char.IsWhiteSpace(text[i]) && text.AsSpan(0, i).TrimEnd("\"')]") is [.., '.' or '!' or '?' or '。' or '！' or '？' or '؟' or '।']);

    // A grapheme longer than a message, which no language has, is cut between characters.
    private static int LastGrapheme(string text, int start, int end)
    {
        var cut = start;
        while (cut + StringInfo.GetNextTextElementLength(text, cut) is var next && next <= end)
            cut = next;
        if (cut > start)
            return cut;
        return char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
    }

    private static int SkipWhite(string text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i]))
            i++;
        return i;
    }

    private static int DropWhite(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }
}
