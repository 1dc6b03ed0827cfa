using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Concerns;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>Nobody is free, and she does not want to wait: she leaves one message, and the next mentor who takes it reads it.</summary>
internal sealed class MessageDialog(Content content, Waiting waiting, PersonNow people) : Dialog, IAnswersCommands
{
    private const string Ask = "Handoffs.messageAsk";
    private const string WhoAnswers = "People.person";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Ask, WhoAnswers];

    public IReadOnlyList<string> Commands => ["message"];

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var (turn, context) = (dc.Context.Turn(), dc.Context);
        if (await turn.FindHandoffAsync(cancellationToken) is { } handoff) await context.SendActivityAsync(waiting.HowItStands(turn, handoff), cancellationToken);
        else if (!await turn.AreThereMentorsAsync(cancellationToken)) await context.SayAsync(content.Words, WhoAnswers, cancellationToken);
        else
        {
            await context.AskedForMessage().SetAsync(context, turn.Now, cancellationToken);
            await context.SendActivityAsync(content.Words.Message(context, Ask, ("alias", turn.Mentee.Alias)), cancellationToken);
            return EndOfTurn;
        }
        return await dc.EndDialogAsync(result: null, cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var (turn, context) = (dc.Context.Turn(), dc.Context);
        // A picture is no message: it would reach nobody.
        if (string.IsNullOrWhiteSpace(context.Activity.Text)) return await BeginDialogAsync(dc, options: null, cancellationToken);
        await context.AskedForMessage().DeleteAsync(context, cancellationToken);
        // A cry for help may have come in between, and have asked for somebody.
        if (await turn.FindHandoffAsync(cancellationToken) is { } handoff) await context.SendActivityAsync(waiting.HowItStands(turn, handoff), cancellationToken);
        else await people.LeaveMessageAsync(context, await turn.FindRecentConcernAsync(cancellationToken), cancellationToken);
        return await dc.EndDialogAsync(result: null, cancellationToken);
    }

    /// <summary>She asked for something else: what she writes then is no message.</summary>
    public override async Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
        await turnContext.AskedForMessage().DeleteAsync(turnContext, cancellationToken);

    /// <summary>Whether what she writes now answers what it asked.</summary>
    public static async Task<bool> IsWaitingAsync(ITurnContext context, CancellationToken cancellationToken) =>
        await context.AskedForMessage().GetAsync(context, cancellationToken: cancellationToken) is { } at && context.Turn().Now - at < PersonDialog.QuestionCounts;
}
