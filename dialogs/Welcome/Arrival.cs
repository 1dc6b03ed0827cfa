using MentorBot.BotFramework;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Welcome;

/// <summary>Records that somebody has come, whatever she came with.</summary>
internal sealed class Arrival : IMiddleware
{
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (turnContext.Turn().IsFirst) turnContext.Turn().Record("mentee.joined");
        return next(cancellationToken);
    }
}
