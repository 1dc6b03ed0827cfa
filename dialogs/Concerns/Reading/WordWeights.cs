using System.Collections.Frozen;
using System.Globalization;
using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Concerns;

namespace MentorBot.Dialogs.Concerns.Reading;

/// <summary>What each word, each beginning of one, each two in a row, each sign and each hint weigh for each kind of concern.</summary>
/// <remarks>The weights were found from the texts of the corpus, and are read from a table: the same words always weigh the same, and anybody can add them up.</remarks>
internal sealed class WordWeights
{
    /// <summary>The table, within the folder of words.</summary>
    public const string FileName = "Concerns/weights.tsv";

    /// <summary>What the table counts as 1. Weights are whole numbers.</summary>
    public const int Scale = 10;

    /// <summary>Stands before the first word and after the last.</summary>
    public const string Edge = "|";

    /// <summary>Stands behind the first letters of a word, for all words that begin alike.</summary>
    public const string AndOn = "~";

    private const int LettersOfBeginning = 4;

    /// <summary>In place of words: what a kind weighs before anything is said.</summary>
    public const string Nothing = "-";

    /// <summary>What the parts must come to together. Found by reading the texts of each writer with weights of all others.</summary>
    public const int Enough = -12;

    /// <summary>The same in one sentence of several: the others tell nothing of it, and among many one sounds bad by chance.</summary>
    public const int EnoughForSentence = -4;

    /// <summary>Below this the words speak against a concern so clearly that no sign or hint outweighs them.</summary>
    public const int Against = -18;

    /// <summary>Of a message that has nothing to weigh.</summary>
    public static readonly Weighed NotWeighed = new(0, []);

    private readonly FrozenDictionary<string, Row> _rows;
    private readonly int[] _nothing;

    private WordWeights(Dictionary<string, Row> rows)
    {
        _rows = rows.ToFrozenDictionary(StringComparer.Ordinal);
        _nothing = rows.TryGetValue(Nothing, out var nothing) ? nothing.Weights : [];
    }

    /// <summary>Reads the table: words, their language, and a weight for each kind, in the order of the kinds.</summary>
    public static WordWeights Read(ContentFile file, ICollection<ContentProblem> problems)
    {
        var rows = new Dictionary<string, Row>(StringComparer.Ordinal);
        foreach (var (number, line) in file.Text.Split('\n').Index())
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (RowOf(line.TrimEnd('\r').Split('\t')) is not { } row || !rows.TryAdd(row.Words, row))
                problems.Add(file.At(number + 1).Problem("This is no weight of words.", "The table is written by a command, which README.md beside it names."));
        }
        return new WordWeights(rows);
    }

    /// <summary>What is weighed of a message: each word and its beginning, each two in a row, and the signs and hints in it. A word that is no concern is empty.</summary>
    public static HashSet<string> PartsOf(ReadOnlySpan<string> words, IEnumerable<Found> signs, IEnumerable<Found> hints)
    {
        var parts = hints.Select(hint => $"= {Named(hint.Sign)}").Concat(signs.SelectMany(sign => new[] { $"! {sign.Sign.Kind!.Id}", $"! {Named(sign.Sign)}" })).ToHashSet(StringComparer.Ordinal);
        var before = Edge;
        foreach (var word in words)
        {
            if (string.IsNullOrEmpty(word)) continue;
            parts.Add(word);
            if (word.Length > LettersOfBeginning) parts.Add($"{word.AsSpan(0, LettersOfBeginning)}{AndOn}");
            parts.Add($"{before} {word}");
            before = word;
        }
        if (before != Edge) parts.Add($"{before} {Edge}");
        return parts;
    }

    private static string Named(Sign sign) => $"{sign.Kind?.Id ?? SignsReader.EveryKind} {sign.Locale}: {sign.Text}";

    /// <summary>Weighs the parts of a message.</summary>
    public Weighed Weigh(IEnumerable<string> parts)
    {
        var rows = new List<Row>();
        foreach (var part in parts)
            if (_rows.TryGetValue(part, out var row)) rows.Add(row);
        if (rows.Count == 0 || _nothing.Length == 0) return NotWeighed;
        var weights = Enumerable.Range(0, _nothing.Length).Select(one => WeightOf(rows, one)).ToList();
        var kind = weights.IndexOf(weights.Max());
        var heaviest = rows.Where(row => row.Weights[kind] > 0).OrderByDescending(row => row.Weights[kind]).ToList();
        var locale = heaviest.GroupBy(row => row.Locale).MaxBy(rows => rows.Sum(row => row.Weights[kind]))?.Key ?? "";
        return new Weighed(Together(weights), heaviest.ConvertAll(row => new Sign(ConcernKind.All[kind], locale, [], OpensSentence: false) { Text = row.Words, Weight = row.Weights[kind] }));
    }

    // Many words weigh more than few only by chance, so what each says counts for less among them.
    private double WeightOf(List<Row> rows, int kind) => _nothing[kind] + (rows.Sum(row => row.Weights[kind]) / Math.Sqrt(rows.Count + 1));

    // What may be this kind or that is a cry all the same: as likely as all kinds are together.
    private static double Together(List<double> weights) => Scale * Math.Log(weights.Sum(weight => Math.Exp(weight / Scale)));

    private static Row? RowOf(string[] cells)
    {
        if (cells.Length != ConcernKind.All.Count + 2) return null;
        var weights = new int[ConcernKind.All.Count];
        for (var kind = 0; kind < weights.Length; kind++)
            if (!int.TryParse(cells[kind + 2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out weights[kind])) return null;
        return new Row(cells[0], cells[1], weights);
    }

    /// <summary>What the parts of a message come to.</summary>
    /// <param name="Weight">How much they weigh for all kinds together; 0 where nothing has a weight.</param>
    /// <param name="Heaviest">The parts that speak for the kind that they weigh most for, the heaviest first, in the language that most of the weight is of.</param>
    public sealed record Weighed(double Weight, List<Sign> Heaviest)
    {
        /// <summary>Whether it is a concern.</summary>
        public bool IsEnough => Weight >= Enough && Heaviest.Count > 0;

        /// <summary>Whether one sentence of several is a concern.</summary>
        public bool IsEnoughForSentence => Weight >= EnoughForSentence && Heaviest.Count > 0;

        /// <summary>Whether it is none.</summary>
        public bool IsAgainst => Weight < Against;
    }

    private sealed record Row(string Words, string Locale, int[] Weights);
}
