namespace MentorBot.Dialogs.Concerns.Reading;

/// <summary>What was found in a message.</summary>
/// <param name="Words">Its words; empty where they only sound like a concern.</param>
/// <param name="Signs">The signs in it.</param>
/// <param name="Hints">The hints in it.</param>
internal sealed record ReadMessage(string[] Words, List<Found> Signs, List<Found> Hints)
{
    /// <summary>What only sounds like a concern.</summary>
    public required IReadOnlyList<Sign> Hidden { get; init; }

    /// <summary>How many words there are to weigh.</summary>
    public int CountWords() => Words.Count(word => word is not ("" or Folding.End));

    /// <summary>What is weighed of it.</summary>
    public HashSet<string> WeighedParts() => WordWeights.PartsOf(Words, Signs, Hints);

    /// <summary>The sentence that a sign stands in, or the sentences.</summary>
    public ReadMessage SentenceOf(Found sign)
    {
        var start = Array.LastIndexOf(Words, Folding.End, sign.Start) + 1;
        var end = Array.IndexOf(Words, Folding.End, sign.End) is var stop and >= 0 ? stop : Words.Length;
        bool IsIn(Found one) => one.Start >= start && one.End <= end;
        return new ReadMessage(Words[start..end], Signs.FindAll(IsIn), Hints.FindAll(IsIn)) { Hidden = Hidden };
    }
}
