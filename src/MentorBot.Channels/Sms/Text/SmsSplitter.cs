namespace MentorBot.Channels.Sms;

/// <summary>Cuts a long text into messages that each cost little, at the place where a reader would pause.</summary>
internal sealed class SmsSplitter
{
    // A pause nearer to the start than this share of what fits would waste more than the better place is worth.
    private const int LeastShare = 3;

    private readonly string _text;
    private readonly int _maxSegments;

    // Where each indivisible piece begins, and after the last of them the end of the text.
    private readonly List<int> _starts;

    private SmsSplitter(string text, int maxSegments)
    {
        (_text, _maxSegments) = (text, maxSegments);
        _starts = new(text.Length + 1);
        for (var at = 0; at < text.Length; at += SmsMeasure.NextIndivisible(text.AsSpan(at)))
            _starts.Add(at);
        _starts.Add(text.Length);
    }

    private enum Pause
    {
        None,
        Word,
        Sentence,
        Paragraph,
    }

    private int End => _starts.Count - 1;

    /// <summary>The text in parts of at most so many segments. Nothing is lost but the white space at the cuts.</summary>
    public static IReadOnlyList<string> Split(string text, int maxSegments) =>
        SmsMeasure.Measure(text).Segments <= maxSegments ? [text] : new SmsSplitter(text, maxSegments).Split();

    private List<string> Split()
    {
        var parts = new List<string>();
        var start = SkipWhite(0);
        while (start < End)
        {
            var cut = Cut(start, Reach(start));
            parts.Add(_text[_starts[start].._starts[DropWhite(start, cut)]]);
            start = SkipWhite(cut);
        }
        return parts;
    }

    // The first piece that no longer fits. Plain words before a face may reach further in GSM-7 than with the face in UCS-2.
    private int Reach(int start) => Math.Max(
        Reach(start, SmsMeasure.Gsm7Joined, piece => SmsMeasure.CountSeptets(piece)),
        Reach(start, SmsMeasure.Ucs2Joined, piece => piece.Length));

    private int Reach(int start, int room, Func<ReadOnlySpan<char>, int> measure)
    {
        var (segments, used) = (1, 0);
        for (var i = start; i < End; i++)
        {
            var length = measure(Piece(i));
            if (length < 0)
                return i;
            (segments, used) = SmsMeasure.Place(length, segments, used, room);
            if (segments > _maxSegments)
                return i;
        }
        return End;
    }

    private int Cut(int start, int reach)
    {
        if (reach == End)
            return End;
        var least = start + ((reach - start) / LeastShare);
        return LastPause(least, reach, Pause.Paragraph)
            ?? LastPause(least, reach, Pause.Sentence)
            ?? LastPause(start, reach, Pause.Word)
            ?? reach;
    }

    // The last place after `from`, up to `reach`, where a reader pauses at least so long; null if there is none.
    private int? LastPause(int from, int reach, Pause least)
    {
        for (var i = reach; i > from; i--)
        {
            if (PauseAt(i) >= least)
                return i;
        }
        return null;
    }

    private Pause PauseAt(int index)
    {
        if (!IsWhite(index))
            return Pause.None;
        if (EndsLine(index))
            return EndsLine(index + 1) ? Pause.Paragraph : Pause.Sentence;
        return EndsSentence(_text.AsSpan(0, _starts[index])) ? Pause.Sentence : Pause.Word;
    }

    private static bool EndsSentence(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd("\"')]");
        return !before.IsEmpty && (before[^1] is '.' or '!' or '?' or '。' or '！' or '？' or '؟' or '।');
    }

    private int SkipWhite(int index)
    {
        while (IsWhite(index))
            index++;
        return index;
    }

    private int DropWhite(int start, int cut)
    {
        while (cut > start && IsWhite(cut - 1))
            cut--;
        return cut;
    }

    private bool EndsLine(int index) => index < End && Piece(index)[^1] == '\n';

    private bool IsWhite(int index) => index < End && Piece(index).IsWhiteSpace();

    private ReadOnlySpan<char> Piece(int index) => _text.AsSpan(_starts[index].._starts[index + 1]);
}
