using System.Collections.Concurrent;

namespace MentorBot.Mentoring.Messages;

/// <summary>Keeps each of our senders (a number, a bot) within what its provider takes in a second, and holds it when the provider says so.</summary>
/// <remarks>A token bucket: one second's worth may go at once, and refills evenly. The most urgent messages ask first, so they go first.</remarks>
public sealed class Pace(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new();

    /// <summary>Takes room for one message from a sender, if there is any.</summary>
    /// <param name="sender">The sender: channel and our address.</param>
    /// <param name="perSecond">How many messages a second this node may send from it; may be a fraction.</param>
    public bool TryTake(string sender, double perSecond)
    {
        var bucket = _buckets.GetOrAdd(sender, _ => new Bucket(clock.GetUtcNow()));
        lock (bucket) return bucket.TryTake(clock.GetUtcNow(), perSecond);
    }

    /// <summary>Sends nothing from a sender for a while.</summary>
    public void Hold(string sender, TimeSpan time)
    {
        var bucket = _buckets.GetOrAdd(sender, _ => new Bucket(clock.GetUtcNow()));
        lock (bucket) bucket.HeldUntil = clock.GetUtcNow() + time;
    }

    private sealed class Bucket(DateTimeOffset now)
    {
        private DateTimeOffset _filledAt = now;
        private double _room = 1;

        public DateTimeOffset HeldUntil { get; set; } = DateTimeOffset.MinValue;

        public bool TryTake(DateTimeOffset now, double perSecond)
        {
            var most = Math.Max(1, perSecond);
            _room = Math.Min(most, _room + Math.Max(0, (now - _filledAt).TotalSeconds) * perSecond);
            _filledAt = now;
            if (now < HeldUntil || _room < 1) return false;

            _room--;
            return true;
        }
    }
}
