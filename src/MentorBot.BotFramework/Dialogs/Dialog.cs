namespace MentorBot.BotFramework.Dialogs;

/// <summary>A piece of conversation that can begin, go on when something comes in, and end with a result.</summary>
/// <remarks>A dialog is shared by all conversations: what it remembers of one is in its <see cref="DialogInstance"/>, never in its fields.</remarks>
public abstract class Dialog
{
    /// <summary>What a dialog returns when it has said its piece and waits for an answer.</summary>
    public static readonly DialogTurnResult EndOfTurn = new(DialogTurnStatus.Waiting);

    /// <summary>Makes a dialog.</summary>
    /// <param name="id">Its name among the dialogs it is added to; none takes the name of its class.</param>
    protected Dialog(string? id = null) => Id = string.IsNullOrEmpty(id) ? GetType().Name : id;

    /// <summary>Its name among the dialogs it is added to. Stored stacks use it: renaming a dialog unwinds those who are in it.</summary>
    public string Id { get; internal set; }

    /// <summary>Begins. The dialog is already the active one.</summary>
    /// <param name="dc">The stack it is on.</param>
    /// <param name="options">What it was given to begin with.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    public abstract Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default);

    /// <summary>Goes on with what came in. Unless overridden, the dialog ends.</summary>
    public virtual Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.EndDialogAsync(result: null, cancellationToken);
    }

    /// <summary>Goes on after the dialog above it on the stack is gone.</summary>
    /// <param name="dc">The stack it is on.</param>
    /// <param name="reason"><see cref="DialogReason.EndCalled"/>, or <see cref="DialogReason.CancelCalled"/> when the other was given up.</param>
    /// <param name="result">What the other dialog gave; null when it was given up.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <remarks>
    /// Unless overridden the dialog ends the way the other did: with its result, or cancelled.
    /// Override it and look at the reason to survive the cancelling of a child.
    /// </remarks>
    public virtual Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return reason == DialogReason.CancelCalled
            ? dc.CancelDialogAsync(cancellationToken)
            : dc.EndDialogAsync(result, cancellationToken);
    }

    /// <summary>Asks again.</summary>
    public virtual Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Is told that it is about to be taken off the stack, and why.</summary>
    public virtual Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Is told of an event, and passes it outwards if it bubbles.</summary>
    /// <returns>Whether somebody handled it.</returns>
    public virtual async Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dc);
        ArgumentNullException.ThrowIfNull(e);
        if (await OnPreBubbleEventAsync(dc, e, cancellationToken))
            return true;
        if (e.Bubble && dc.Parent is { } parent && await parent.EmitEventAsync(e, fromLeaf: false, cancellationToken))
            return true;
        return await OnPostBubbleEventAsync(dc, e, cancellationToken);
    }

    /// <summary>Sees an event before the dialogs around this one.</summary>
    /// <returns>Whether this dialog handled it.</returns>
    protected virtual Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>Sees an event that nobody around this dialog handled.</summary>
    /// <returns>Whether this dialog handled it.</returns>
    protected virtual Task<bool> OnPostBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) => Task.FromResult(false);
}
