using System.Threading.Channels;
using MentorBot.Benchmarks.Running;
using MentorBot.Benchmarks.Texting;

namespace MentorBot.Benchmarks.Load;

/// <summary>Texts at a fixed rate whatever the program does: an open loop, as people text.</summary>
/// <remarks>Every time is counted from the instant at which the text was due, so a program (or a load) that falls behind cannot hide it.</remarks>
internal static class SteadyRate
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Lets mentees text in turn, so that each has time to be answered between two texts of hers.</summary>
    public static async Task<SteadyResult> RunAsync(Workplace place, MentorBotProcess program, Crowd crowd, Transcript expected)
    {
        var before = place.Carrier.TakenCount;
        var due = Channel.CreateUnbounded<(int Index, byte[] Text)>();
        var acknowledgements = new double[crowd.Texts];
        var start = TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(100);
        var senders = Enumerable.Range(0, Amounts.Connections).Select(_ => SendAsync(place, due.Reader, start, acknowledgements)).ToList();

        await PaceAsync(crowd, start, due.Writer);
        await Task.WhenAll(senders);
        await place.Carrier.ReachesAsync(before + crowd.Mentees.Length * expected.Replies.Count, Patience);
        await program.SettleAsync();

        crowd.Check(place, expected);
        return new SteadyResult(new Times(acknowledgements), Answers(place, crowd, expected, start));
    }

    private static async Task PaceAsync(Crowd crowd, DateTimeOffset start, ChannelWriter<(int, byte[])> due)
    {
        for (var index = 0; index < crowd.Texts;)
        {
            while (index < crowd.Texts && DueAt(start, index) <= TimeProvider.System.GetUtcNow())
            {
                due.TryWrite((index, crowd.Scripts[index % crowd.Mentees.Length][index / crowd.Mentees.Length]));
                index++;
            }
            await Task.Delay(Tick, TimeProvider.System);
        }
        due.Complete();
    }

    private static async Task SendAsync(Workplace place, ChannelReader<(int Index, byte[] Text)> due, DateTimeOffset start, double[] acknowledgements)
    {
        using var line = new WebhookConnection(place.Port);
        await foreach (var (index, text) in due.ReadAllAsync())
        {
            if (await line.PostAsync(text) != 200) throw new InvalidOperationException("A text was refused or not answered.");
            acknowledgements[index] = (TimeProvider.System.GetUtcNow() - DueAt(start, index)).TotalMilliseconds;
        }
    }

    /// <summary>From when each text was due to when the carrier took the first reply to it.</summary>
    private static Times Answers(Workplace place, Crowd crowd, Transcript expected, DateTimeOffset start)
    {
        var taken = place.Carrier.Taken.ToLookup(t => t.To, t => t.At, StringComparer.Ordinal);
        var answers = new double[crowd.Texts];
        for (var mentee = 0; mentee < crowd.Mentees.Length; mentee++)
        {
            var replies = taken[crowd.Mentees[mentee].Number].ToList();
            for (var text = 0; text < expected.FirstReplies.Count; text++)
            {
                var index = text * crowd.Mentees.Length + mentee;
                answers[index] = (replies[expected.FirstReplies[text]] - DueAt(start, index)).TotalMilliseconds;
            }
        }
        return new Times(answers);
    }

    private static DateTimeOffset DueAt(DateTimeOffset start, int index) => start + index * TimeSpan.FromSeconds(1) / Amounts.SteadyRate;
}

/// <summary>What the steady rate showed.</summary>
/// <param name="Acknowledgement">From when a text was due to its acknowledgement.</param>
/// <param name="Answer">From when a text was due to the carrier's taking the first reply.</param>
internal sealed record SteadyResult(Times Acknowledgement, Times Answer);

/// <summary>Many times of one kind, in milliseconds.</summary>
internal sealed class Times
{
    private readonly double[] _sorted;

    public Times(IEnumerable<double> milliseconds) => _sorted = [.. milliseconds.Order()];

    public double Middle => Percentile(50);

    public double P99 => Percentile(99);

    public double Longest => _sorted[^1];

    private double Percentile(int percent) => _sorted[Math.Min(_sorted.Length - 1, _sorted.Length * percent / 100)];
}
