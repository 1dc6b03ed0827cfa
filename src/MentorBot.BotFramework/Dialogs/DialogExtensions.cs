namespace MentorBot.BotFramework.Dialogs;

/// <summary>Runs a bot's root dialog for a turn.</summary>
public static class DialogExtensions
{
    /// <summary>Goes on with the conversation where it was, or begins it with this dialog.</summary>
    /// <param name="dialog">The root of the conversation.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="accessor">Where the stack is kept.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <returns>How the conversation stands. Saving state is left to whoever runs the turn.</returns>
    public static Task<DialogTurnResult> RunAsync(
        this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken = default) =>
        dialog.RunAsync(turnContext, new DialogRunOptions(accessor), cancellationToken);

    /// <summary>Goes on with the conversation where it was, or begins it with this dialog.</summary>
    /// <remarks>
    /// If where it was no longer exists, or has expired, the stack is given up, a <see cref="StackUnwound"/> is left in TurnState, and the
    /// dialog begins anew in this same turn: it should look there, say sorry, and carry on from what was collected.
    /// </remarks>
    /// <exception cref="InvalidOperationException">Idle conversations expire, and nobody said what time it is.</exception>
    public static async Task<DialogTurnResult> RunAsync(
        this Dialog dialog, ITurnContext turnContext, DialogRunOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var state = await options.Accessor.GetAsync(turnContext, static () => new DialogState(), cancellationToken);
        var dc = new DialogContext(new DialogSet().Add(dialog), turnContext, state);
        try
        {
            var result = await ContinueOrUnwindAsync(dc, options, cancellationToken);
            return result.Status == DialogTurnStatus.Empty ? await dc.BeginDialogAsync(dialog.Id, options: null, cancellationToken) : result;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            if (!await dc.EmitEventAsync(new DialogEvent(DialogEvents.Error, error, Bubble: true), fromLeaf: true, cancellationToken))
                throw;
            return dc.ActiveDialog is null ? new DialogTurnResult(DialogTurnStatus.Cancelled) : Dialog.EndOfTurn;
        }
    }

    private static async Task<DialogTurnResult> ContinueOrUnwindAsync(
        DialogContext dc, DialogRunOptions options, CancellationToken cancellationToken)
    {
        try
        {
            StackUnwinding.UnwindIfUnreadable(dc);
            await StackUnwinding.UnwindIfExpiredAsync(dc, options, cancellationToken);
            return await dc.ContinueDialogAsync(cancellationToken);
        }
        catch (BrokenStackException broken)
        {
            StackUnwinding.Unwind(dc, broken.DialogId, broken.Reason);
            return new DialogTurnResult(DialogTurnStatus.Empty);
        }
    }
}

/// <summary>How a root dialog is run.</summary>
/// <param name="Accessor">Where the stack is kept.</param>
/// <param name="ExpireAfter">
/// How long nobody may say anything before the conversation begins anew; null for ever. Needs a <see cref="TurnTime"/>.
/// </param>
public sealed record DialogRunOptions(IStatePropertyAccessor<DialogState> Accessor, TimeSpan? ExpireAfter = null);
