namespace MentorBot.BotFramework.Dialogs;

/// <summary>One step of a waterfall: says or asks something and returns how the conversation stands.</summary>
public delegate Task<DialogTurnResult> WaterfallStep(WaterfallStepContext stepContext, CancellationToken cancellationToken);

/// <summary>A dialog of steps that run in order, each with the result of the one before.</summary>
/// <remarks>
/// A step that begins another dialog (a prompt, most often) is followed by the next when that dialog ends, with its result.
/// If the other dialog is cancelled the waterfall is cancelled too, and no further step runs.
/// After the last step its result is the waterfall's own.
/// </remarks>
public class WaterfallDialog : Dialog
{
    private const string OptionsKey = "options";
    private const string ValuesKey = "values";
    private const string StepKey = "stepIndex";
    private readonly List<WaterfallStep> steps;

    /// <summary>Makes a waterfall.</summary>
    /// <param name="dialogId">Its id.</param>
    /// <param name="actions">Its steps; more can be added.</param>
    public WaterfallDialog(string dialogId, IEnumerable<WaterfallStep>? actions = null)
        : base(dialogId) => steps = actions is null ? [] : [.. actions];

    /// <summary>Adds a step after those there are.</summary>
    /// <returns>This waterfall.</returns>
    public WaterfallDialog AddStep(WaterfallStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        steps.Add(step);
        return this;
    }

    /// <inheritdoc/>
    public override Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var state = dc.ActiveDialog!.State;
        if (options is not null)
            state[OptionsKey] = options;
        state[ValuesKey] = new Dictionary<string, object?>();
        return RunStepAsync(dc, 0, (DialogReason.BeginCalled, null), cancellationToken);
    }

    /// <summary>Runs the next step with the words that came in. Anything but a message leaves the waterfall waiting.</summary>
    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.Context.Activity.IsType(ActivityTypes.Message)
            ? ResumeDialogAsync(dc, DialogReason.ContinueCalled, dc.Context.Activity.Text, cancellationToken)
            : Task.FromResult(EndOfTurn);
    }

    /// <summary>Runs the next step with the other dialog's result; or, if that was cancelled, cancels this one.</summary>
    /// <exception cref="BrokenStackException">The waterfall no longer has the step it was at.</exception>
    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return reason == DialogReason.CancelCalled
            ? dc.CancelDialogAsync(cancellationToken)
            : RunStepAsync(dc, StepOf(dc.ActiveDialog!) + 1, (reason, result), cancellationToken);
    }

    /// <summary>Runs one step. Override it to see them all go by.</summary>
    protected virtual Task<DialogTurnResult> OnStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stepContext);
        return steps[stepContext.Index](stepContext, cancellationToken);
    }

    internal static IDictionary<string, object?>? ValuesOf(DialogInstance instance) =>
        instance.State.TryGetValue(ValuesKey, out var values) ? values as IDictionary<string, object?> : null;

    private Task<DialogTurnResult> RunStepAsync(
        DialogContext dc, int index, (DialogReason Reason, object? Result) came, CancellationToken cancellationToken)
    {
        if (index >= steps.Count)
            return dc.EndDialogAsync(came.Result, cancellationToken);
        dc.CountStep(Id);
        var state = dc.ActiveDialog!.State;
        state[StepKey] = index;
        var step = new WaterfallStepContext(this, dc, index)
        {
            Options = state.TryGetValue(OptionsKey, out var options) ? options : null,
            Values = ValuesOf(dc.ActiveDialog) ?? throw new BrokenStackException(Id, UnwindReason.StateUnreadable),
            Reason = came.Reason,
            Result = came.Result,
        };
        return OnStepAsync(step, cancellationToken);
    }

    private int StepOf(DialogInstance instance)
    {
        if (!instance.State.TryGetValue(StepKey, out var kept) || kept is not int index)
            throw new BrokenStackException(Id, UnwindReason.StateUnreadable);
        if (index < 0 || index >= steps.Count)
            throw new BrokenStackException(Id, UnwindReason.StepMissing);
        return index;
    }
}
