using MentorBot.Mentoring.Concerns;

namespace MentorBot.Dialogs.Concerns.Reading;

/// <summary>Finds what makes us worry in what somebody wrote, by lists of signs: the same words always mean the same, and anybody can look up why.</summary>
/// <remarks>
/// All languages are read at once, for people mix them. First what only sounds like a concern is hidden ("my phone died"), then signs are looked for in the rest.
/// A sign that says more than another counts in its place, and of what is left the kind that leaves least time. Where there is no sign, hints are weighed, and then every word.
/// A sign is passed over only where all the words together speak against a concern, and so do the few around it; hints and words are weighed in each sentence too.
/// </remarks>
public sealed class ConcernReader
{
    // Fewer say too little to be weighed: HELL NO.
    private const int FewestWords = 3;

    private readonly Lexicon _lexicon;
    private readonly int[][] _partsByWord;
    private readonly int _parts;
    private readonly SignIndex _idioms;
    private readonly SignIndex _signs;
    private readonly SignIndex _hints;
    private readonly WordWeights _weights;

    internal ConcernReader(Lexicon lexicon, IReadOnlyList<OneOf> parts, IReadOnlyList<Sign> signs, WordWeights weights)
    {
        (_lexicon, _weights) = (lexicon, weights);
        _parts = parts.Count;
        _hints = new(signs.Where(sign => sign.Weight != 0), _parts);
        _idioms = new(signs.Where(sign => sign is { Kind: null, Weight: 0 }), _parts);
        _signs = new(signs.Where(sign => sign is { Kind: not null, Weight: 0 }), _parts);
        var byWord = parts.SelectMany(part => part.Beginnings.Select(word => (word, part.Index))).ToLookup(pair => pair.word, pair => pair.Index);
        _partsByWord = [.. Enumerable.Range(0, lexicon.Count).Select(word => byWord[word].Distinct().ToArray())];
    }

    /// <summary>What makes us worry; nothing when nothing does.</summary>
    public Concern? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var (_, signs) = Explain(text);
        var first = signs.MinBy(sign => Rank(sign.Kind!));
        return first is null ? null : new Concern(first.Kind!, first.Locale) { IsBySign = first.Weight == 0 };
    }

    /// <summary>The lines of the lists that decide about a text: what was hidden as no concern, and the signs that count, or the hints or words that weigh enough together.</summary>
    internal (IReadOnlyList<Sign> Hidden, IReadOnlyList<Sign> Signs) Explain(string text)
    {
        var message = Find(text);
        var standing = message.Signs.FindAll(sign => message.Around(sign).Any(around => !Weigh(around).IsAgainst));
        return (message.Hidden, standing.Count > 0 ? standing.ConvertAll(one => one.Sign) : WeighedOf(message));
    }

    // Each sentence by itself too: a friendly one before it and another behind make no cry less of one.
    private List<Sign> WeighedOf(ReadMessage message)
    {
        var all = message.Sentences().Prepend(message).Select(part => (part.Hints, Weighed: Weigh(part), IsSentence: !ReferenceEquals(part, message))).ToList();
        var hints = all.Where(one => !one.Weighed.IsAgainst).Select(one => Weighing.Heaviest(one.Hints)).FirstOrDefault(heaviest => heaviest.Count > 0);
        if (hints is not null) return hints.ConvertAll(one => one.Sign);
        return all.FindAll(one => one.IsSentence ? one.Weighed.IsEnoughForSentence : one.Weighed.IsEnough).Select(one => one.Weighed).MaxBy(weighed => weighed.Weight)?.Heaviest ?? [];
    }

    /// <summary>What is weighed of a text.</summary>
    internal IReadOnlySet<string> WeighedParts(string text) => Find(text).WeighedParts();

    private WordWeights.Weighed Weigh(ReadMessage message) => message.CountWords() < FewestWords ? WordWeights.NotWeighed : _weights.Weigh(message.WeighedParts());

    private ReadMessage Find(string text)
    {
        var (places, words, hidden) = Bared(text);
        var signs = _signs.In(places);
        signs.RemoveAll(one => signs.Exists(other => other.SaysMoreThan(one)));
        return new ReadMessage(words, signs, _hints.In(places)) { Hidden = hidden.ConvertAll(one => one.Sign) };
    }

    // Without what only sounds like a concern.
    private (Places Places, string[] Words, List<Found> Hidden) Bared(string text)
    {
        var (message, words) = _lexicon.Read(text);
        var places = PlacesIn(message);
        var hidden = _idioms.In(places);
        if (hidden.Count == 0) return (places, words, hidden);
        foreach (var idiom in hidden)
        {
            message.AsSpan(idiom.Start..idiom.End).Fill(Lexicon.Hidden);
            words.AsSpan(idiom.Start..idiom.End).Fill("");
        }
        return (PlacesIn(message), words, hidden);
    }

    /// <summary>Whether there are signs of a kind.</summary>
    internal bool Knows(ConcernKind kind) => _signs.Any(sign => sign.Kind == kind);

    internal static int Rank(ConcernKind kind) => ConcernKind.All.Index().First(one => one.Item == kind).Index;

    private Places PlacesIn(int[] message) => new(message, _partsByWord, _parts);
}

/// <summary>Something that makes us worry for somebody.</summary>
/// <param name="Kind">What.</param>
/// <param name="Locale">The language it was said in.</param>
public sealed record Concern(ConcernKind Kind, string Locale)
{
    /// <summary>Whether a sign says so, and not only what hints and words weigh together.</summary>
    public bool IsBySign { get; init; }
}
