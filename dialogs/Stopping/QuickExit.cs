using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Stopping;

/// <summary>Leaves when somebody has to put the phone away at once: says nothing, and forgets what was being talked about.</summary>
internal sealed class QuickExit(Content content, Rounds rounds) : IMiddleware
{
    private const string Exit = "EXIT";

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (!IsExit(turnContext.Activity.Text))
        {
            await next(cancellationToken);
            return;
        }
        turnContext.Turn().Record("exit.quick");
        // Else the next message about it might come while somebody looks at the phone.
        await turnContext.Turn().WithdrawLinkRequestsAsync(cancellationToken);
        await rounds.LeaveAsync(turnContext.Turn(), cancellationToken);
        await turnContext.Dialogs().DeleteAsync(turnContext, cancellationToken);
        await turnContext.HasLeft().SetAsync(turnContext, true, cancellationToken);
    }

    // Typed in a hurry, and a reply may be seen: any word that can hardly be another is taken for it.
    private bool IsExit(string? text)
    {
        var said = Commands.Plain(text ?? "");
        return content.Commands.Recognise(text) == "exit" || (said.StartsWith("EX", StringComparison.Ordinal) && Typos.IsOneEdit(said, Exit));
    }
}
