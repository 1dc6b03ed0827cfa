using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Linking;
using MentorBot.Dialogs.Mentors;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Concerns;

/// <summary>A mentor who holds somebody writes what may be a cry for help of his own. It goes to nobody until he says that it is for her: a mentee never carries her mentor's.</summary>
/// <remarks>What he writes with a letter in front is for her beyond doubt, and goes.</remarks>
internal sealed class OwnCry(Content content, PersonNow people)
{
    private const string ForWhom = "Mentors.ownCry";
    private const string NotSent = "Mentors.notSent";

    // If he does not answer, somebody should look after him.
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromMinutes(5);

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [ForWhom, NotSent];

    /// <summary>Whom a mentor holds who writes on his own phone; none if nobody, or if it is no mentor who writes.</summary>
    public static async Task<IReadOnlyList<Handoff>> MayBeAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (turn.Conversation.Floor != Floor.Bot || await turn.FindMentorAsync(cancellationToken) is not { WithdrawnAt: null } mentor) return [];
        return await turn.HeldByAsync(mentor, cancellationToken);
    }

    /// <summary>Whether a text is for her beyond doubt, or an order to us.</summary>
    public bool IsAddressed(string? text) => Tags.TryRead(text ?? "", out _, out _) || MentorOrder.In(text, content.Commands) is not null;

    /// <summary>Keeps his words, and asks for whom they are. After the answer that he had already.</summary>
    public async Task HoldBackAsync(ITurnContext context, IReadOnlyList<Handoff> held, ConcernKind kind, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        await turn.RaiseConcernAsync(kind, AnswersWithin, cancellationToken);
        await new Kept(context.Activity.Text!, turn.Now, IsToBeSentAgain: false, [.. held.Select(Kept.NameOf)]).KeepAsync(context, context.OwnWords(), cancellationToken);
        await context.SendActivityAsync(content.Words.Message(context, ForWhom, ("list", Listing.Of(held))), cancellationToken);
    }

    /// <summary>Hears for whom they were.</summary>
    /// <returns>Whether this was the answer, and all is done.</returns>
    public async Task<bool> HearAsync(ITurnContext context, NextDelegate next, CancellationToken cancellationToken)
    {
        if (await Kept.ReadAsync(context, context.OwnWords(), cancellationToken) is not { } kept) return false;
        await context.OwnWords().DeleteAsync(context, cancellationToken);
        if (OneOrTwo.Heard(context.Activity, content.Commands) is not { } isHers) return false;
        var concern = await context.Turn().FindConcernAsync(cancellationToken);
        if (!isHers) await LookAfterHimAsync(context, concern, cancellationToken);
        else await SendOnAsync(context, (kept, concern), next, cancellationToken);
        return true;
    }

    private async Task LookAfterHimAsync(ITurnContext context, RaisedConcern? concern, CancellationToken cancellationToken)
    {
        if (concern is null) return;
        context.Turn().AlertNow(concern);
        await people.FollowAsync(context, concern, context.Turn().Mentee.Language, cancellationToken);
        if (context.Responded) return;
        await people.OwnUpAsync(context, cancellationToken);
    }

    private async Task SendOnAsync(ITurnContext context, (Kept Words, RaisedConcern? Concern) kept, NextDelegate next, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (kept.Concern is { IsOpen: true, MessageIds.Count: 1 } concern) turn.EndConcern(concern, ConcernEnd.NotHis);
        var mentor = await turn.FindMentorAsync(cancellationToken);
        var held = mentor is null ? [] : await turn.HeldByAsync(mentor, cancellationToken);
        if (kept.Words.IsTooOld(turn.Now) || held.Any(one => !kept.Words.Names.Contains(Kept.NameOf(one))))
        {
            await context.SayAsync(content.Words, NotSent, cancellationToken);
            return;
        }
        // As if he had just written it: what waits for a letter, or has a number in it, is asked about as ever.
        context.Activity.Text = kept.Words.Text;
        await next(cancellationToken);
    }
}
