namespace MentorBot.BotFramework.Dialogs;

/// <summary>A stack of dialogs during a turn, and what can be done with it.</summary>
public partial class DialogContext
{
    /// <summary>How many dialogs and steps may begin in one turn; more is a conversation that goes round without asking anything.</summary>
    public const int MaxStepsPerTurn = 200;


    /// <summary>Makes the outermost stack of a turn.</summary>
    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        (Dialogs, Context, State) = (dialogs, turnContext, state);
    }

    /// <summary>Makes the stack inside a dialog of another stack.</summary>
    public DialogContext(DialogSet dialogs, DialogContext parent, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(state);
        (Dialogs, Context, Parent, State) = (dialogs, parent.Context, parent, state);
    }

    /// <summary>Makes another view of the same stack.</summary>
    private protected DialogContext(DialogContext same) =>
        (Dialogs, Context, Parent, State) = (same.Dialogs, same.Context, same.Parent, same.State);

    /// <summary>The dialogs that can begin here.</summary>
    public DialogSet Dialogs { get; }

    /// <summary>The turn.</summary>
    public ITurnContext Context { get; }

    /// <summary>The stack around the dialog that holds this one; null for the outermost.</summary>
    public DialogContext? Parent { get; }

    /// <summary>The stack as it is kept between turns.</summary>
    internal DialogState State { get; }

    /// <summary>The dialogs that have begun and not ended, the active one first.</summary>
    public IList<DialogInstance> Stack => State.DialogStack;

    /// <summary>The dialog that what comes in goes to; null when the stack is empty.</summary>
    public DialogInstance? ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    /// <summary>The stack inside the active dialog; null if it has none.</summary>
    public DialogContext? Child =>
        ActiveDialog is { } active && FindDialog(active.Id) is ComponentDialog component ? component.CreateChildContext(this) : null;

    /// <summary>Puts a dialog on top of the stack and begins it.</summary>
    /// <param name="dialogId">Its id, here or in a stack around this one.</param>
    /// <param name="options">What it is given; of a type on the list of <see cref="StateTypes"/> if it keeps it.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <exception cref="ArgumentException">There is no dialog of that id.</exception>
    public Task<DialogTurnResult> BeginDialogAsync(string dialogId, object? options = null, CancellationToken cancellationToken = default)
    {
        var dialog = FindDialog(dialogId)
            ?? throw new ArgumentException($"There is no dialog '{dialogId}' here. Add it to the component or the set that begins it.", nameof(dialogId));
        CountStep(dialogId);
        Stack.Insert(0, new DialogInstance(dialogId));
        return dialog.BeginDialogAsync(this, options, cancellationToken);
    }

    /// <summary>Begins a prompt.</summary>
    public Task<DialogTurnResult> PromptAsync(string dialogId, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Gives what came in to the active dialog.</summary>
    /// <returns><see cref="DialogTurnStatus.Empty"/> if there is none.</returns>
    /// <exception cref="BrokenStackException">The stored stack does not fit the dialogs there are.</exception>
    public Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default) =>
        ActiveDialog is { } active
            ? Existing(active).ContinueDialogAsync(this, cancellationToken)
            : Task.FromResult(Nothing);

    /// <summary>Ends the active dialog and gives its result to the one that began it.</summary>
    /// <returns>How that one goes on; <see cref="DialogTurnStatus.Complete"/> if this was the last.</returns>
    public async Task<DialogTurnResult> EndDialogAsync(object? result = null, CancellationToken cancellationToken = default)
    {
        await EndActiveAsync(DialogReason.EndCalled, cancellationToken);
        return ActiveDialog is { } active
            ? await Existing(active).ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken)
            : new DialogTurnResult(DialogTurnStatus.Complete, result);
    }

    /// <summary>Gives up the active dialog and tells the one that began it so.</summary>
    /// <returns>How that one goes on (unless it says otherwise it is given up too); <see cref="DialogTurnStatus.Cancelled"/> if this was the last.</returns>
    public async Task<DialogTurnResult> CancelDialogAsync(CancellationToken cancellationToken = default)
    {
        await EndActiveAsync(DialogReason.CancelCalled, cancellationToken);
        return ActiveDialog is { } active
            ? await Existing(active).ResumeDialogAsync(this, DialogReason.CancelCalled, result: null, cancellationToken)
            : GivenUp;
    }

    /// <summary>Ends the active dialog and begins another in its place. The one below hears nothing of it.</summary>
    public async Task<DialogTurnResult> ReplaceDialogAsync(string dialogId, object? options = null, CancellationToken cancellationToken = default)
    {
        await EndActiveAsync(DialogReason.ReplaceCalled, cancellationToken);
        return await BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Has the active dialog ask again, unless it handles the event that announces it.</summary>
    public async Task RepromptDialogAsync(CancellationToken cancellationToken = default)
    {
        if (await EmitEventAsync(new DialogEvent(DialogEvents.RepromptDialog), fromLeaf: false, cancellationToken))
            return;
        if (ActiveDialog is { } active)
            await Existing(active).RepromptDialogAsync(Context, active, cancellationToken);
    }

    /// <summary>The dialog of this id: here, else in a stack around this one; null if there is none.</summary>
    public Dialog? FindDialog(string dialogId) => Dialogs.Find(dialogId) ?? Parent?.FindDialog(dialogId);

    /// <summary>Tells the active dialog of an event.</summary>
    /// <param name="e">The event.</param>
    /// <param name="fromLeaf">Whether to begin with the innermost active dialog.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <returns>Whether somebody handled it.</returns>
    public Task<bool> EmitEventAsync(DialogEvent e, bool fromLeaf = false, CancellationToken cancellationToken = default)
    {
        var dc = this;
        while (fromLeaf && dc.Child is { ActiveDialog: not null } child)
            dc = child;
        return dc.ActiveDialog is { } active && dc.FindDialog(active.Id) is { } dialog
            ? dialog.OnDialogEventAsync(dc, e, cancellationToken)
            : Task.FromResult(false);
    }

    internal void CountStep(string dialogId)
    {
        var root = this;
        while (root.Parent is { } parent)
            root = parent;
        if (root.State.CountStep(Context) > MaxStepsPerTurn)
            throw new InvalidOperationException($"More than {MaxStepsPerTurn} dialogs and steps began in one turn, the last in '{dialogId}'.");
    }

    private Dialog Existing(DialogInstance instance) =>
        FindDialog(instance.Id) ?? throw new BrokenStackException(instance.Id, UnwindReason.DialogMissing);
}
