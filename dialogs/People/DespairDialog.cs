using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.NotUnderstood;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.People;

/// <summary>Somebody speaks of dying, or of hurting herself, whatever we were talking about: says at once who listens. A machine that tells of it is left the last word.</summary>
internal sealed class DespairDialog(Content content) : Dialog, IAnswersCommands
{
    private const string WhoListens = "People.despair";

    // It was understood; what counts is only whether the same words come for the sixth time running.
    private const int Misses = 1;

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [WhoListens];

    public IReadOnlyList<string> Commands => [Library.Commands.Despair];

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        if (await dc.Context.IsAMachineAsync(Misses, cancellationToken))
        {
            dc.Context.Turn().Record("machine.ignored");
        }
        else
        {
            dc.Context.Turn().Record("despair.heard");
            await dc.SayAsync(content.Words, WhoListens, cancellationToken);
        }
        return await dc.EndDialogAsync(result: null, cancellationToken);
    }
}
