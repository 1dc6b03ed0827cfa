using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Bookings;

/// <summary>Asks what is asked about a meeting by the clock: whether she comes, whether it helped, whether she came, whether she wants another time.</summary>
internal sealed class MeetingQuestions(Content content)
{
    /// <summary>The day before: does she come?</summary>
    public const string DayBefore = "Bookings.dayBefore";

    /// <summary>Afterwards: did it help?</summary>
    public const string After = "Bookings.after";

    /// <summary>She was not there: does she want another time?</summary>
    public const string Missed = "Bookings.missed";

    /// <summary>Her mentor: did she come?</summary>
    public const string Came = "Bookings.cameForMentor";

    /// <summary>Her mentor, at a place: is he there, and has he left?</summary>
    public const string There = "Bookings.thereForMentor";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [DayBefore, After, Missed, Came, There];

    /// <summary>Whether a question is one to a mentor, in his own conversation.</summary>
    public static bool IsToMentor(string question) => question is Came or There;

    /// <summary>Asks her whether she comes.</summary>
    public Task AskWhetherComingAsync(ITurnContext context, Booking booking, CancellationToken cancellationToken) =>
        AskAsync(context, (DayBefore, booking, 3), [("time", BookingWording.Time(booking)), ("name", booking.Mentor!.Name), ("where", BookingWording.AtPlaceOf(content.Words, booking))], cancellationToken);

    /// <summary>Asks her whether it helped.</summary>
    public Task AskWhetherHelpedAsync(ITurnContext context, Booking booking, CancellationToken cancellationToken) =>
        AskAsync(context, (After, booking, 3), [("name", booking.Mentor!.Name)], cancellationToken);

    /// <summary>Asks her, whom the mentor did not meet, whether she wants another time.</summary>
    public Task AskWhetherAnotherAsync(ITurnContext context, Booking booking, CancellationToken cancellationToken) =>
        AskAsync(context, (Missed, booking, 2), [("name", booking.Mentor!.Name)], cancellationToken);

    /// <summary>Asks the mentor whose conversation this is whether she came.</summary>
    public async Task AskMentorAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (turn.Conversation.Floor != Floor.Bot || await turn.FindMentorAsync(cancellationToken) is not { WithdrawnAt: null } mentor || await turn.FindMetAsync(mentor.Id, cancellationToken) is not { } booking) return;
        await AskAsync(context, (Came, booking, 2), [("alias", booking.Mentee!.Alias)], cancellationToken);
    }

    /// <summary>Asks the mentor whose conversation this is to say when he is there, and when he has left.</summary>
    public async Task AskWhetherThereAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (turn.Conversation.Floor != Floor.Bot || await turn.FindMentorAsync(cancellationToken) is not { WithdrawnAt: null } mentor || await turn.FindMeetingNowAsync(mentor.Id, cancellationToken) is not { } booking) return;
        var by = BookingWording.TimeFor(mentor, booking.EndsAt!.Value + Booking.AlarmAfter);
        await AskAsync(context, (There, booking, 1), [("alias", booking.Mentee!.Alias), ("manner", BookingWording.Manner(content.Words, turn.Conversation, booking)), ("time", by)], cancellationToken);
    }

    /// <summary>Shows her a time that became free, kept for her.</summary>
    public async Task OfferFreedAsync(ITurnContext context, Booking booking, string key, CancellationToken cancellationToken)
    {
        var message = content.Words.Message(context, key, ("slots", BookingWording.List(BookingWording.Choices(booking))));
        await context.AskedAboutMeeting().SetAsync(context, [key, "0"], cancellationToken);
        await context.SendActivityAsync(Numbers.Offer(message, context.Turn().Conversation.Address!.Channel, booking.Choices.Count), cancellationToken);
    }

    private async Task AskAsync(ITurnContext context, (string Key, Booking Booking, int Answers) question, (string, string)[] values, CancellationToken cancellationToken)
    {
        var message = content.Words.Message(context, question.Key, values);
        await context.AskedAboutMeeting().SetAsync(context, [question.Key, $"{question.Booking.Id}"], cancellationToken);
        await context.SendActivityAsync(Numbers.Offer(message, context.Turn().Conversation.Address!.Channel, question.Answers), cancellationToken);
    }
}
