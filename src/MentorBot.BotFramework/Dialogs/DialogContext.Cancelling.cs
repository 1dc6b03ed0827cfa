namespace MentorBot.BotFramework.Dialogs;

public partial class DialogContext
{
    private static readonly DialogTurnResult Nothing = new(DialogTurnStatus.Empty);
    private static readonly DialogTurnResult GivenUp = new(DialogTurnStatus.Cancelled);

    /// <summary>Gives up every dialog of this stack, from the active one down.</summary>
    /// <remarks>See <see cref="CancelAllDialogsAsync(bool, string, object, CancellationToken)"/>.</remarks>
    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default) =>
        CancelAllDialogsAsync(cancelParents: false, eventName: null, eventValue: null, cancellationToken);

    /// <summary>Gives up every dialog of this stack, and perhaps of those around it.</summary>
    /// <param name="cancelParents">Whether to go on with the stacks around this one.</param>
    /// <param name="eventName">The event that each dialog but the first hears beforehand; usually <see cref="DialogEvents.CancelDialog"/>.</param>
    /// <param name="eventValue">What about it.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <returns>
    /// <see cref="DialogTurnStatus.Cancelled"/>; <see cref="DialogTurnStatus.Waiting"/> if a dialog handled its event and so stays where it is;
    /// <see cref="DialogTurnStatus.Empty"/> if there was nothing, here or around.
    /// </returns>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(
        bool cancelParents, string? eventName, object? eventValue, CancellationToken cancellationToken = default)
    {
        if (ActiveDialog is null && Parent is null)
            return Nothing;
        var warning = new DialogEvent(eventName ?? DialogEvents.CancelDialog, eventValue);
        var isFirst = true;
        for (var dc = this; dc is not null; dc = cancelParents ? dc.Parent : null)
        {
            for (; dc.ActiveDialog is not null; isFirst = false)
            {
                if (!isFirst && await dc.EmitEventAsync(warning, fromLeaf: false, cancellationToken))
                    return Dialog.EndOfTurn;
                await dc.EndActiveAsync(DialogReason.CancelCalled, cancellationToken);
            }
        }
        return GivenUp;
    }

    // A dialog that is no longer there has nothing to say about its end.
    private async Task EndActiveAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } active)
            return;
        if (FindDialog(active.Id) is { } dialog)
            await dialog.EndDialogAsync(Context, active, reason, cancellationToken);
        Stack.Remove(active);
    }
}
