using MentorBot.Dialogs.Mentors;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Bookings;

/// <summary>Hears at the desk what a mentor says of his meetings. Whose a meeting is, is decided here, in the same transaction as what follows.</summary>
public sealed class MeetingDesk
{
    private readonly DeskTurns _turns;
    private readonly MeetingDeeds _deeds;

    internal MeetingDesk(DeskTurns turns, MeetingDeeds deeds) => (_turns, _deeds) = (turns, deeds);

    /// <summary>He calls one off, as his page showed it.</summary>
    /// <param name="act">Who, and by which form.</param>
    /// <param name="bookingId">The booking's number.</param>
    /// <param name="sequence">The <see cref="Booking.Sequence"/> that his page showed: what she moved meanwhile is another meeting.</param>
    /// <param name="cancellationToken">Ends the reading; nothing was done then.</param>
    /// <returns><see cref="DeskResult.Over"/> where it does not stand any more as he saw it.</returns>
    public Task<DeskResult> CallOffAsync(DeskAct act, long bookingId, int sequence, CancellationToken cancellationToken) => WithHisAsync(act, bookingId, async (turn, booking) =>
    {
        if (!booking.IsBooked || booking.EndsAt <= turn.Now || booking.Sequence != sequence) return DeskResult.Over;
        await _deeds.CallOffAsync(turn, booking, cancellationToken);
        return DeskResult.Done;
    }, cancellationToken);

    /// <summary>He says whether she came to one that is over, once.</summary>
    public Task<DeskResult> NoteCameAsync(DeskAct act, long bookingId, bool came, CancellationToken cancellationToken) => WithHisAsync(act, bookingId, (turn, booking) =>
    {
        if (booking is not { State: BookingState.Over, SheCame: null }) return Task.FromResult(DeskResult.Over);
        turn.NoteCame(booking, came);
        return Task.FromResult(DeskResult.Done);
    }, cancellationToken);

    private Task<DeskResult> WithHisAsync(DeskAct act, long bookingId, Func<Turn, Booking, Task<DeskResult>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(act);
        return _turns.TakeAsync(
            act.MentorId,
            act.FormId,
            async (turn, mentor) => await turn.FindBookingAsync(bookingId, mentor, cancellationToken) is { } booking ? await work(turn, booking) : DeskResult.NotHis,
            cancellationToken);
    }
}
