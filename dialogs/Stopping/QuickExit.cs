using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Stopping;

/// <summary>Leaves when somebody has to put the phone away at once: says nothing, and forgets what was being talked about.</summary>
internal sealed class QuickExit(Content content, Rounds rounds) : IMiddleware
{
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (!content.Commands.IsExit(turnContext.Activity.Text))
        {
            await next(cancellationToken);
            return;
        }
        turnContext.Turn().Record("exit.quick");
        // Else the next message about it might come while somebody looks at the phone.
        await turnContext.Turn().WithdrawLinkRequestsAsync(cancellationToken);
        await rounds.LeaveAsync(turnContext.Turn(), cry: null, cancellationToken);
        await turnContext.Turn().LetGoOfTimesAsync(waitsNoMore: false, cancellationToken);
        await turnContext.ForgetTalkAsync(cancellationToken);
        await turnContext.HasLeft().SetAsync(turnContext, true, cancellationToken);
    }
}
