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
        if (!context.Activity.IsType(ActivityTypes.Message) || await context.AskedAboutMeeting().GetAsync(context, cancellationToken: cancellationToken) is not [var question, var id] || MeetingQuestions.IsToMentor(question)) return null;
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
        if (question == MeetingQuestions.Missed) return OneOrTwo.Heard(activity, content.Commands) is { } yes ? (yes ? 1 : 2) : Says(activity, AnotherTime) ? 1 : Says(activity, NoOther) ? 2 : null;
        if (Numbers.In(activity, 3) is { } number) return number;
        return question == MeetingQuestions.DayBefore && (Says(activity, Coming) || content.Commands.Recognise(activity.Text) == "okay") ? 1 : null;
    }

    // "Not now" is more than its gist, without the "now".
    private bool Says(Activity activity, string[] words) => words.Contains(content.Commands.Gist(activity.Text)) || words.Contains(Commands.Plain(activity.Text ?? ""));

    private static readonly string[] Coming = ["COMING", "I AM COMING", "IM COMING", "I WILL COME", "ILL COME", "I WILL BE THERE", "ILL BE THERE", "SEE YOU THERE", "FINE", "OK", "OKAY", "SURE", "DOD", "DWIN DOD", "BYDDA I YNO"];
    private static readonly string[] AnotherTime = ["DO", "SURE", "OK", "OKAY", "GO ON", "LOOK", "IAWN"];
    private static readonly string[] NoOther = ["NOT NOW", "LATER", "NO THANKS", "NO THANK YOU", "LEAVE IT", "DDIM NAWR", "DIM DIOLCH"];
}

/// <summary>Of which meeting an answer is, and which answer.</summary>
/// <param name="Id">The booking's number.</param>
/// <param name="Answer">The number that was sent.</param>
internal sealed record MeantMeeting(long Id, int Answer);
