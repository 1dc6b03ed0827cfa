using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Linking;
using MentorBot.Dialogs.Mentors;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Concerns;

/// <summary>
/// Hears whether somebody who gave us reason to worry wants a person. Words that are no answer she is asked about once more; a command, or the next such words, end the question,
/// so that a 1 to some later one is never taken for this yes.
/// </summary>
internal sealed class ConcernQuestion(Content content, PersonNow people, OwnCry cries) : IMiddleware
{
    // A whole message of these asks for somebody, where that was the question.
    private static readonly string[] Pleas =
        ["PLEASE", "PLS", "PLZ", "YES PLEASE", "PLEASE HELP", "PLEASE HELP ME", "HELP ME", "HELP ME PLEASE", "HELP", "SOMEONE", "ANYONE", "A PERSON", "PLIS", "OS GWELWCH YN DDA", "HELPWCH FI", "HELPA FI"];

    private static readonly TimeSpan QuestionCounts = TimeSpan.FromHours(1);

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var isTalk = turnContext.Activity.IsType(ActivityTypes.Message) && turnContext.Turn().Conversation.Floor == Floor.Bot;
        if (isTalk && await cries.HearAsync(turnContext, next, cancellationToken)) return;
        var language = isTalk ? await TakeQuestionAsync(turnContext, cancellationToken) : null;
        if (language is null || await turnContext.Turn().FindConcernAsync(cancellationToken) is not { } concern) await next(cancellationToken);
        else if (Heard(turnContext.Activity) is { } wants) await AnswerAsync(turnContext, concern, (wants, language), cancellationToken);
        else if (await MayBeAskedAgainAsync(turnContext, cancellationToken)) await people.AskOnceMoreAsync(turnContext, language, cancellationToken);
        else await next(cancellationToken);
    }

    private bool? Heard(Activity activity) => OneOrTwo.Heard(activity, content.Commands) ?? (Pleas.Contains(content.Commands.Gist(activity.Text)) ? true : null);

    private async Task<bool> MayBeAskedAgainAsync(ITurnContext context, CancellationToken cancellationToken) =>
        LookingAfter.IsForHer(content.Commands.Recognise(context.Activity.Text)) && !await context.AskedForPersonAgain().GetAsync(context, cancellationToken: cancellationToken)
        // What she was asked before she cried out, and answers now, asks for a person by itself.
        && !IsRecent(context, await context.AskedWhatAbout().GetAsync(context, cancellationToken: cancellationToken))
        && !IsRecent(context, await context.AskedForMessage().GetAsync(context, cancellationToken: cancellationToken));

    private static bool IsRecent(ITurnContext context, DateTimeOffset? at) => context.Turn().Now - at < QuestionCounts;

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
