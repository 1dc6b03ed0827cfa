namespace MentorBot.BotFramework.Dialogs;

/// <summary>What a step of a waterfall sees, and the stack it can act on.</summary>
public sealed class WaterfallStepContext : DialogContext
{
    private readonly WaterfallDialog waterfall;
    private readonly DialogContext stack;
    private bool wentOn;

    internal WaterfallStepContext(WaterfallDialog waterfall, DialogContext stack, int index)
        : base(stack) => (this.waterfall, this.stack, Index) = (waterfall, stack, index);

    /// <summary>Which step this is, from 0.</summary>
    public int Index { get; }

    /// <summary>What the waterfall was begun with.</summary>
    public object? Options { get; internal init; }

    /// <summary>Why the step runs.</summary>
    public DialogReason Reason { get; internal init; }

    /// <summary>What the step before gave: the result of the dialog it began, or the words that came in.</summary>
    public object? Result { get; internal init; }

    /// <summary>What the waterfall remembers from step to step, between turns too.</summary>
    public IDictionary<string, object?> Values { get; internal init; } = new Dictionary<string, object?>();

    /// <summary>Goes on to the next step at once.</summary>
    /// <param name="result">What it is given as its <see cref="Result"/>.</param>
    /// <param name="cancellationToken">Stops the turn.</param>
    /// <exception cref="InvalidOperationException">This step has gone on already.</exception>
    public Task<DialogTurnResult> NextAsync(object? result = null, CancellationToken cancellationToken = default)
    {
        if (wentOn)
            throw new InvalidOperationException($"Step {Index} of '{waterfall.Id}' has gone on to the next already.");
        wentOn = true;
        return waterfall.ResumeDialogAsync(stack, DialogReason.NextCalled, result, cancellationToken);
    }
}
