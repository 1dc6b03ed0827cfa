using MentorBot.Mentoring.Messages;

namespace MentorBot.Try;

/// <summary>Moves the simulator's clock on, and wakes whoever waits for a time.</summary>
internal sealed class TryClock(MovableClock clock, Signal<Turns> turns, Signal<Deliveries> deliveries, Signal<Retention> retention)
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    /// <summary>How far to move, if that is what was written: days.hours:minutes:seconds, more than nothing and at most 366 days.</summary>
    public static TimeSpan? Read(string? advance) =>
        TimeSpan.TryParse(advance, out var by) && by > TimeSpan.Zero && by <= Furthest ? by : null;

    /// <summary>Moves it on.</summary>
    /// <returns>False if it has been moved as far as it goes.</returns>
    public bool TryAdvance(TimeSpan by)
    {
        if (!clock.TryAdvance(by)) return false;
        turns.Pulse();
        deliveries.Pulse();
        retention.Pulse();
        return true;
    }
}
