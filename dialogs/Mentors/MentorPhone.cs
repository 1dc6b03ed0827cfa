using MentorBot.BotFramework;
using MentorBot.Dialogs.Bookings;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Linking;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Mentors;

/// <summary>Hears a mentor on his own phone: orders, and words for whom he holds. What is neither goes on to the bot: a mentor who holds nobody may learn like anybody else.</summary>
internal sealed class MentorPhone(Content content, Invitations invitations, MentorOrders orders, DayOrder days, MentorWords words) : IMiddleware
{
    private const string Joined = "Mentors.joined";
    private const string WrongCode = "Mentors.wrongCode";
    private const string TooManyCodes = "Mentors.tooManyCodes";
    private const string Withdrawn = "Mentors.withdrawn";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Joined, WrongCode, TooManyCodes, Withdrawn, .. MentorOrders.Keys, .. DayOrder.Keys, .. MentorWords.Keys];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var turn = turnContext.Turn();
        // While he talks to a mentor himself, his words are that one's.
        var isTalk = turnContext.Activity.IsType(ActivityTypes.Message) && turn.Conversation.Floor == Floor.Bot;
        if (isTalk && JoinCode.In(turnContext.Activity, content.Commands) is { } code) await JoinAsync(turnContext, code, cancellationToken);
        else if (isTalk && await turn.FindMentorAsync(cancellationToken) is { } mentor) await HearAsync(turnContext, mentor, next, cancellationToken);
        else await next(cancellationToken);
    }

    private async Task JoinAsync(ITurnContext context, string code, CancellationToken cancellationToken)
    {
        var areTooMany = await WrongCodes.AreTooManyAsync(context, cancellationToken);
        if (!areTooMany && await invitations.JoinAsync(context.Turn(), code, cancellationToken) is { } mentor)
        {
            await context.SendActivityAsync(content.Words.Message(context, Joined, ("name", mentor.Name)), cancellationToken);
            return;
        }
        if (!areTooMany) await WrongCodes.NoteAsync(context, cancellationToken);
        await context.SayAsync(content.Words, areTooMany ? TooManyCodes : WrongCode, cancellationToken);
    }

    private async Task HearAsync(ITurnContext context, Mentor mentor, NextDelegate next, CancellationToken cancellationToken)
    {
        if (mentor.WithdrawnAt is not null) await PartAsync(context, mentor, next, cancellationToken);
        else if (!await orders.ObeyAsync(context, mentor, cancellationToken) && !await days.ObeyAsync(context, mentor, cancellationToken) && !await words.HearAsync(context, mentor, cancellationToken)) await next(cancellationToken);
    }

    /// <summary>His rights were withdrawn: whoever he held goes round again, and from now on he is a learner like anybody else.</summary>
    private async Task PartAsync(ITurnContext context, Mentor mentor, NextDelegate next, CancellationToken cancellationToken)
    {
        var held = await context.Turn().GiveAllBackAsync(mentor, cancellationToken);
        context.Turn().Conversation.IsMentors = false;
        if (held > 0) await context.SayAsync(content.Words, Withdrawn, cancellationToken);
        else await next(cancellationToken);
    }
}
