using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using MentorBot.Settings;

namespace MentorBot.Try;

/// <summary>Moves the simulator's clock on, and wakes whoever waits for a time.</summary>
/// <remarks>Where a real carrier is configured it stands still: real people's messages would be looked up, and their words erased, by a false time.</remarks>
internal sealed class TryClock(
    MovableClock clock, MentorBotSettings settings, Signal<Turns> turns, Signal<Deliveries> deliveries, Signal<Retention> retention, Signal<HandoffClock> handoffs, Signal<BookingClock> bookings, Signal<GroupClock> groups)
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    /// <summary>How far to move, if that is what was written: days.hours:minutes:seconds, more than nothing and at most 366 days.</summary>
    public static TimeSpan? Read(string? advance) =>
        TimeSpan.TryParse(advance, out var by) && by > TimeSpan.Zero && by <= Furthest ? by : null;

    /// <summary>Moves it on.</summary>
    /// <returns>Why it was not moved, in a sentence; null if it was.</returns>
    public string? Advance(TimeSpan by)
    {
        if (settings.Sms.IsConfigured || settings.Telegram.IsConfigured || settings.AzureBot.IsConfigured) return "The clock stands still while a real carrier is configured.";
        if (!clock.TryAdvance(by)) return "The clock is ten years ahead and goes no further. Stop MentorBot and delete the file try-clock beside the keys' folder to set it back.";

        turns.Pulse();
        deliveries.Pulse();
        retention.Pulse();
        handoffs.Pulse();
        bookings.Pulse();
        groups.Pulse();
        return null;
    }
}
