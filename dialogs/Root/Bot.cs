using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Root;

/// <summary>Answers messages with the dialogs, and says sorry for those that could not be answered. Whatever else a channel tells is let pass.</summary>
internal sealed class Bot(RootDialog root, Content content) : ActivityHandler
{
    protected override Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        root.RunAsync(turnContext, turnContext.Dialogs(), cancellationToken);

    protected override async Task OnEventAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.Name != TurnTaking.TurnSetAside) return;
        // Whatever failed may be what the dialogs remember.
        await turnContext.Dialogs().DeleteAsync(turnContext, cancellationToken);
        await turnContext.SayAsync(content.Words, "Apologies.failed", cancellationToken);
    }
}
