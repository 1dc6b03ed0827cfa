namespace MentorBot.Dialogs.Concerns.Reading;

/// <summary>What was found in a message.</summary>
/// <param name="Words">Its words; empty where they only sound like a concern.</param>
/// <param name="Signs">The signs in it.</param>
/// <param name="Hints">The hints in it.</param>
internal sealed record ReadMessage(string[] Words, List<Found> Signs, List<Found> Hints)
{
    // In words on either side.
    private static readonly int[] Reaches = [4, 8];

    // In words. So few are one thought, and all of it stands around a sign: nothing can outweigh it that has to do with something else.
    private const int OneThought = 16;

    /// <summary>What only sounds like a concern.</summary>
    public required IReadOnlyList<Sign> Hidden { get; init; }

    /// <summary>How many words there are to weigh.</summary>
    public int CountWords() => Words.Count(word => word is not ("" or Folding.End));

    /// <summary>What is weighed of it.</summary>
    public HashSet<string> WeighedParts() => WordWeights.PartsOf(Words, Signs, Hints);

    /// <summary>What stands around a sign, nearest first, and then all: much that is ordinary, as people write it who use no full stops, must not outweigh it.</summary>
    public IEnumerable<ReadMessage> Around(Found sign) => CountWords() <= OneThought ? [this] : [.. Reaches.Select(reach => Around(sign, reach)), this];

    /// <summary>Its sentences; none where it is but one.</summary>
    public IEnumerable<ReadMessage> Sentences()
    {
        var ends = Words.Index().Where(word => word.Item == Folding.End).Select(word => word.Index).Append(Words.Length).ToList();
        return ends.Count == 1 ? [] : ends.Select((end, at) => Between(at == 0 ? 0 : ends[at - 1] + 1, end));
    }

    // Not over the end of its sentence.
    private ReadMessage Around(Found sign, int reach)
    {
        var (first, stop) = (Array.LastIndexOf(Words, Folding.End, sign.Start) + 1, Array.IndexOf(Words, Folding.End, sign.End));
        return Between(Math.Max(sign.Start - reach, first), Math.Min(sign.End + reach, stop < 0 ? Words.Length : stop));
    }

    private ReadMessage Between(int start, int end)
    {
        bool IsIn(Found one) => one.Start >= start && one.End <= end;
        return new ReadMessage(Words[start..end], Signs.FindAll(IsIn), Hints.FindAll(IsIn)) { Hidden = Hidden };
    }
}
