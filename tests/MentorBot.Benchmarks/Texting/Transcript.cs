using MentorBot.Benchmarks.Running;
using MentorBot.Testing;

namespace MentorBot.Benchmarks.Texting;

/// <summary>What the program answers to the script when nobody hurries it. Every mentee must get exactly this.</summary>
/// <param name="Replies">All replies in their order.</param>
/// <param name="FirstReplies">For each text of the script, the place in <paramref name="Replies"/> of the first reply to it.</param>
internal sealed record Transcript(IReadOnlyList<string> Replies, IReadOnlyList<int> FirstReplies)
{
    // All replies to a text are recorded together and follow each other within a few commits: after this long there are no more.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Lets one mentee text the script, each text after the last one's replies, while the program has nothing else to do.</summary>
    /// <exception cref="InvalidOperationException">A text was not stored or not answered.</exception>
    public static async Task<Transcript> LearnAsync(Workplace place, Mentee mentee, byte[][] script)
    {
        using var connection = new WebhookConnection(place.Port);
        var firstReplies = new List<int>();
        foreach (var text in script)
        {
            var before = place.Carrier.TakenCount;
            firstReplies.Add(Bodies(place, mentee).Count);
            if (await connection.PostAsync(text) != 200) throw new InvalidOperationException("A text was not stored.");
            if (!await place.Carrier.ReachesAsync(before + 1, Patience)) throw new InvalidOperationException("A text was not answered.");
            for (var count = -1; count != place.Carrier.TakenCount;)
            {
                count = place.Carrier.TakenCount;
                await Task.Delay(Quiet, TimeProvider.System);
            }
        }
        return new Transcript(Bodies(place, mentee), firstReplies);
    }

    private static List<string> Bodies(Workplace place, Mentee mentee) =>
        [.. place.Carrier.Taken.Where(t => t.To == mentee.Number).Select(t => t.Body)];
}

internal static class Waiting
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until the carrier has taken so many messages.</summary>
    /// <returns>Whether it has, in time.</returns>
    public static async Task<bool> ReachesAsync(this FakeTwilio carrier, int messages, TimeSpan patience)
    {
        var until = TimeProvider.System.GetUtcNow() + patience;
        while (carrier.TakenCount < messages)
        {
            if (TimeProvider.System.GetUtcNow() > until) return false;
            await Task.Delay(Look, TimeProvider.System);
        }
        return true;
    }
}
