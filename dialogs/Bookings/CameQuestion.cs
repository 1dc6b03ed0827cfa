using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Linking;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Bookings;

/// <summary>Hears from a mentor whether she came. It stands before what he writes to whoever he holds: a 1 is not for her while we have just asked him.</summary>
internal sealed class CameQuestion(Content content) : IMiddleware
{
    private const string Thanks = "Bookings.cameThanks";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Thanks];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var turn = turnContext.Turn();
        if (turnContext.Activity.IsType(ActivityTypes.Message) && turn.Conversation is { IsMentors: true, Floor: Floor.Bot }
            && await turnContext.AskedAboutMeeting().GetAsync(turnContext, cancellationToken: cancellationToken) is [MeetingQuestions.Came, _]
            && OneOrTwo.Heard(turnContext.Activity, content.Commands) is { } came
            && await turn.FindMentorAsync(cancellationToken) is { } mentor && await turn.FindMetAsync(mentor.Id, cancellationToken) is { } booking)
        {
            await turnContext.AskedAboutMeeting().DeleteAsync(turnContext, cancellationToken);
            turn.NoteCame(booking, came);
            await turnContext.SayAsync(content.Words, Thanks, cancellationToken);
            return;
        }
        await next(cancellationToken);
    }
}
