using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Learning;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Linking;

/// <summary>Hears whether it was her who used her code in another chat. That was asked by the other chat's turn, so no dialog here waits for it.</summary>
/// <remarks>
/// What she writes before it was put to her is no answer to it, and leaves it open. Only where a code was given, and for as long as it counts, is the database asked. Whatever she says first after the question ends it, so that a
/// 1 to some later question is never taken for this yes; LINK asks it again.
/// </remarks>
internal sealed class LinkQuestion(Content content) : IMiddleware
{
    /// <summary>The words for two chats that are one already.</summary>
    public const string Already = "Linking.already";

    private const string Question = "Linking.question";
    private const string Joined = "Linking.joined";
    private const string Refused = "Linking.refused";
    private const string RefusedThere = "Linking.refusedThere";
    private const string TooLate = "Linking.tooLate";

    private static readonly Dictionary<string, string> Doors = new(StringComparer.Ordinal)
    {
        [Channels.Sms] = "Linking.byText",
        [Channels.Telegram] = "Linking.byTelegram",
        [Channels.WebChat] = "Linking.byWebChat",
    };

    private const string OtherDoor = "Linking.byAnother";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Already, Question, Joined, Refused, RefusedThere, TooLate, OtherDoor, .. Doors.Values];

    /// <summary>The question.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="first">The conversation that it is put in.</param>
    /// <param name="other">The one in which the code was used.</param>
    public static Activity Ask(Words words, Conversation first, Conversation other)
    {
        var door = words.MessageIn(first, Doors.GetValueOrDefault(other.Address!.Channel, OtherDoor)).Text!;
        return OneOrTwo.Offer(words.MessageIn(first, Question, ("door", door)), first.Address!.Channel);
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var question = turnContext.Activity.IsType(ActivityTypes.Message) ? await FindAsync(turnContext, cancellationToken) : null;
        if (question is not null && OneOrTwo.Heard(turnContext.Activity, content.Commands) is { } isHer)
            await AnswerAsync(turnContext, question, isHer, cancellationToken);
        else
            await next(cancellationToken);
    }

    private static async Task<LinkRequest?> FindAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var until = turnContext.CodeUntil();
        if (await until.GetAsync(turnContext, cancellationToken: cancellationToken) is not { } end) return null;

        var turn = turnContext.Turn();
        var question = await turn.FindLinkQuestionAsync(cancellationToken);
        if (question is not null || turn.Now > end) await until.DeleteAsync(turnContext, cancellationToken);
        return question;
    }

    private async Task AnswerAsync(ITurnContext turnContext, LinkRequest question, bool isHer, CancellationToken cancellationToken)
    {
        var turn = turnContext.Turn();
        await turnContext.Dialogs().DeleteAsync(turnContext, cancellationToken);
        if (question.IsOver(turn.Now))
            await turnContext.SayAsync(content.Words, TooLate, cancellationToken);
        else if (isHer)
            await JoinAsync(turnContext, question, cancellationToken);
        else
            await RefuseAsync(turnContext, question, cancellationToken);
    }

    private async Task JoinAsync(ITurnContext turnContext, LinkRequest question, CancellationToken cancellationToken)
    {
        var turn = turnContext.Turn();
        var other = question.AnsweredIn!;
        var isNew = await turn.LinkAsync(question, PlaceOf, cancellationToken);
        if (isNew)
        {
            var alias = ("alias", turn.Mentee.Alias);
            await turnContext.SendActivityAsync(content.Words.Message(turnContext, Joined, alias), cancellationToken);
            turn.SayIn(other, content.Words.MessageIn(other, Joined, alias));
        }
        else
        {
            await turnContext.SayAsync(content.Words, Already, cancellationToken);
        }
    }

    private Task RefuseAsync(ITurnContext turnContext, LinkRequest question, CancellationToken cancellationToken)
    {
        var turn = turnContext.Turn();
        turn.Db.LinkRequests.Remove(question);
        turn.SayIn(question.AnsweredIn!, content.Words.MessageIn(question.AnsweredIn!, RefusedThere));
        return turnContext.SayAsync(content.Words, Refused, cancellationToken);
    }

    private int PlaceOf(CourseProgress progress) =>
        content.Courses.Find(progress.CourseId, Language.English)?.Tips.FirstOrDefault(tip => tip.Id == progress.LastTipId)?.Number ?? 0;
}
