namespace MentorBot.BotFramework.Dialogs;

/// <summary>Asks for a day, a time, or both, and gives everything the answer can mean.</summary>
/// <remarks>
/// The answer is understood in the person's own time zone at the turn's <see cref="TurnTime"/>. What the calendar or the clock does not
/// have (31 February, 25:00) is not understood. One meaning is one <see cref="DateTimeResolution"/>; where there are more, ask which.
/// </remarks>
public sealed class DateTimePrompt(string dialogId, PromptValidator<IList<DateTimeResolution>>? validator = null, string? defaultLocale = null)
    : Prompt<IList<DateTimeResolution>>(dialogId, validator)
{
    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<IList<DateTimeResolution>>> OnRecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var found = DateTimeRecognizer.Recognize(activity.Text, activity.Locale ?? defaultLocale, TurnTime.Of(turnContext));
        return Task.FromResult(found.Count > 0
            ? PromptRecognizerResult<IList<DateTimeResolution>>.Understood(found)
            : new PromptRecognizerResult<IList<DateTimeResolution>>());
    }
}
