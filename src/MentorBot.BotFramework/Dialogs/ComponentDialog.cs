namespace MentorBot.BotFramework.Dialogs;

/// <summary>A dialog made of other dialogs, with a stack of its own that nobody outside sees.</summary>
public class ComponentDialog : Dialog
{
    internal const string InnerStack = "dialogs";

    /// <summary>Makes a component.</summary>
    /// <param name="dialogId">Its id; none takes the name of its class.</param>
    public ComponentDialog(string? dialogId = null)
        : base(dialogId)
    {
    }

    /// <summary>The inner dialog that begins when the component does: the first added, unless set.</summary>
    public string? InitialDialogId { get; set; }

    /// <summary>The inner dialogs.</summary>
    public DialogSet Dialogs { get; } = new();

    /// <summary>Adds an inner dialog.</summary>
    /// <returns>This component.</returns>
    public ComponentDialog AddDialog(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        Dialogs.Add(dialog);
        InitialDialogId ??= dialog.Id;
        return this;
    }

    /// <summary>The inner dialog of this id, or null.</summary>
    public Dialog? FindDialog(string dialogId) => Dialogs.Find(dialogId);

    /// <summary>The stack inside this component, which is the active dialog of <paramref name="dc"/>.</summary>
    public DialogContext CreateChildContext(DialogContext dc)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return new DialogContext(Dialogs, dc, InnerStateOf(dc.ActiveDialog!));
    }

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var instance = dc.ActiveDialog!;
        var result = await OnBeginDialogAsync(CreateChildContext(dc), options, cancellationToken);
        return await FollowAsync(dc, instance, result, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var instance = dc.ActiveDialog!;
        var result = await OnContinueDialogAsync(CreateChildContext(dc), cancellationToken);
        return await FollowAsync(dc, instance, result, cancellationToken);
    }

    /// <summary>Asks again. A component's own dialogs are on its inner stack, so whatever was above it was an interruption, however it ended.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc/>
    public override async Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        await new DialogContext(Dialogs, turnContext, InnerStateOf(instance)).RepromptDialogAsync(cancellationToken);
        await OnRepromptDialogAsync(turnContext, instance, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        if (reason == DialogReason.CancelCalled)
            await new DialogContext(Dialogs, turnContext, InnerStateOf(instance)).CancelAllDialogsAsync(cancellationToken);
        await OnEndDialogAsync(turnContext, instance, reason, cancellationToken);
    }

    /// <summary>Begins the inner conversation. Override it to do something first.</summary>
    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc, object? options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(innerDc);
        return innerDc.BeginDialogAsync(
            InitialDialogId ?? throw new InvalidOperationException($"The component '{Id}' has no dialogs."), options, cancellationToken);
    }

    /// <summary>Goes on with the inner conversation.</summary>
    /// <remarks>
    /// This is where to interrupt: look at what came in, and instead of calling the base return <see cref="Dialog.EndOfTurn"/> to stay
    /// where the conversation is, or the result of <see cref="DialogContext.CancelAllDialogsAsync(CancellationToken)"/> to leave.
    /// </remarks>
    protected virtual Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(innerDc);
        return innerDc.ContinueDialogAsync(cancellationToken);
    }

    /// <summary>Is told that the component is about to be taken off its stack.</summary>
    protected virtual Task OnEndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Is told that the inner dialog has asked again.</summary>
    protected virtual Task OnRepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <summary>Ends the component once its inner conversation has ended.</summary>
    protected virtual Task<DialogTurnResult> EndComponentAsync(DialogContext dc, object? result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.EndDialogAsync(result, cancellationToken);
    }

    private Task<DialogTurnResult> FollowAsync(
        DialogContext dc, DialogInstance instance, DialogTurnResult inner, CancellationToken cancellationToken)
    {
        if (inner.Status == DialogTurnStatus.Waiting)
            return Task.FromResult(EndOfTurn);
        // Whoever cancelled the inner dialogs may have cancelled those around them too, this one included.
        if (!ReferenceEquals(dc.ActiveDialog, instance))
            return Task.FromResult(inner);
        return inner.Status == DialogTurnStatus.Cancelled
            ? dc.CancelDialogAsync(cancellationToken)
            : EndComponentAsync(dc, inner.Result, cancellationToken);
    }

    private DialogState InnerStateOf(DialogInstance instance)
    {
        if (instance.State.TryGetValue(InnerStack, out var kept))
            return kept as DialogState ?? throw new BrokenStackException(Id, UnwindReason.StateUnreadable);
        var state = new DialogState();
        instance.State[InnerStack] = state;
        return state;
    }
}
