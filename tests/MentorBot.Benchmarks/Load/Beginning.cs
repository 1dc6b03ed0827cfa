using System.Diagnostics;
using MentorBot.Benchmarks.Running;
using MentorBot.Benchmarks.Texting;

namespace MentorBot.Benchmarks.Load;

/// <summary>From nothing to the first reply, as a mentee sees it whose text wakes a machine.</summary>
internal static class Beginning
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Posts a text to a program that was just started, again and again until it is acknowledged, and waits for the reply.</summary>
    /// <returns>How long it was from the program's start to the carrier's taking the reply.</returns>
    public static async Task<TimeSpan> ToFirstReplyAsync(Workplace place, MentorBotProcess program, byte[] text)
    {
        var before = place.Carrier.TakenCount;
        await PostUntilStoredAsync(place, text);
        if (!await place.Carrier.ReachesAsync(before + 1, Patience)) throw new InvalidOperationException("The first text was not answered.");
        return place.Carrier.Taken[before].At - program.StartedAt;
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
