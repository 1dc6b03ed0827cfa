using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Workers;

/// <summary>Calls upon bookings whose time has come: times that are kept no more, reminders, meetings that begin or are over. At once when the simulator's clock was moved.</summary>
internal sealed class BookingWorker(BookingClock clock, Signal<BookingClock> signal, ILogger<BookingWorker> log) : Loop(log)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    protected override async Task GoRoundAsync(CancellationToken stopping)
    {
        await clock.StrikeAsync(stopping);
        await signal.WaitAsync(BetweenLooks, stopping);
    }
}
