using System.Collections.Concurrent;

namespace MentorBot.Mentoring.Messages;

/// <summary>Keeps each of our senders (a number, a bot) within what its provider takes in a second, in all and to one person, and holds it when the provider says so.</summary>
/// <remarks>
/// A token bucket for each sender: one second's worth may go at once, and refills evenly. The most urgent messages ask first, so they go first.
/// To one person each message waits its full time after the one before.
/// </remarks>
public sealed class Pace(TimeProvider clock)
{
    // So few are not worth looking through for those whose time is over.
    private const int FewToKeep = 1024;

    private readonly ConcurrentDictionary<string, Bucket> _buckets = new();
    private readonly ConcurrentDictionary<long, DateTimeOffset> _nextTo = new();
    private int _forgetAt = FewToKeep;

    /// <summary>Takes room for one message from a sender, if there is any.</summary>
    /// <param name="sender">The sender: channel and our address.</param>
    /// <param name="perSecond">How many messages a second this node may send from it; may be a fraction.</param>
    public bool TryTake(string sender, double perSecond)
    {
        var bucket = _buckets.GetOrAdd(sender, _ => new Bucket(clock.GetUtcNow()));
        lock (bucket) return bucket.TryTake(clock.GetUtcNow(), perSecond);
    }

    /// <summary>Of how many conversations it remembers when they were last written to.</summary>
    public int Remembered => _nextTo.Count;

    /// <summary>Whether a conversation's last message is so short a time ago that the next one must wait.</summary>
    public bool MustWaitFor(long conversation) => _nextTo.TryGetValue(conversation, out var next) && next > clock.GetUtcNow();

    /// <summary>Lets a conversation's next message wait, from now, for as long as one person's pace says.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <param name="perSecond">How many a second she may be sent; infinity where nobody counts.</param>
    public void PutOff(long conversation, double perSecond)
    {
        if (double.IsPositiveInfinity(perSecond)) return;
        var now = clock.GetUtcNow();
        _nextTo[conversation] = now + TimeSpan.FromSeconds(1 / perSecond);
        if (_nextTo.Count < _forgetAt) return;

        foreach (var (other, next) in _nextTo)
        {
            if (next <= now) _nextTo.TryRemove(other, out _);
        }
        _forgetAt = Math.Max(FewToKeep, 2 * _nextTo.Count);
    }

    /// <summary>Sends nothing from a sender for a while; a shorter hold does not end a longer one.</summary>
    /// <returns>Whether the sender was in order until now: false for one that is held again and again, until <see cref="Mend"/>.</returns>
    public bool Hold(string sender, TimeSpan time)
    {
        var bucket = _buckets.GetOrAdd(sender, _ => new Bucket(clock.GetUtcNow()));
        lock (bucket) return bucket.Hold(clock.GetUtcNow() + time);
    }

    /// <summary>Notes that a provider took something from a sender: the next hold is news again.</summary>
    public void Mend(string sender)
    {
        if (_buckets.TryGetValue(sender, out var bucket)) bucket.IsInOrder = true;
    }

    private sealed class Bucket(DateTimeOffset now)
    {
        private DateTimeOffset _filledAt = now;
        private DateTimeOffset _heldUntil = DateTimeOffset.MinValue;
        private double _room = 1;

        public volatile bool IsInOrder = true;

        public bool Hold(DateTimeOffset until)
        {
            var wasInOrder = IsInOrder;
            IsInOrder = false;
            _heldUntil = until > _heldUntil ? until : _heldUntil;
            return wasInOrder;
        }

        public bool TryTake(DateTimeOffset now, double perSecond)
        {
            // After a hold one goes first, to see whether the provider takes it.
            var most = IsInOrder ? Math.Max(1, perSecond) : 1;
            _room = Math.Min(most, _room + Math.Max(0, (now - _filledAt).TotalSeconds) * perSecond);
            _filledAt = now;
            if (now < _heldUntil || _room < 1) return false;

            _room--;
            return true;
        }
    }
}
