using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Bookings;

/// <summary>What a mentor does about his meetings, with all that follows from it for her; the same wherever he does it.</summary>
internal sealed class MeetingDeeds(Content content)
{
    private const string CalledOff = "Bookings.calledOff";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [CalledOff];

    /// <summary>He can't make it: she is told at once, but for whoever told us to stop. Her coordinator sees that she does not know.</summary>
    public async Task CallOffAsync(Turn turn, Booking booking, CancellationToken cancellationToken)
    {
        var where = booking.Conversation!;
        await turn.CallOffAsync(booking, cancellationToken);
        if (where.Floor == Floor.Nobody || where.Address!.OptedOutAt is not null) return;
        // In his name: it comes also while she talks with somebody else, when the bot is silent.
        turn.SayIn(where, SaysCalledOff(booking), Speaker.Mentor);
    }

    /// <summary>That its mentor can't make it, for her.</summary>
    public Activity SaysCalledOff(Booking booking) =>
        content.Words.MessageIn(booking.Conversation!, CalledOff, ("time", BookingWording.Time(booking)), ("name", booking.Mentor!.Name));
}
