using System.Globalization;

namespace MentorBot.Try;

/// <summary>A clock that can be moved on, so that days of mentoring can be tried in a minute. It remembers how far over restarts.</summary>
/// <param name="memory">The file that remembers.</param>
internal sealed class MovableClock(string memory) : TimeProvider
{
    /// <summary>The furthest that it can ever be ahead: ten years, well before any calendar ends.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(3660);

    private readonly Lock _moving = new();
    private long _ahead = Read(memory).Ticks;

    /// <summary>How far this clock is ahead of the machine's.</summary>
    public TimeSpan Ahead => new(Interlocked.Read(ref _ahead));

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    /// <summary>Moves the clock on, unless it would be further ahead than <see cref="Furthest"/>.</summary>
    /// <returns>Whether it moved.</returns>
    public bool TryAdvance(TimeSpan by)
    {
        lock (_moving)
        {
            if (Ahead + by > Furthest) return false;
            File.WriteAllText(memory, (Ahead + by).ToString("c", CultureInfo.InvariantCulture));
            Interlocked.Add(ref _ahead, by.Ticks);
            return true;
        }
    }

    private static TimeSpan Read(string memory) =>
        File.Exists(memory) && TimeSpan.TryParseExact(File.ReadAllText(memory), "c", CultureInfo.InvariantCulture, out var ahead) && ahead <= Furthest ? ahead : TimeSpan.Zero;
}
