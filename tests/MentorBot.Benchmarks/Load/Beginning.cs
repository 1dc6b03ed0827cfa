using System.Diagnostics;
using MentorBot.Benchmarks.Running;
using MentorBot.Benchmarks.Texting;

namespace MentorBot.Benchmarks.Load;

/// <summary>From nothing to the first reply, as a mentee sees it whose text wakes a machine.</summary>
internal static class Beginning
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Starts the program and posts a text again and again until it is acknowledged.</summary>
    /// <returns>The running program, and how long it was from its start to the carrier's taking the reply.</returns>
    public static async Task<(MentorBotProcess Program, TimeSpan ToFirstReply)> StartAsync(Workplace place, byte[] text)
    {
        var before = place.Carrier.TakenCount;
        var start = TimeProvider.System.GetUtcNow();
        var program = MentorBotProcess.Start(place);
        await PostUntilStoredAsync(place, text);
        if (!await place.Carrier.ReachesAsync(before + 1, Patience)) throw new InvalidOperationException("The first text was not answered.");
        return (program, place.Carrier.Taken[before].At - start);
    }

    /// <summary>Posts a text until it is acknowledged.</summary>
    public static async Task PostUntilStoredAsync(Workplace place, byte[] text)
    {
        using var line = new WebhookConnection(place.Port);
        var start = Stopwatch.GetTimestamp();
        while (await line.PostAsync(text) != 200)
        {
            if (Stopwatch.GetElapsedTime(start) > Patience) throw new InvalidOperationException($"MentorBot does not answer. Its log:\n{await File.ReadAllTextAsync(place.LogFile)}");
            await Task.Delay(BetweenTries, TimeProvider.System);
        }
    }
}
