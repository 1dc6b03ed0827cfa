namespace MentorBot.Dialogs.Concerns.Reading;

/// <summary>One part of a sign, and how it goes along the words of a message.</summary>
/// <remarks>
/// Where a sign can have come to is a row of bits, one a word from where it began, so all ways through it are gone at once and none is gone twice.
/// No sign reaches further than 64 words.
/// </remarks>
internal abstract class Step
{
    /// <summary>Where the sign may have come to after this part, from where it may stand.</summary>
    /// <param name="at">A bit for each word before which it may stand, counted from the first word of the sign.</param>
    /// <param name="message">The words, from the first word of the sign on.</param>
    public abstract ulong From(ulong at, ReadOnlySpan<int> message);

    /// <summary>Goes through a row of parts.</summary>
    public static ulong Through(Step[] steps, ulong at, ReadOnlySpan<int> message)
    {
        foreach (var step in steps)
        {
            if (at == 0) return 0;
            at = step.From(at, message);
        }
        return at;
    }
}

/// <summary>One of several words, or of several rows of words.</summary>
/// <param name="index">Its number among all of them: what a message has of them is noted by it.</param>
internal sealed class OneOf(int index) : Step
{
    // Arrays, for there are thousands of these with a word or two each.
    private int[] _words = [];
    private Step[][] _rows = [];

    public int Index => index;

    /// <summary>Whether a message may end here in its place.</summary>
    public bool MayBeEnd { get; set; }

    /// <summary>The words that one of its ways begins with.</summary>
    public IEnumerable<int> Beginnings => _words.Concat(_rows.SelectMany(row => ((OneOf)row[0]).Beginnings));

    public void Add(int word)
    {
        if (!_words.Contains(word)) _words = [.. _words, word];
    }

    public void Add(Step[] row) => _rows = [.. _rows, row];

    public override ulong From(ulong at, ReadOnlySpan<int> message)
    {
        var reached = 0UL;
        for (var left = at; left != 0; left &= left - 1)
        {
            var place = System.Numerics.BitOperations.TrailingZeroCount(left);
            if (place < message.Length && place < 63 && _words.AsSpan().Contains(message[place])) reached |= 1UL << (place + 1);
        }
        foreach (var row in _rows) reached |= Through(row, at, message);
        return MayBeEnd ? reached | Ended(at, message) : reached;
    }

    // The end of a sentence, or of the message.
    private static ulong Ended(ulong at, ReadOnlySpan<int> message)
    {
        var ended = 0UL;
        for (var left = at; left != 0; left &= left - 1)
        {
            var place = System.Numerics.BitOperations.TrailingZeroCount(left);
            if (place == message.Length || (place < message.Length && message[place] == Lexicon.End)) ended |= 1UL << place;
        }
        return ended;
    }
}

/// <summary>A part that may be left out.</summary>
internal sealed class Optional(Step step) : Step
{
    public override ulong From(ulong at, ReadOnlySpan<int> message) => at | step.From(at, message);
}

/// <summary>Up to so many other words, in one sentence, and none of those that begin a thought of its own.</summary>
internal sealed class Gap(int most, IReadOnlySet<int> uncrossed) : Step
{
    public override ulong From(ulong at, ReadOnlySpan<int> message)
    {
        var reached = at;
        var edge = at;
        for (var i = 0; i < most && edge != 0; i++)
        {
            edge = Crossed(edge, message);
            reached |= edge;
        }
        return reached;
    }

    private ulong Crossed(ulong at, ReadOnlySpan<int> message)
    {
        var crossed = 0UL;
        for (var left = at; left != 0; left &= left - 1)
        {
            var place = System.Numerics.BitOperations.TrailingZeroCount(left);
            if (place < message.Length && place < 63 && message[place] != Lexicon.End && !uncrossed.Contains(message[place])) crossed |= 1UL << (place + 1);
        }
        return crossed;
    }
}
