using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Mentors;
using MentorBot.Dialogs.Menu;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.NotUnderstood;

/// <summary>Answers what cannot be understood. The second time running it stops guessing and points to people. Of whoever waits for a mentor it keeps it for him; a mentor hears whom he looks after. A machine it leaves the last word.</summary>
/// <remarks>Begun with how many messages running were not understood before; ends with how many there are now.</remarks>
internal sealed class NotUnderstoodDialog(Content content, WhileWaiting whileWaiting, LookingAfter lookingAfter) : Dialog
{
    private const string First = "NotUnderstood.first";
    private const string Again = "NotUnderstood.again";
    private const string NoWords = "NotUnderstood.media";
    private const string Offer = "Handoffs.offer";

    // After so many before it, a person is offered.
    private const int OffersAfter = 2;

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [First, Again, NoWords, Offer, .. WhileWaiting.Keys];

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var misses = (int)options!;
        var hasWords = !string.IsNullOrWhiteSpace(dc.Context.Activity.Text);
        if (await dc.Context.IsAMachineAsync(misses, cancellationToken)) dc.Context.Turn().Record("machine.ignored");
        else if (hasWords && await lookingAfter.AnswerAsync(dc.Context.Turn(), cancellationToken) is { } answer) await dc.Context.SendActivityAsync(answer, cancellationToken);
        else if (await dc.Context.Turn().FindHandoffAsync(cancellationToken) is { } handoff)
        {
            await dc.Context.SendActivityAsync(await whileWaiting.HearAsync(dc.Context, handoff, cancellationToken), cancellationToken);
            return await dc.EndDialogAsync(misses + 1, cancellationToken);
        }
        else if (dc.Context.Activity.Attachments is { Count: > 0 } || !hasWords) await dc.SayAsync(content.Words, NoWords, cancellationToken);
        else if (misses == 0) await dc.Context.SendActivityAsync(Apology(dc.Context), cancellationToken);
        else await dc.SayAsync(content.Words, misses == OffersAfter && await dc.Context.Turn().AreThereMentorsAsync(cancellationToken) ? Offer : Again, cancellationToken);

        if (hasWords) dc.Context.Turn().Record("not.understood");
        return await dc.EndDialogAsync(hasWords ? misses + 1 : misses, cancellationToken);
    }

    private Activity Apology(ITurnContext turn) =>
        MenuDialog.WithChoices(content.Words.Message(turn, First), turn, content.Words);
}
