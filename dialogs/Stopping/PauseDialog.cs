using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Bookings;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Stopping;

/// <summary>Gives a mentee a rest from us: she is answered when she writes, and not written to first, but to remind her of a meeting that she booked.</summary>
internal sealed class PauseDialog(Content content) : Dialog, IAnswersCommands
{
    private const string Pause = "pause";
    private const string Paused = "Stopping.paused";
    private const string PausedBooked = "Stopping.pausedBooked";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Paused, PausedBooked, OptOut.Started];

    public IReadOnlyList<string> Commands => [Pause, "start"];

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var (turn, isPause) = (dc.Context.Turn(), (string)options! == Pause);
        if (isPause != turn.Mentee.PausedAt is not null) turn.Record(isPause ? "mentee.paused" : "mentee.started");
        turn.Mentee.PausedAt = isPause ? turn.Mentee.PausedAt ?? turn.Now : null;
        await dc.Context.SendActivityAsync(isPause ? await RestAsync(dc.Context, cancellationToken) : content.Words.Message(dc.Context, OptOut.Started), cancellationToken);
        return await dc.EndDialogAsync(result: null, cancellationToken);
    }

    private async Task<Activity> RestAsync(ITurnContext context, CancellationToken cancellationToken) =>
        await context.Turn().MeetingsAheadAsync(cancellationToken) is [var next, ..]
            ? content.Words.Message(context, PausedBooked, ("time", BookingWording.Time(next)))
            : content.Words.Message(context, Paused);
}
