using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Linking;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Concerns;

/// <summary>Hears whether somebody who gave us reason to worry wants a person. Whatever else she says first ends the question, so that a 1 to some later one is never taken for this yes.</summary>
internal sealed class ConcernQuestion(Content content, PersonNow people, OwnCry cries) : IMiddleware
{
    private static readonly TimeSpan QuestionCounts = TimeSpan.FromHours(1);

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var isTalk = turnContext.Activity.IsType(ActivityTypes.Message) && turnContext.Turn().Conversation.Floor == Floor.Bot;
        if (isTalk && await cries.HearAsync(turnContext, next, cancellationToken)) return;
        var language = isTalk ? await TakeQuestionAsync(turnContext, cancellationToken) : null;
        if (language is not null && OneOrTwo.Heard(turnContext.Activity, content.Commands) is { } wants && await turnContext.Turn().FindConcernAsync(cancellationToken) is { } concern)
            await AnswerAsync(turnContext, concern, (wants, language), cancellationToken);
        else
            await next(cancellationToken);
    }

    private async Task AnswerAsync(ITurnContext context, RaisedConcern concern, (bool Wants, string Language) answer, CancellationToken cancellationToken)
    {
        // Somebody may have asked for her meanwhile: by another word of hers, in the same moment.
        if (!answer.Wants) await people.LeaveAsync(context, concern, answer.Language, cancellationToken);
        else if (await context.Turn().FindHandoffAsync(cancellationToken) is null) await people.AskAsync(context, concern, answer.Language, cancellationToken);
    }

    /// <summary>The language that she was asked in, if it still counts.</summary>
    private static async Task<string?> TakeQuestionAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (await context.AskedForPerson().GetAsync(context, cancellationToken: cancellationToken) is not { } at) return null;
        var language = await context.AskedForPersonIn().GetAsync(context, cancellationToken: cancellationToken);
        await context.AskedForPerson().DeleteAsync(context, cancellationToken);
        await context.AskedForPersonIn().DeleteAsync(context, cancellationToken);
        return context.Turn().Now - at < QuestionCounts ? language : null;
    }
}
