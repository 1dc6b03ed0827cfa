using MentorBot.Mentoring.Concerns;

namespace MentorBot.Dialogs.Concerns.Reading;

/// <summary>A way to say something that makes us worry, or that only sounds so.</summary>
/// <param name="Kind">What it is a sign of; nothing where it is no concern.</param>
/// <param name="Locale">The language of its list.</param>
/// <param name="Steps">Its parts. The first is words.</param>
/// <param name="OpensSentence">Whether it counts only where a sentence begins.</param>
internal sealed record Sign(ConcernKind? Kind, string Locale, Step[] Steps, bool OpensSentence)
{
    /// <summary>How it is written in its list.</summary>
    public string Text { get; init; } = "";

    /// <summary>What it counts as a hint, which says too little by itself; 0 where it is a sign. Below 0 it is a hint that nothing is wrong.</summary>
    public int Weight { get; init; }

    /// <summary>The parts that a message must have something of.</summary>
    public int[] Needs { get; } = [.. Steps.OfType<OneOf>().Where(part => !part.MayBeEnd).Select(part => part.Index).Distinct()];

    /// <summary>Where it ends that begins at a word, at the furthest; nothing where it does not begin there.</summary>
    public int? EndFrom(ReadOnlySpan<int> message, int start)
    {
        if (OpensSentence && start > 0 && message[start - 1] != Lexicon.End) return null;
        var reached = Step.Through(Steps, 1, message[start..]);
        return reached == 0 ? null : start + System.Numerics.BitOperations.Log2(reached);
    }
}

/// <summary>Where a sign stands in a message.</summary>
internal readonly record struct Found(Sign Sign, int Start, int End)
{
    /// <summary>Whether it says the same as another and more: "she wants to die" as "wants to die".</summary>
    public bool SaysMoreThan(Found other) =>
        Start <= other.Start && End >= other.End && End - Start > other.End - other.Start && Sign.Kind != other.Sign.Kind;
}
