using System.Diagnostics;
using MentorBot.Benchmarks.Running;
using MentorBot.Benchmarks.Texting;

namespace MentorBot.Benchmarks.Load;

/// <summary>Texts as fast as the program acknowledges them: a closed loop over many connections.</summary>
internal static class Saturation
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Lets all mentees text the whole script, each her next text once the last one was acknowledged, and waits for all replies.</summary>
    /// <exception cref="InvalidOperationException">A text was refused, or the replies were not what they should be.</exception>
    public static async Task<SaturationResult> RunAsync(Workplace place, MentorBotProcess program, Crowd crowd, Transcript expected)
    {
        var (before, busy, own) = (place.Carrier.TakenCount, program.ProcessorTime, OwnProcessorTime());
        var start = TimeProvider.System.GetUtcNow();
        await Task.WhenAll(Enumerable.Range(0, Amounts.Connections).Select(connection => TextAsync(place, crowd, connection)));

        var acknowledged = TimeProvider.System.GetUtcNow();
        await place.Carrier.ReachesAsync(before + crowd.Mentees.Length * expected.Replies.Count, Patience);
        await program.SettleAsync();
        var result = new SaturationResult(
            crowd.Texts, acknowledged - start, place.Carrier.Taken[^1].At - start, program.ProcessorTime - busy, OwnProcessorTime() - own);

        crowd.Check(place, expected);
        return result;
    }

    // A mentee belongs to one connection, so her texts arrive in their order.
    private static async Task TextAsync(Workplace place, Crowd crowd, int connection)
    {
        using var line = new WebhookConnection(place.Port);
        for (var text = 0; text < Script.Texts.Length; text++)
        {
            for (var mentee = connection; mentee < crowd.Mentees.Length; mentee += Amounts.Connections)
            {
                var status = await line.PostAsync(crowd.Scripts[mentee][text]);
                if (status != 200) throw new InvalidOperationException($"A text was answered with {status?.ToString() ?? "nothing"}.");
            }
        }
    }

    private static TimeSpan OwnProcessorTime() => Process.GetCurrentProcess().TotalProcessorTime;
}

/// <summary>What a saturation showed.</summary>
/// <param name="Texts">How many texts were answered.</param>
/// <param name="Accepting">From the first text to the last acknowledgement.</param>
/// <param name="Elapsed">From the first text to the last reply taken by the carrier.</param>
/// <param name="Processor">The processor time of the program.</param>
/// <param name="LoadProcessor">The processor time of the load and the carrier, on the same cores.</param>
internal sealed record SaturationResult(int Texts, TimeSpan Accepting, TimeSpan Elapsed, TimeSpan Processor, TimeSpan LoadProcessor)
{
    public double TurnsPerSecond => Texts / Elapsed.TotalSeconds;

    public double AcceptedPerSecond => Texts / Accepting.TotalSeconds;

    public double ProcessorMicrosecondsPerTurn => Processor.TotalMicroseconds / Texts;

    public double LoadMicrosecondsPerTurn => LoadProcessor.TotalMicroseconds / Texts;
}
