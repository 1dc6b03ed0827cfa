using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Bookings;

/// <summary>Answers who said that she comes, how it was, or that she wants no other time: see <see cref="MeetingAnswers"/>.</summary>
internal sealed class MeetingAnswerDialog(Content content) : Dialog, IAnswersMeanings
{
    /// <summary>She comes.</summary>
    public const string Comes = "meeting-comes";

    /// <summary>How far it helped.</summary>
    public const string Helped = "meeting-helped";

    /// <summary>She wants no other time.</summary>
    public const string NoOther = "meeting-no-other";

    private const string Coming = "Bookings.coming";
    private const string Thanks = "Bookings.helped";
    private const string Sorry = "Bookings.notHelped";
    private const string MissedNo = "Bookings.missedNo";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Coming, Thanks, Sorry, MissedNo];

    public IReadOnlyList<string> Meanings => [Comes, Helped, NoOther];

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var (turn, meant) = (dc.Context.Turn(), dc.Context.TurnState.Get<MeantMeeting>()!);
        var booking = await turn.FindBookingAsync(meant.Id, cancellationToken);
        await dc.SayAsync(content.Words, booking is null ? MissedNo : Answer(turn, booking, (string)options!, meant.Answer), cancellationToken);
        return await dc.EndDialogAsync(result: null, cancellationToken);
    }

    private static string Answer(Turn turn, Booking booking, string said, int answer)
    {
        if (said == NoOther) return MissedNo;
        if (said == Comes)
        {
            turn.NoteComing(booking, isComing: true);
            return Coming;
        }
        turn.NoteHelped(booking, answer);
        return answer == Holding.DidNotHelp ? Sorry : Thanks;
    }
}
