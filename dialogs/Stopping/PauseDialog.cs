using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Stopping;

/// <summary>Gives a mentee a rest from us: she is answered when she writes, and not written to first.</summary>
internal sealed class PauseDialog(Content content) : AnswerDialog(content.Words)
{
    private const string Paused = "Stopping.paused";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Paused, OptOut.Started];

    public override IReadOnlyList<string> Commands => ["pause", "start"];

    protected override string Answer(string command, Turn turn)
    {
        var isPause = command == "pause";
        if (isPause != turn.Mentee.PausedAt is not null) turn.Record(isPause ? "mentee.paused" : "mentee.started");
        turn.Mentee.PausedAt = isPause ? turn.Mentee.PausedAt ?? turn.Now : null;
        return isPause ? Paused : OptOut.Started;
    }
}
