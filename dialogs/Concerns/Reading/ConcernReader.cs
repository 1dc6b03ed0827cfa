using MentorBot.Mentoring.Concerns;

namespace MentorBot.Dialogs.Concerns.Reading;

/// <summary>Finds what makes us worry in what somebody wrote, by lists of signs: the same words always mean the same, and anybody can look up why.</summary>
/// <remarks>
/// All languages are read at once, for people mix them. First what only sounds like a concern is hidden ("my phone died"), then signs are looked for in the rest.
/// A sign that says more than another counts in its place, and of what is left the kind that leaves least time. Where there is no sign, hints are weighed.
/// </remarks>
public sealed class ConcernReader
{
    private readonly Lexicon _lexicon;
    private readonly int[][] _partsByWord;
    private readonly int _parts;
    private readonly SignIndex _idioms;
    private readonly SignIndex _signs;
    private readonly SignIndex _hints;

    internal ConcernReader(Lexicon lexicon, IReadOnlyList<OneOf> parts, IReadOnlyList<Sign> signs)
    {
        _lexicon = lexicon;
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
        return first is null ? null : new Concern(first.Kind!, first.Locale);
    }

    /// <summary>The lines of the lists that decide about a text: what was hidden as no concern, and the signs that count, or the hints that weigh enough together.</summary>
    internal (IReadOnlyList<Sign> Hidden, IReadOnlyList<Sign> Signs) Explain(string text)
    {
        var message = _lexicon.Read(text);
        var places = PlacesIn(message);
        var hidden = _idioms.In(places);
        foreach (var idiom in hidden) message.AsSpan(idiom.Start..idiom.End).Fill(Lexicon.Hidden);
        if (hidden.Count > 0) places = PlacesIn(message);
        var found = _signs.In(places);
        found.RemoveAll(one => found.Exists(other => other.SaysMoreThan(one)));
        if (found.Count == 0) found = Weighing.Heaviest(_hints.In(places));
        return (hidden.ConvertAll(one => one.Sign), found.ConvertAll(one => one.Sign));
    }

    /// <summary>Whether there are signs of a kind.</summary>
    internal bool Knows(ConcernKind kind) => _signs.Any(sign => sign.Kind == kind);

    internal static int Rank(ConcernKind kind) => ConcernKind.All.Index().First(one => one.Item == kind).Index;

    private Places PlacesIn(int[] message) => new(message, _partsByWord, _parts);
}

/// <summary>Something that makes us worry for somebody.</summary>
/// <param name="Kind">What.</param>
/// <param name="Locale">The language it was said in.</param>
public sealed record Concern(ConcernKind Kind, string Locale);
