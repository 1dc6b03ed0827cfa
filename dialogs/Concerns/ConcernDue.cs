using MentorBot.BotFramework;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Concerns;

/// <summary>Alerts people again of a concern that nobody looks after, when its time has come. She hears nothing of it.</summary>
/// <remarks>It stands before the opt-out: that she told us to stop is no reason to forget her.</remarks>
internal sealed class ConcernDue(PersonNow people) : IMiddleware
{
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var turn = turnContext.Turn();
        if (turn.Occasion != ConcernClock.Due) await next(cancellationToken);
        else if (await turn.FindConcernAsync(cancellationToken) is { } concern) await people.AlertAsync(turn, concern, offered: null, cancellationToken);
    }
}
