using BenchmarkDotNet.Attributes;
using MentorBot.Channels.Sms;

namespace MentorBot.Benchmarks.Micro;

/// <summary>What every reply by text message goes through.</summary>
[MemoryDiagnoser]
public class SmsTextBenchmarks
{
    private const string Tip = "Tip 3 of 12. To make letters bigger, open Settings, then Display, then Font size. Slide until it is easy to read.\n"
        + "Try: open Settings and find the word Display.\nMORE = next tip";

    [Benchmark]
    public int CountSegments() => SmsText.Measure(Tip).Segments;

    [Benchmark]
    public string Fold() => SmsText.Fold(Tip);

    [Benchmark]
    public IReadOnlyList<string> Split() => SmsText.Split(Tip);
}
