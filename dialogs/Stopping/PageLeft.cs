using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.Dialogs.Stopping;

/// <summary>Our page was left in a hurry: as after EXIT, whoever talked to her is told, and nothing that was asked is asked on.</summary>
internal sealed class PageLeft(Rounds rounds) : IMiddleware
{
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (turnContext.Turn().Occasion != ChatLeaving.Left)
        {
            await next(cancellationToken);
            return;
        }
        await rounds.LeaveAsync(turnContext.Turn(), cry: null, cancellationToken);
        await turnContext.Turn().LetGoOfTimesAsync(waitsNoMore: false, cancellationToken);
        await turnContext.ForgetTalkAsync(cancellationToken);
        await turnContext.HasLeft().SetAsync(turnContext, true, cancellationToken);
    }
}
