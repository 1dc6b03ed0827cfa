using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Workers;

/// <summary>Calls upon bookings whose time has come: times that are kept no more, reminders, meetings that begin or are over. At once when the simulator's clock was moved. When it starts, for only with a new version can the rules of a time zone be new, also upon meetings that are not when they were agreed.</summary>
internal sealed class BookingWorker(BookingClock clock, ZoneChanges zones, Signal<BookingClock> signal, ILogger<BookingWorker> log) : Loop(log)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    private bool _areZonesLookedAt;

    protected override async Task GoRoundAsync(CancellationToken stopping)
    {
        if (!_areZonesLookedAt) await zones.StrikeAsync(stopping);
        _areZonesLookedAt = true;
        await clock.StrikeAsync(stopping);
        await signal.WaitAsync(BetweenLooks, stopping);
    }
}
