using BenchmarkDotNet.Attributes;
using MentorBot.Channels.Sms;
using MentorBot.Dialogs.Concerns.Reading;
using MentorBot.Dialogs.Library;

namespace MentorBot.Benchmarks.Micro;

/// <summary>What every message costs that is read for signs of a concern: an order, a sentence, and more than most people write.</summary>
[MemoryDiagnoser]
public class ConcernBenchmarks
{
    private const string Sentence = "I tried to send the photo to my sister but it said there is no space left on my phone";
    private readonly ConcernReader _reader = Content.Read(Content.BesideTheProgram, text => SmsText.Measure(SmsText.Fold(text)).Segments).Concerns;
    private readonly string _letter = string.Join(". ", Enumerable.Repeat(Sentence, 20));

    [Benchmark]
    public bool Order() => _reader.Read("MORE") is null;

    [Benchmark]
    public bool OneSentence() => _reader.Read(Sentence) is null;

    [Benchmark]
    public bool Letter() => _reader.Read(_letter) is null;
}
