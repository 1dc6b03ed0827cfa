using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Root;

/// <summary>A conversation of one answer: it says the words of its command and ends.</summary>
internal abstract class AnswerDialog(Words words) : Dialog, IAnswersCommands
{
    public abstract IReadOnlyList<string> Commands { get; }

    public sealed override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var key = Answer((string)options!, dc.Context.Turn());
        await dc.SayAsync(words, key, cancellationToken);
        return await dc.EndDialogAsync(result: null, cancellationToken);
    }

    /// <summary>Does what a command asks for.</summary>
    /// <returns>The key of the words to say.</returns>
    protected abstract string Answer(string command, Turn turn);
}
