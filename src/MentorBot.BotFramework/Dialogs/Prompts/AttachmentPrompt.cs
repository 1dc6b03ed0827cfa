namespace MentorBot.BotFramework.Dialogs;

/// <summary>Asks for a file or a picture.</summary>
public sealed class AttachmentPrompt(string dialogId, PromptValidator<IList<Attachment>>? validator = null)
    : Prompt<IList<Attachment>>(dialogId, validator)
{
    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<IList<Attachment>>> OnRecognizeAsync(
        ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return Task.FromResult(turnContext.Activity.Attachments is { Count: > 0 } attachments
            ? PromptRecognizerResult<IList<Attachment>>.Understood(attachments)
            : new PromptRecognizerResult<IList<Attachment>>());
    }
}
