using System.Collections.Concurrent;
using MentorBot.Benchmarks.Texting;
using MentorBot.Testing;

namespace MentorBot.Benchmarks.Kills;

/// <summary>Says how the fake carrier answers: mostly at once, sometimes late, and to a few mentees once not at all.</summary>
/// <remarks>
/// An answer that is lost is looked up a minute later and holds back the mentee's next replies so long, so nobody loses more than one.
/// The same seed gives each mentee the same answers, in whatever order the mentees come.
/// </remarks>
internal sealed class UnreliableCarrier(int seed)
{
    private const double LoseAnswerOf = 0.2;
    private const double Late = 0.2;
    private const int LatestMilliseconds = 150;

    private static readonly FakeAnswer[] Lost =
    [
        FakeAnswer.ResetBeforeTaking, FakeAnswer.ResetAfterTaking, FakeAnswer.CutShort, FakeAnswer.TakeAndMumble,
        FakeAnswer.TakeAndPage(503), FakeAnswer.Page(502),
    ];

    private readonly ConcurrentDictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private int _lost;
    private int _late;

    /// <summary>How many answers were lost.</summary>
    public int LostCount => _lost;

    /// <summary>How many answers came late.</summary>
    public int LateCount => _late;

    /// <summary>The answer to the next message to a number.</summary>
    public FakeAnswer AnswerTo(string number)
    {
        var line = _lines.GetOrAdd(number, _ => new Line(seed ^ (int)(ulong.Parse(number[1..]) % int.MaxValue)));
        lock (line) return Choose(line);
    }

    private FakeAnswer Choose(Line line)
    {
        if (line.Asked++ == line.LosesAt)
        {
            Interlocked.Increment(ref _lost);
            return Lost[line.Chance.Next(Lost.Length)];
        }
        if (line.Chance.NextDouble() >= Late) return FakeAnswer.Accept;

        Interlocked.Increment(ref _late);
        var wait = TimeSpan.FromMilliseconds(line.Chance.Next(LatestMilliseconds));
        Task WaitAsync() => Task.Delay(wait, TimeProvider.System);
        return line.Chance.Next(2) == 0 ? FakeAnswer.Accept.After(WaitAsync) : FakeAnswer.Accept.TakenBefore(WaitAsync);
    }

    /// <summary>What is said to one mentee.</summary>
    private sealed class Line
    {
        public Line(int seed)
        {
            Chance = new Random(seed);
            LosesAt = Chance.NextDouble() < LoseAnswerOf ? Chance.Next(Script.Texts.Length) : -1;
        }

        public Random Chance { get; }

        public int LosesAt { get; }

        public int Asked { get; set; }
    }
}
