using System.Text.RegularExpressions;
using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Concerns.Reading;

/// <summary>Reads the small language in which signs are written.</summary>
/// <param name="lexicon">Takes the words of signs.</param>
/// <param name="uncrossed">The words that no gap goes over, by language: "i" begins a thought in English, and is "to" in Welsh.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed partial class Patterns(Lexicon lexicon, ILookup<string, int> uncrossed, ICollection<ContentProblem> problems)
{
    private const string FewWords = "...";
    private const string ManyWords = "......";
    private const string End = "$";
    private const int Few = 3;
    private const int Many = 8;

    private readonly Dictionary<string, OneOf> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Most, string Locale), Gap> _gaps = [];
    private readonly List<OneOf> _parts = [];

    /// <summary>All that messages are searched for.</summary>
    public IReadOnlyList<OneOf> Parts => _parts;

    /// <summary>Reads a family of words. Those that it uses itself stand above it.</summary>
    public void AddFamily(YamlField family)
    {
        var name = $"<{family.Name}>";
        var rows = family.Texts.Select(text => Read(text, family)).OfType<Step[]>().ToList();
        if (!_byText.TryGetValue(name, out var part)) part = New(name);
        foreach (var row in rows) part.Add(row);
    }

    /// <summary>The parts of a sign; nothing, and a problem, when it cannot be read.</summary>
    public Step[]? Read(string text, YamlField list)
    {
        var steps = Part().Matches(text).Select(match => StepOf(match.Value, list)).ToList();
        if (steps.Contains(null)) return null;
        if (steps is [OneOf { MayBeEnd: false }, ..]) return [.. steps.OfType<Step>()];
        problems.Add(list.Place.Problem($"The sign `{text}` does not begin with a word.", "Begin with a word that has to be there."));
        return null;
    }

    private Step? StepOf(string part, YamlField list) => part switch
    {
        FewWords => GapOf(Few, list.File.Locale),
        ManyWords => GapOf(Many, list.File.Locale),
        ['(', .. var inner, ')'] => PartOf(inner, list.Place) is { } optional ? new Optional(optional) : null,
        _ => PartOf(part, list.Place),
    };

    // One for all signs of a language: there are thousands of gaps.
    private Gap GapOf(int most, string locale)
    {
        if (!_gaps.TryGetValue((most, locale), out var gap)) _gaps[(most, locale)] = gap = new Gap(most, uncrossed[locale].ToHashSet());
        return gap;
    }

    private OneOf? PartOf(string text, Place place)
    {
        if (_byText.TryGetValue(text, out var known)) return known;
        var part = new OneOf(_parts.Count);
        foreach (var way in text.Split('|'))
            if (!Add(part, way.Replace('_', ' '), place)) return null;
        _parts.Add(part);
        return _byText[text] = part;
    }

    private bool Add(OneOf part, string way, Place place)
    {
        if (way == End) part.MayBeEnd = true;
        else if (_byText.TryGetValue(way, out var family)) part.Add([family]);
        else if (!way.Split(' ').All(IsReadable))
        {
            problems.Add(place.Problem(
                $"`{way}` cannot be read in a sign.", "Write words in small letters without accents and apostrophes, and a family that stands above as `<name>`."));
            return false;
        }
        else if (!way.Contains(' ', StringComparison.Ordinal) && lexicon.Numbers(way) is [var only]) part.Add(only);
        else part.Add([.. way.Split(' ').SelectMany(StepsOf)]);
        return true;
    }

    // A word that is another spelling of several is all of them.
    private IEnumerable<Step> StepsOf(string word) =>
        _byText.TryGetValue(word, out var family) ? [family] : lexicon.Numbers(word).Select(number => WordOf(number));

    private OneOf WordOf(int number)
    {
        var text = $"#{number}";
        if (_byText.TryGetValue(text, out var known)) return known;
        var part = New(text);
        part.Add(number);
        return part;
    }

    private bool IsReadable(string word) =>
        word is ['<', ..] ? _byText.ContainsKey(word) : word.Length > 0 && word.All(letter => letter is >= 'a' and <= 'z' or >= '0' and <= '9');

    private OneOf New(string text)
    {
        var part = new OneOf(_parts.Count);
        _parts.Add(part);
        return _byText[text] = part;
    }

    // What stands in brackets is one part, spaces and all.
    [GeneratedRegex(@"\([^)]*\)|[^ ]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
