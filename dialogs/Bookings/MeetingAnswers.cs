using System.Globalization;
using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Linking;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Bookings;

/// <summary>Hears the answer to what was asked about a meeting. No dialog waits for it, since the clock asked: whatever else is said first is no answer, and closes the question.</summary>
internal sealed class MeetingAnswers(Content content, BookingAnswers answers)
{
    // By their place: I come, another time, I can't.
    private static readonly string[] Comings = [MeetingAnswerDialog.Comes, ChangeDialog.Move, ChangeDialog.CantCome];

    /// <summary>What she asks for by her answer, as the name of what a dialog answers; null where it is none.</summary>
    public async Task<string?> CommandInAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (!context.Activity.IsType(ActivityTypes.Message) || await context.AskedAboutMeeting().GetAsync(context, cancellationToken: cancellationToken) is not [var question, var id]) return null;
        await context.AskedAboutMeeting().DeleteAsync(context, cancellationToken);
        if (question == BookingDue.Freed) return await IsAboutTimesAsync(context, cancellationToken) ? TimesDialog.OfFreed : null;
        var number = Number(context.Activity, question);
        if (number is null) return null;
        context.TurnState.Set(new MeantMeeting(long.Parse(id, CultureInfo.InvariantCulture), number.Value));
        return question switch
        {
            MeetingQuestions.DayBefore => Comings[number.Value - 1],
            MeetingQuestions.After => MeetingAnswerDialog.Helped,
            _ => number == 1 ? "book" : MeetingAnswerDialog.NoOther,
        };
    }

    private async Task<bool> IsAboutTimesAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (await context.Turn().FindChoosingAsync(cancellationToken) is not { } booking) return false;
        var answer = answers.In(context, booking);
        return answer.Number is not null || answer.IsNone || answer.Wish is not null;
    }

    private int? Number(Activity activity, string question)
    {
        if (question == MeetingQuestions.Missed) return OneOrTwo.Heard(activity, content.Commands) is { } yes ? (yes ? 1 : 2) : null;
        if (Numbers.In(activity, 3) is { } number) return number;
        return question == MeetingQuestions.DayBefore && OneOrTwo.Heard(activity, content.Commands) == true ? 1 : null;
    }
}

/// <summary>Of which meeting an answer is, and which answer.</summary>
/// <param name="Id">The booking's number.</param>
/// <param name="Answer">The number that was sent.</param>
internal sealed record MeantMeeting(long Id, int Answer);
