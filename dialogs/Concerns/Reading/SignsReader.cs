using System.Globalization;
using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Concerns;

namespace MentorBot.Dialogs.Concerns.Reading;

/// <summary>Reads the lists of signs, one file a language. They make one whole: a sign of one language may use a family of another.</summary>
internal sealed class SignsReader(ICollection<ContentProblem> problems)
{
    /// <summary>In place of a kind, for hints that nothing is wrong.</summary>
    public const string EveryKind = "every";

    private const string NoConcern = "no-concern";
    private const string Hints = "hints";

    private static readonly string[] Lists = ["families", "spellings", "slips", "no-slips", "uncrossed", "signs", Hints, NoConcern];

    private readonly Lexicon _lexicon = new();

    /// <summary>The reader of what people write.</summary>
    /// <param name="files">The lists of signs.</param>
    /// <param name="weights">What each word weighs.</param>
    public ConcernReader Read(IEnumerable<ContentFile> files, ContentFile weights)
    {
        var fields = files.SelectMany(file => YamlFile.Fields(file, problems)).ToList();
        foreach (var unknown in fields.Where(field => !Lists.Contains(field.Name)))
            problems.Add(unknown.Place.Problem($"`{unknown.Name}` is no list of signs.", $"The lists are {string.Join(", ", Lists)}."));

        var uncrossed = fields.Where(field => field.Name == "uncrossed").SelectMany(field => field.Texts.Select(text => (field.File.Locale, Word: _lexicon.Add(text)))).ToLookup(pair => pair.Locale, pair => pair.Word);
        foreach (var (text, _) in Texts(fields, "slips")) _lexicon.AddSlip(text);
        foreach (var (text, _) in Texts(fields, "no-slips")) _lexicon.AddNoSlip(text);
        foreach (var spelling in Inner(fields, "spellings")) AddSpellings(spelling);

        var patterns = new Patterns(_lexicon, uncrossed, problems);
        foreach (var family in Inner(fields, "families")) patterns.AddFamily(family);
        var signs = Inner(fields, "signs").SelectMany(kind => SignsOf(kind, patterns))
            .Concat(Inner(fields, Hints).SelectMany(kind => kind.Fields.SelectMany(weight => HintsOf(kind, weight, patterns))))
            .Concat(fields.Where(field => field.Name == NoConcern).SelectMany(field => Signs(field, kind: null, patterns))).ToList();
        AddMutations(fields.Where(field => field.File.Locale == "cy"));
        return new ConcernReader(_lexicon, patterns.Parts, signs, WordWeights.Read(weights, problems));
    }

    private static IEnumerable<(string Text, Place Place)> Texts(List<YamlField> fields, string name) =>
        fields.Where(field => field.Name == name).SelectMany(field => field.Texts.Select(text => (text, field.Place)));

    private static IEnumerable<YamlField> Inner(List<YamlField> fields, string name) => fields.Where(field => field.Name == name).SelectMany(field => field.Fields);

    private void AddSpellings(YamlField spelling)
    {
        int[] ids = [.. spelling.Name.Split(' ').Select(_lexicon.Add)];
        foreach (var written in spelling.Texts) _lexicon.AddSpelling(written, ids);
    }

    private IEnumerable<Sign> SignsOf(YamlField field, Patterns patterns)
    {
        if (ConcernKind.Find(field.Name) is { } kind) return Signs(field, kind, patterns);
        problems.Add(field.Place.Problem($"`{field.Name}` is no kind of concern.", $"The kinds are {string.Join(", ", ConcernKind.All)}."));
        return [];
    }

    // A hint that nothing is wrong can be one for every kind. One that something is cannot: it has to say what.
    private IEnumerable<Sign> HintsOf(YamlField field, YamlField weight, Patterns patterns)
    {
        var kind = ConcernKind.Find(field.Name);
        var isWeight = int.TryParse(weight.Name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var counts) && Math.Abs(counts) is > 0 and < Weighing.Enough;
        if (isWeight && (kind is not null || (field.Name == EveryKind && counts < 0))) return Signs(weight, kind, patterns).Select(sign => sign with { Weight = counts });
        problems.Add(weight.Place.Problem(
            $"`{field.Name}: {weight.Name}` is no weight of hints.",
            $"Under a kind of concern write a number from 1 to {Weighing.Enough - 1} or, for hints that nothing is wrong, one below 0; `{EveryKind}` has only those."));
        return [];
    }

    private IEnumerable<Sign> Signs(YamlField field, ConcernKind? kind, Patterns patterns)
    {
        foreach (var text in field.Texts)
        {
            var opens = text.StartsWith("^ ", StringComparison.Ordinal);
            if (patterns.Read(opens ? text[2..] : text, field) is not { } steps) continue;
            if (IsLoose(steps)) problems.Add(field.Place.Problem($"In `{text}` only one part has to be there.", "Take the brackets off what decides, or leave it out."));
            yield return new Sign(kind, field.File.Locale, steps, opens) { Text = text };
        }
    }

    private void AddMutations(IEnumerable<YamlField> fields)
    {
        var words = fields.SelectMany(TextsWithin).SelectMany(text => text.Split([' ', '|', '_', '(', ')'], StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal);
        foreach (var word in words.Where(_lexicon.Knows).ToList())
            foreach (var form in Mutations.Of(word).Prepend(word).SelectMany(Mutations.WithEndings).Where(form => !_lexicon.Knows(form)))
                _lexicon.AddSpelling(form, _lexicon.Numbers(word));
    }

    private static IEnumerable<string> TextsWithin(YamlField field) => field.Texts.Concat(field.Fields.SelectMany(inner => TextsWithin(inner).Append(inner.Name)));

    // Brackets around the word that decides are soon written, and make every other word a sign.
    private static bool IsLoose(Step[] steps) => steps.OfType<Optional>().Any() && steps.Count(step => step is OneOf { MayBeEnd: false }) == 1;
}
