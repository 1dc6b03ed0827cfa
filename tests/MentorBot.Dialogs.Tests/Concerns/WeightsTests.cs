using MentorBot.Dialogs.Concerns.Reading;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Tests.Transcripts;

namespace MentorBot.Dialogs.Tests.Concerns;

/// <summary>Every word weighs something, and together they tell of a cry that no list foresaw.</summary>
public class WeightsTests
{
    private const string Command = "MENTORBOT_WEIGH";

    private const string Header = """
        # What words weigh for each kind of concern, and "-" before anything is said. Written from corpus.tsv by the command in README.md: do not write here.
        # words, language, medical, overdose, danger, self-harm, exploitation, harm-to-others, abuse, third-party, homeless
        """;

    // Here self-harm is the fourth kind.
    private const string Table = """
        -	en	-41	-41	-41	-41	-41	-41	-41	-41	-41
        river	en	0	0	0	30	0	0	0	0	0
        the river	en	0	0	0	12	0	0	0	0	0
        afon	cy	0	0	0	60	0	0	0	0	0
        lesson	en	-40	-40	-40	-40	-40	-40	-40	-40	-40
        """;

    [Theory]
    [InlineData("the river", "self-harm")]
    [InlineData("river", null)]
    [InlineData("lesson the river", null)]
    [InlineData("something else", null)]
    [InlineData("", null)]
    public void Words_are_weighed_together(string text, string? kind) => Assert.Equal(kind, Weigh(text) is { IsEnough: true } weighed ? weighed.Heaviest[0].Kind?.Id : null);

    [Fact]
    public void It_tells_what_weighed_the_heaviest_first_in_the_language_of_most_weight() =>
        Assert.Equal([("afon", "cy"), ("river", "cy"), ("the river", "cy")], Weigh("the river afon").Heaviest.Select(word => (word.Text, word.Locale)));

    [Theory]
    [InlineData("river\ten\t1")]
    [InlineData("river\ten\t1\t1\t1\tx\t1\t1\t1\t1\t1")]
    [InlineData("lesson\ten\t1\t1\t1\t1\t1\t1\t1\t1\t1\nlesson\ten\t1\t1\t1\t1\t1\t1\t1\t1\t1")]
    public void What_is_no_weight_is_a_problem(string table)
    {
        var problems = new List<ContentProblem>();

        _ = WordWeights.Read(new ContentFile("dialogs/Concerns/weights.tsv", table), problems);

        Assert.Single(problems);
    }

    [Fact]
    public void The_same_texts_give_the_same_weights() => Assert.Equal(new Weigher(Corpus().Take(200).ToList()).Lines(), new Weigher(Corpus().Take(200).ToList()).Lines());

    [Fact]
    public void The_weights_are_those_that_the_corpus_gives()
    {
        string[] found = [.. Header.ReplaceLineEndings("\n").Split('\n'), .. new Weigher(Corpus()).Lines()];
        if (Environment.GetEnvironmentVariable(Command) is { Length: > 0 } file)
        {
            File.WriteAllLines(file, found);
            return;
        }
        var kept = File.ReadAllLines(Path.Combine(Content.BesideTheProgram, WordWeights.FileName));

        Assert.Equal(found.Length, kept.Length);
        Assert.All(found.Zip(kept), pair => Assert.True(AreAlike(pair.First, pair.Second), $"{pair.Second} is {pair.First} by the corpus: weigh again, as README.md of dialogs/Concerns says."));
    }

    // Another machine may round the last digit otherwise.
    private static bool AreAlike(string line, string other) => line == other || line.Split('\t').Zip(other.Split('\t')).All(cells =>
        cells.First == cells.Second || (int.TryParse(cells.First, out var one) && int.TryParse(cells.Second, out var two) && Math.Abs(one - two) <= 1));

    private static WordWeights Weights(string table) => WordWeights.Read(new ContentFile("dialogs/Concerns/weights.tsv", table), []);

    private static WordWeights.Weighed Weigh(string text) => Weights(Table).Weigh(WordWeights.PartsOf(text.Split(' '), [], []));

    private static List<(string Kind, string Locale, IReadOnlySet<string> Parts)> Corpus() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Concerns", "corpus.tsv"))
            .Where(line => !line.StartsWith('#')).Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => (cells[0], cells[1], World.Content.Concerns.WeighedParts(cells[2]))),
    ];
}
