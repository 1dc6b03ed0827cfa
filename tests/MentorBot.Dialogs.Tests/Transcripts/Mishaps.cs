using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Root;

namespace MentorBot.Dialogs.Tests.Transcripts;

/// <summary>What can go wrong on our side, when a transcript says so.</summary>
internal sealed class Mishaps : IMiddleware
{
    /// <summary>Whether every message meets a bug.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Whether the next message finds a dialog on the stack that there is no more.</summary>
    public bool IsUpgraded { get; set; }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (IsBroken && turnContext.Activity.IsType(ActivityTypes.Message)) throw new InvalidOperationException("A bug.");
        if (IsUpgraded)
        {
            var state = await turnContext.Dialogs().GetAsync(turnContext, cancellationToken: cancellationToken);
            state.DialogStack.Insert(0, new DialogInstance("DialogOfLastYear"));
            IsUpgraded = false;
        }
        await next(cancellationToken);
    }
}
