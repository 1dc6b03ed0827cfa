namespace MentorBot.BotFramework.Dialogs;

/// <summary>Asks a question that is answered by yes or no.</summary>
/// <remarks>An answer that is unsure, or says both, is not understood: it is asked again rather than guessed. See <see cref="ConfirmRecognizer"/>.</remarks>
public sealed class ConfirmPrompt(string dialogId, PromptValidator<bool>? validator = null, string? defaultLocale = null)
    : Prompt<bool>(dialogId, validator)
{
    /// <summary>How the two answers are shown, unless the question says otherwise.</summary>
    public ListStyle Style { get; init; } = ListStyle.Auto;

    /// <summary>The words and marks between the two; none takes those of the person's language.</summary>
    public ChoiceFactoryOptions? ChoiceOptions { get; init; }

    /// <summary>What the two answers are called; none takes yes and no in the person's language.</summary>
    public (Choice Yes, Choice No)? ConfirmChoices { get; init; }

    /// <inheritdoc/>
    protected override Task OnPromptAsync(ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var locale = LocaleOf(turnContext);
        var listing = new ChoiceListing(Answers(locale), options.Style ?? Style, ChoiceOptions ?? ChoiceFactoryOptions.For(locale));
        return turnContext.SendActivityAsync(listing.AppendTo(Question(options, isRetry), turnContext), cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var answer = Recognize(turnContext.Activity.Text, LocaleOf(turnContext));
        return Task.FromResult(answer is { } yes ? PromptRecognizerResult<bool>.Understood(yes) : new PromptRecognizerResult<bool>());
    }

    // The labels as they were shown come first, since a bot may call its answers anything; then yes and no in any words;
    // and only where there was nothing of the kind, the labels in part and by number.
    private bool? Recognize(string? text, string? locale)
    {
        var answers = Answers(locale);
        if (answers.FindIndex(a => string.Equals(a.Title, text?.Trim(), StringComparison.OrdinalIgnoreCase)) is >= 0 and var label)
            return label == 0;
        return ConfirmRecognizer.Recognize(text, locale) switch
        {
            Confirmation.Yes => true,
            Confirmation.No => false,
            Confirmation.Unclear => null,
            _ => ByLabel(text, answers, locale),
        };
    }

    // The number first: in "No. 1" the no is no answer.
    private bool? ByLabel(string? text, List<Choice> answers, string? locale)
    {
        var numbers = ChoiceOptions?.IncludeNumbers ?? true;
        var how = new FindChoicesOptions { Locale = locale, RecognizeNumbers = numbers, RecognizeOrdinals = numbers };
        if (ChoiceNumbers.Find(text ?? "", answers, how) is { } byNumber)
            return byNumber.Resolution.Index == 0;
        return ChoiceRecognizers.RecognizeChoices(text, answers, how) is [var found, ..] ? found.Resolution.Index == 0 : null;
    }

    private List<Choice> Answers(string? locale) =>
        ConfirmChoices is { } own ? [own.Yes, own.No] : [new Choice(Language.For(locale).YesLabel), new Choice(Language.For(locale).NoLabel)];

    private string? LocaleOf(ITurnContext turn) => turn.Activity.Locale ?? defaultLocale;
}
