namespace MentorBot.BotFramework.Dialogs;

/// <summary>Asks for words. Any will do, even none, as long as the message has a text.</summary>
public sealed class TextPrompt(string dialogId, PromptValidator<string>? validator = null)
    : Prompt<string>(dialogId, validator)
{
    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<string>> OnRecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return Task.FromResult(turnContext.Activity.Text is { } text
            ? PromptRecognizerResult<string>.Understood(text)
            : new PromptRecognizerResult<string>());
    }
}
