using MentorBot.BotFramework;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Root;

/// <summary>Keeps the bot silent while somebody else has the floor. The message is stored.</summary>
internal sealed class FloorGuard : IMiddleware
{
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) =>
        turnContext.Turn().Conversation.Floor == Floor.Bot ? next(cancellationToken) : Task.CompletedTask;
}
