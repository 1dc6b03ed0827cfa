using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Root;

/// <summary>Answers messages with the dialogs, and says sorry for those that could not be answered. Whatever else a channel tells is let pass, but for the wish of a program that shows a chat to hand it to a person.</summary>
internal sealed class Bot(RootDialog root, Content content, Hubs hubs) : ActivityHandler
{
    private const string Failed = "Apologies.failed";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Failed];

    protected override Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        root.RunAsync(turnContext, turnContext.Dialogs(), cancellationToken);

    protected override async Task OnEventAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        // A hub has people, and asks for ours by no event of its own.
        if (turnContext.Activity.Name == HandoffEventNames.InitiateHandoff && !hubs.IsHub(turnContext.Turn().Conversation)) await root.RunAsync(turnContext, turnContext.Dialogs(), cancellationToken);
        if (turnContext.Activity.Name != TurnTaking.TurnSetAside) return;
        // All that was remembered is gone, but not that she knows us, if she had an answer before.
        if (!turnContext.Turn().IsFirst) await turnContext.HaveMet().SetAsync(turnContext, true, cancellationToken);
        await turnContext.SayAsync(content.Words, Failed, cancellationToken);
    }
}
