using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Linking;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Bookings;

/// <summary>Hears from a mentor that he is there, that he has left, and whether she came. It stands before what he writes to whoever he holds: a 1 is not for her while we have just asked him.</summary>
internal sealed class CameQuestion(Content content) : IMiddleware
{
    private const string Thanks = "Bookings.cameThanks";
    private const string IsThere = "Bookings.isThere";
    private const string HasLeft = "Bookings.hasLeft";
    private const string IsBack = "Bookings.isBack";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Thanks, IsThere, HasLeft, IsBack];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var turn = turnContext.Turn();
        var isTalk = turnContext.Activity.IsType(ActivityTypes.Message) && turn.Conversation is { IsMentors: true, Floor: Floor.Bot };
        var asked = isTalk && OneOrTwo.Heard(turnContext.Activity, content.Commands) is not null ? await turnContext.AskedAboutMeeting().GetAsync(turnContext, cancellationToken: cancellationToken) : null;
        var answer = asked is [var question, _] && await turn.FindMentorAsync(cancellationToken) is { } mentor ? await AnswerAsync(turnContext, (question, mentor), cancellationToken) : null;
        if (answer is null) await next(cancellationToken);
        else await turnContext.SayAsync(content.Words, answer, cancellationToken);
    }

    private async Task<string?> AnswerAsync(ITurnContext context, (string Question, Mentor Mentor) asked, CancellationToken cancellationToken)
    {
        var (turn, isOne) = (context.Turn(), OneOrTwo.Heard(context.Activity, content.Commands)!.Value);
        if (asked.Question == MeetingQuestions.There && isOne && await turn.FindMeetingNowAsync(asked.Mentor.Id, cancellationToken) is { } now) return await HearThereAsync(context, now, cancellationToken);
        if (asked.Question != MeetingQuestions.Came || await turn.FindMetAsync(asked.Mentor.Id, cancellationToken) is not { } met) return null;
        await context.AskedAboutMeeting().DeleteAsync(context, cancellationToken);
        turn.NoteCame(met, isOne);
        await TellSafeAsync(turn, met, cancellationToken);
        return Thanks;
    }

    private async Task<string> HearThereAsync(ITurnContext context, Booking booking, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (!turn.NoteThereOrLeft(booking)) return IsThere;
        await context.AskedAboutMeeting().DeleteAsync(context, cancellationToken);
        await TellSafeAsync(turn, booking, cancellationToken);
        return HasLeft;
    }

    private async Task TellSafeAsync(Turn turn, Booking booking, CancellationToken cancellationToken)
    {
        foreach (var lead in await turn.TellSafeAsync(booking, cancellationToken)) turn.Tell(content.Words, lead, IsBack, ("name", booking.Mentor!.Name));
    }
}
