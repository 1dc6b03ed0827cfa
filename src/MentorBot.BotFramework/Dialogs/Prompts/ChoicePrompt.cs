namespace MentorBot.BotFramework.Dialogs;

/// <summary>Asks which of several answers it is to be.</summary>
/// <remarks>People may answer with a choice's words, with most of them, or with its number; see <see cref="ChoiceRecognizers"/>.</remarks>
public sealed class ChoicePrompt(string dialogId, PromptValidator<FoundChoice>? validator = null, string? defaultLocale = null)
    : Prompt<FoundChoice>(dialogId, validator)
{
    /// <summary>How the choices are shown, unless the question says otherwise.</summary>
    public ListStyle Style { get; init; } = ListStyle.Auto;

    /// <summary>The words and marks between choices; none takes those of the person's language.</summary>
    public ChoiceFactoryOptions? ChoiceOptions { get; init; }

    /// <summary>How answers are matched with choices.</summary>
    public FindChoicesOptions RecognizerOptions { get; init; } = new();

    /// <inheritdoc/>
    protected override Task OnPromptAsync(ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var locale = turnContext.Activity.Locale ?? defaultLocale;
        var listing = new ChoiceListing(options.Choices ?? [], options.Style ?? Style, ChoiceOptions ?? ChoiceFactoryOptions.For(locale));
        return turnContext.SendActivityAsync(listing.AppendTo(Question(options, isRetry), turnContext), cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var activity = turnContext.Activity;
        var how = RecognizerOptions with { Locale = activity.Locale ?? RecognizerOptions.Locale ?? defaultLocale };
        var found = ChoiceRecognizers.RecognizeChoices(activity.Text, options.Choices ?? [], how);
        return Task.FromResult(found.Count > 0
            ? PromptRecognizerResult<FoundChoice>.Understood(found[0].Resolution)
            : new PromptRecognizerResult<FoundChoice>());
    }
}
