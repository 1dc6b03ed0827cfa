using MentorBot.Benchmarks.Running;
using MentorBot.Benchmarks.Texting;

namespace MentorBot.Benchmarks.Kills;

/// <summary>Posts texts as Twilio does: each again, with the same id, when it was not acknowledged; and now and then one again that was.</summary>
/// <remarks>It is more patient than Twilio, which gives up after a few tries: here no text may be lost before it reaches the program.</remarks>
internal sealed class PatientTwilio(Workplace place, int seed)
{
    private const double Repeats = 0.05;
    private const int LongestPauseMilliseconds = 4_000;
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromMilliseconds(500);

    private int _acknowledged;
    private int _unanswered;
    private int _repeated;

    /// <summary>How many texts were acknowledged.</summary>
    public int Acknowledged => Volatile.Read(ref _acknowledged);

    /// <summary>How many posts had no answer, or one that asked to try again.</summary>
    public int Unanswered => _unanswered;

    /// <summary>How many texts were posted again although they had been acknowledged.</summary>
    public int Repeated => _repeated;

    /// <summary>Lets all mentees text their scripts, each at her own pace and each text once the last one was acknowledged.</summary>
    public Task PostAllAsync(byte[][][] scripts) => Task.WhenAll(scripts.Select((script, mentee) => PostAsync(script, new Random(seed + mentee))));

    private async Task PostAsync(byte[][] script, Random chance)
    {
        using var line = new WebhookConnection(place.Port);
        foreach (var text in script)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(LongestPauseMilliseconds)), TimeProvider.System);
            await PostAsync(line, text);
            Interlocked.Increment(ref _acknowledged);
            if (chance.NextDouble() >= Repeats) continue;

            await PostAsync(line, text);
            Interlocked.Increment(ref _repeated);
        }
    }

    private async Task PostAsync(WebhookConnection line, byte[] text)
    {
        while (await line.PostAsync(text) is not { } status || IsToBeTriedAgain(status))
        {
            Interlocked.Increment(ref _unanswered);
            await Task.Delay(BeforeTryingAgain, TimeProvider.System);
        }
    }

    private static bool IsToBeTriedAgain(int status) => status switch
    {
        200 => false,
        >= 500 => true,
        _ => throw new InvalidOperationException($"A text was answered with {status}."),
    };
}
