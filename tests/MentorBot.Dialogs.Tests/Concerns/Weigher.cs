using System.Globalization;
using MentorBot.Dialogs.Concerns.Reading;
using MentorBot.Mentoring.Concerns;

namespace MentorBot.Dialogs.Tests.Concerns;

/// <summary>Finds what words weigh from texts whose kind is known, by multinomial logistic regression: the same texts always give the same weights.</summary>
internal sealed class Weigher
{
    // Words of fewer texts than this say more of those texts than of what they mean, and two in a row are rarer than one.
    private const int FewestTexts = 2;
    private const int FewestTextsOfPairs = 3;
    private const int Rounds = 12;
    private const double Step = 0.5;
    private const double StepOfNothing = 0.05;
    private const double Decay = 1e-3;
    private const double FirstSquare = 1e-3;
    private const int Seed = 1;

    private static readonly int Kinds = ConcernKind.All.Count;

    // The last is no concern.
    private readonly double[] _nothing = new double[Kinds + 1];
    private readonly double[] _nothingSum = new double[Kinds + 1];
    private readonly Dictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly List<(Word[] Words, int Kind)> _texts;

    public Weigher(IReadOnlyCollection<(string Kind, string Locale, IReadOnlySet<string> Parts)> texts)
    {
        var parts = texts.Select(text => (text.Kind, text.Locale, Parts: text.Parts.Order(StringComparer.Ordinal).ToList())).ToList();
        foreach (var (_, locale, words) in parts)
            foreach (var word in words) (_words.TryGetValue(word, out var known) ? known : _words[word] = new Word()).Count(locale);
        foreach (var rare in _words.Where(word => word.Value.Texts < FewestOf(word.Key)).Select(word => word.Key).ToList()) _words.Remove(rare);
        _texts = parts.ConvertAll(text => (text.Parts.Select(_words.GetValueOrDefault).OfType<Word>().ToArray(), KindOf(text.Kind)));
    }

    /// <summary>The lines of the table.</summary>
    public IEnumerable<string> Lines()
    {
        var order = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            var texts = _texts.ToArray();
            order.Shuffle(texts);
            foreach (var (words, kind) in texts) Learn(words, kind);
            if (round < Rounds / 2) continue;
            // The last steps hang on the order of the texts: the mean of several rounds does not.
            foreach (var word in _words.Values) word.Note();
            for (var one = 0; one <= Kinds; one++) _nothingSum[one] += _nothing[one];
        }
        foreach (var word in _words.Values) word.Settle(Rounds - (Rounds / 2));
        for (var one = 0; one <= Kinds; one++) _nothing[one] = _nothingSum[one] / (Rounds - (Rounds / 2));
        yield return Line(WordWeights.Nothing, "en", _nothing);
        foreach (var (text, word) in _words.OrderBy(word => word.Key, StringComparer.Ordinal)) yield return Line(text, word.Locale, word.Weights);
    }

    private static int FewestOf(string part) => part[0] is not ('!' or '=') && part.Contains(' ', StringComparison.Ordinal) ? FewestTextsOfPairs : FewestTexts;

    private static int KindOf(string kind) => ConcernKind.Find(kind) is { } known ? ConcernKind.All.Index().First(one => one.Item == known).Index : Kinds;

    private void Learn(Word[] words, int kind)
    {
        var (errors, share) = (ErrorsOf(words, kind), 1 / Math.Sqrt(words.Length + 1));
        for (var one = 0; one <= Kinds; one++)
        {
            _nothing[one] += StepOfNothing * errors[one];
            foreach (var word in words) word.Move(one, (errors[one] * share) - (Decay * word.Weights[one]));
        }
    }

    private double[] ErrorsOf(Word[] words, int kind)
    {
        var share = 1 / Math.Sqrt(words.Length + 1);
        var sums = Enumerable.Range(0, Kinds + 1).Select(one => _nothing[one] + (share * words.Sum(word => word.Weights[one]))).ToArray();
        var likely = sums.Select(sum => Math.Exp(sum - sums.Max())).ToArray();
        return [.. likely.Select((one, index) => (index == kind ? 1 : 0) - (one / likely.Sum()))];
    }

    private static string Line(string words, string locale, double[] weights) =>
        string.Join('\t', [words, locale, .. weights[..Kinds].Select(weight => Math.Round((weight - weights[Kinds]) * WordWeights.Scale).ToString(CultureInfo.InvariantCulture))]);

    private sealed class Word
    {
        private readonly double[] _squares = [.. Enumerable.Repeat(FirstSquare, Kinds + 1)];
        private int _welsh;

        public double[] Weights { get; } = new double[Kinds + 1];

        public int Texts { get; private set; }

        public string Locale => _welsh * 2 > Texts ? "cy" : "en";

        private readonly double[] _sums = new double[Kinds + 1];

        public void Note()
        {
            for (var one = 0; one <= Kinds; one++) _sums[one] += Weights[one];
        }

        public void Settle(int rounds)
        {
            for (var one = 0; one <= Kinds; one++) Weights[one] = _sums[one] / rounds;
        }

        public void Count(string locale)
        {
            Texts++;
            if (locale == "cy") _welsh++;
        }

        public void Move(int kind, double gradient)
        {
            _squares[kind] += gradient * gradient;
            Weights[kind] += Step * gradient / Math.Sqrt(_squares[kind]);
        }
    }
}
