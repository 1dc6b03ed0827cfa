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
internal sealed class MessageDialog(Content content, Rounds rounds, Waiting waiting, PersonNow people) : Dialog, IAnswersCommands
{
    private const string Ask = "Handoffs.messageAsk";
    private const string Kept = "Handoffs.messageKept";
    private const string KeptWithout = "Handoffs.askedWithout";
    private const string WhoAnswers = "People.person";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Ask, Kept, KeptWithout, WhoAnswers];

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
        else await LeaveAsync(context, cancellationToken);
        return await dc.EndDialogAsync(result: null, cancellationToken);
    }

    // Is there reason to worry for her, it is urgent; unless she wants nobody to write with her now.
    private async Task LeaveAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var concern = await turn.FindRecentConcernAsync(cancellationToken);
        if (concern is null or { WantsPerson: false }) await rounds.AskAsync(context, await turn.LeaveMessageAsync(cancellationToken), cancellationToken);
        else if (await people.LeaveMessageAsync(context, concern, cancellationToken)) return;
        await context.SayAsync(content.Words, Contacts.AreIn(context.Activity.Text!) ? KeptWithout : Kept, cancellationToken);
    }
}
