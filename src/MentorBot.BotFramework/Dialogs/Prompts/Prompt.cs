namespace MentorBot.BotFramework.Dialogs;

/// <summary>A dialog that asks one question until it has an answer.</summary>
/// <remarks>
/// An answer that is not understood is asked for again, unless something else was said in the same turn already.
/// What comes in is recognised once a turn.
/// </remarks>
/// <typeparam name="T">What an answer is.</typeparam>
public abstract class Prompt<T> : Dialog
{
    private const string OptionsKey = "options";
    private const string StateKey = "state";
    private const string AttemptCountKey = "AttemptCount";
    private readonly PromptValidator<T>? validator;

    /// <summary>Makes a prompt.</summary>
    /// <param name="dialogId">Its id.</param>
    /// <param name="validator">Has the last word on each answer; without one, an answer that was understood is good.</param>
    protected Prompt(string? dialogId, PromptValidator<T>? validator)
        : base(dialogId) => this.validator = validator;

    /// <summary>Asks the question.</summary>
    /// <exception cref="ArgumentException"><paramref name="options"/> is not a <see cref="PromptOptions"/>.</exception>
    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var question = options as PromptOptions
            ?? throw new ArgumentException($"The prompt '{Id}' has to be begun with PromptOptions.", nameof(options));
        var state = dc.ActiveDialog!.State;
        state[OptionsKey] = question;
        state[StateKey] = new Dictionary<string, object?> { [AttemptCountKey] = 0 };
        await OnPromptAsync(dc.Context, question, isRetry: false, cancellationToken);
        return EndOfTurn;
    }

    /// <summary>Takes an answer. Anything but a message leaves the question open.</summary>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var turn = dc.Context;
        if (!turn.Activity.IsType(ActivityTypes.Message))
            return EndOfTurn;
        var (options, state) = Remembered(dc.ActiveDialog!);
        var recognized = await OnRecognizeAsync(turn, options, cancellationToken);
        state[AttemptCountKey] = state.GetValue<int>(AttemptCountKey) + 1;
        if (await IsValidAsync(new PromptValidatorContext<T>(turn, recognized, options, state.GetValue<int>(AttemptCountKey)), cancellationToken))
            return await dc.EndDialogAsync(recognized.Value, cancellationToken);
        if (!turn.Responded)
            await OnPromptAsync(turn, options, isRetry: true, cancellationToken);
        return EndOfTurn;
    }

    /// <summary>Asks again. A prompt begins no dialogs, so whatever was above it was an interruption, however it ended.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc/>
    public override Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return OnPromptAsync(turnContext, Remembered(instance).Options, isRetry: false, cancellationToken);
    }

    /// <summary>Sends the question, or what there is for asking it again.</summary>
    protected virtual Task OnPromptAsync(ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        return Question(options, isRetry) is { } question
            ? turnContext.SendActivityAsync(question, cancellationToken)
            : Task.CompletedTask;
    }

    /// <summary>Makes what it can of the message that came in.</summary>
    protected abstract Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken);

    /// <summary>A copy of the question that waits for an answer: the original stays as it was given, for asking again.</summary>
    protected static Activity? Question(PromptOptions options, bool isRetry)
    {
        ArgumentNullException.ThrowIfNull(options);
        var question = (isRetry ? options.RetryPrompt ?? options.Prompt : options.Prompt)?.Copy();
        if (question is not null)
            question.InputHint ??= InputHints.ExpectingInput;
        return question;
    }

    private Task<bool> IsValidAsync(PromptValidatorContext<T> context, CancellationToken cancellationToken) =>
        validator is null ? Task.FromResult(context.Recognized.Succeeded) : validator(context, cancellationToken);

    private (PromptOptions Options, IDictionary<string, object?> State) Remembered(DialogInstance instance) =>
        instance.State.TryGetValue(OptionsKey, out var options) && options is PromptOptions question
        && instance.State.TryGetValue(StateKey, out var kept) && kept is IDictionary<string, object?> state
            ? (question, state)
            : throw new BrokenStackException(Id, UnwindReason.StateUnreadable);
}
