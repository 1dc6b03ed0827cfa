using System.Collections.Concurrent;
using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Root;

namespace MentorBot.Dialogs.Tests.Transcripts;

/// <summary>Notes that a dialog was begun, and otherwise is that dialog.</summary>
internal sealed class WatchedDialog(Dialog watched, ConcurrentDictionary<Type, bool> begun) : Dialog(watched.Id), IAnswersCommands, IAnswersMeanings, IHearsAnswers
{
    public IReadOnlyList<string> Commands => watched is IAnswersCommands answers ? answers.Commands : [];

    public IReadOnlyList<string> Meanings => (watched as IAnswersMeanings)?.Meanings ?? [];

    public bool IsAnswer(Activity activity, string? command) => watched is IHearsAnswers hears && hears.IsAnswer(activity, command);

    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        begun[watched.GetType()] = true;
        return watched.BeginDialogAsync(dc, options, cancellationToken);
    }

    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        watched.ContinueDialogAsync(dc, cancellationToken);

    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default) =>
        watched.ResumeDialogAsync(dc, reason, result, cancellationToken);

    public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
        watched.EndDialogAsync(turnContext, instance, reason, cancellationToken);
}
