using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>Hears whether a mentor helped. That was asked when he finished, so no dialog waits for it: whatever else she says first is no answer, and closes the question.</summary>
internal sealed class HelpedQuestion(Content content) : IMiddleware
{
    private const string Thanks = "Handoffs.helped";
    private const string Sorry = "Handoffs.notHelped";

    // By their place: 1 yes, 2 a little, 3 no.
    private static readonly string[][] Answers =
    [
        ["1", "ONE", "UN", "YES", "IE", "DO"],
        ["2", "TWO", "DAU", "A LITTLE", "A BIT", "YCHYDIG"],
        ["3", "THREE", "TRI", "NO", "NA", "NADDO"],
    ];

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Thanks, Sorry];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var asked = turnContext.AskedWhetherHelped();
        var handoff = turnContext.Activity.IsType(ActivityTypes.Message) ? await asked.GetAsync(turnContext, cancellationToken: cancellationToken) : null;
        if (handoff is not null) await asked.DeleteAsync(turnContext, cancellationToken);
        var said = content.Commands.Gist(turnContext.Activity.Text);
        var answer = Array.FindIndex(Answers, words => words.Contains(said)) + 1;
        if (handoff is null || answer == 0)
        {
            await next(cancellationToken);
            return;
        }
        await turnContext.Turn().NoteHelpedAsync(handoff.Value, answer, cancellationToken);
        await turnContext.SayAsync(content.Words, answer == Holding.DidNotHelp ? Sorry : Thanks, cancellationToken);
    }
}
