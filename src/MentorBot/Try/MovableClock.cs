using System.Globalization;

namespace MentorBot.Try;

/// <summary>A clock that can be moved on, so that days of mentoring can be tried in a minute. It remembers how far over restarts.</summary>
/// <param name="memory">The file that remembers.</param>
internal sealed class MovableClock(string memory) : TimeProvider
{
    private long _ahead = Read(memory).Ticks;

    /// <summary>How far this clock is ahead of the machine's.</summary>
    public TimeSpan Ahead => new(Interlocked.Read(ref _ahead));

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    /// <summary>Moves the clock on.</summary>
    public void Advance(TimeSpan by)
    {
        Interlocked.Add(ref _ahead, by.Ticks);
        File.WriteAllText(memory, Ahead.ToString("c", CultureInfo.InvariantCulture));
    }

    private static TimeSpan Read(string memory) =>
        File.Exists(memory) && TimeSpan.TryParseExact(File.ReadAllText(memory), "c", CultureInfo.InvariantCulture, out var ahead) ? ahead : TimeSpan.Zero;
}
