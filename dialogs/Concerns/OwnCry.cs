using System.Text.RegularExpressions;
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
internal sealed partial class OwnCry(Content content, PersonNow people)
{
    private const string ForWhom = "Mentors.ownCry";
    private const string NotSent = "Mentors.notSent";

    // If he does not answer, somebody should look after him.
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromMinutes(5);

    // Fewer letters say nothing to anybody.
    private const int LongestNoAnswer = 3;

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [ForWhom, NotSent];

    /// <summary>Whom a mentor holds who writes on his own phone; none if nobody, or if it is no mentor who writes.</summary>
    public static async Task<IReadOnlyList<Handoff>> MayBeAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (turn.Conversation.Floor != Floor.Bot || await turn.FindMentorAsync(cancellationToken) is not { WithdrawnAt: null } mentor) return [];
        return await turn.HeldByAsync(mentor, cancellationToken);
    }

    /// <summary>Whether he speaks to one who is in danger: "call 999 now" must not wait for more than her letter, where he holds others too. Where he says "I", and not "you", it may be about himself.</summary>
    public static async Task<bool> IsToHerAsync(ITurnContext context, IReadOnlyList<Handoff> held, CancellationToken cancellationToken)
    {
        if (MayBeOfHimself(context.Activity.Text ?? "")) return false;
        foreach (var handoff in held)
            if (await context.Turn().FindWorryAsync(handoff, cancellationToken) is not null) return true;
        return false;
    }

    /// <summary>Whether a cry may be about whoever writes it: he says "I", and not "you".</summary>
    public static bool MayBeOfHimself(string text) => I().IsMatch(text) && !You().IsMatch(text);

    /// <summary>Whether a text is for her beyond doubt, or an order to us.</summary>
    public bool IsAddressed(string? text) => MentorOrder.In(text, content.Commands) is { } order ? order.Words is null : Tags.TryRead(text ?? "", out _, out _);

    /// <summary>Whether it is an order with words of his for other mentors: it is obeyed, and may be about himself all the same.</summary>
    public bool IsOrderWithWords(string? text) => MentorOrder.In(text, content.Commands)?.Words is not null;

    /// <summary>He may have written of himself to other mentors: if he says nothing more of it, somebody looks after him.</summary>
    public static Task NoteAsync(ITurnContext context, ConcernKind kind, CancellationToken cancellationToken) => context.Turn().RaiseConcernAsync(kind, AnswersWithin, cancellationToken);

    /// <summary>Keeps his words, and asks for whom they are. After the answer that he had already.</summary>
    public async Task HoldBackAsync(ITurnContext context, IReadOnlyList<Handoff> held, ConcernKind kind, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        await turn.RaiseConcernAsync(kind, AnswersWithin, cancellationToken);
        await KeepAsync(context, held, cancellationToken);
        await context.SendActivityAsync(content.Words.Message(context, ForWhom, ("list", Listing.Of(held))), cancellationToken);
    }

    // He wrote on in place of an answer: then one answer is for all of it, and for nobody whom only the second question named.
    private static async Task KeepAsync(ITurnContext context, IReadOnlyList<Handoff> held, CancellationToken cancellationToken)
    {
        var (text, now) = (context.Activity.Text!, context.Turn().Now);
        var before = await Kept.ReadAsync(context, context.OwnWords(), cancellationToken) is { } kept && !kept.IsTooOld(now) ? kept : null;
        var cries = before is null ? 0 : await context.OwnCries().GetAsync(context, cancellationToken: cancellationToken);
        var all = before is null ? new Kept(text, now, IsToBeSentAgain: false, [.. held.Select(Listing.Name)]) : before with { Text = $"{before.Text}\n{text}", Since = now };
        await all.KeepAsync(context, context.OwnWords(), cancellationToken);
        await context.OwnCries().SetAsync(context, cries + 1, cancellationToken);
    }

    /// <summary>Hears for whom they were.</summary>
    /// <returns>Whether this was the answer, and all is done.</returns>
    public async Task<bool> HearAsync(ITurnContext context, NextDelegate next, CancellationToken cancellationToken)
    {
        if (await Kept.ReadAsync(context, context.OwnWords(), cancellationToken) is not { } kept) return false;
        var cries = await context.OwnCries().GetAsync(context, cancellationToken: cancellationToken);
        await context.OwnWords().DeleteAsync(context, cancellationToken);
        await context.OwnCries().DeleteAsync(context, cancellationToken);
        if (OneOrTwo.Heard(context.Activity, content.Commands) is not { } isHers)
        {
            if (IsNoAnswer(context.Activity.Text) && await AskAgainAsync(context, kept, cries, cancellationToken)) return true;
            // What he writes now goes its way; that what was held back went nowhere, he hears. An order has its own answer.
            if (MentorOrder.In(context.Activity.Text, content.Commands) is null) await context.SayAsync(content.Words, NotSent, cancellationToken);
            return false;
        }
        var concern = await context.Turn().FindConcernAsync(cancellationToken);
        if (!isHers) await LookAfterHimAsync(context, concern, cancellationToken);
        else
        {
            // What he told of before he was asked may be about himself.
            if (concern is { IsOpen: true } && concern.MessageIds.Count == cries) context.Turn().EndConcern(concern, ConcernEnd.NotHis);
            await SendOnAsync(context, kept, next, cancellationToken);
        }
        return true;
    }

    // "3", or "hmm": it was meant for this question, and is for nobody else.
    private static bool IsNoAnswer(string? text) => text is not null && Tags.Parse(text) is null && (text.Trim().Length <= LongestNoAnswer || text.Trim().All(char.IsAsciiDigit));

    private async Task<bool> AskAgainAsync(ITurnContext context, Kept kept, int cries, CancellationToken cancellationToken)
    {
        if (kept.IsTooOld(context.Turn().Now)) return false;
        await kept.KeepAsync(context, context.OwnWords(), cancellationToken);
        await context.OwnCries().SetAsync(context, cries, cancellationToken);
        await context.SendActivityAsync(content.Words.Message(context, ForWhom, ("list", string.Join(", ", kept.Names))), cancellationToken);
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

    private async Task SendOnAsync(ITurnContext context, Kept kept, NextDelegate next, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var mentor = await turn.FindMentorAsync(cancellationToken);
        var held = mentor is null ? [] : await turn.HeldByAsync(mentor, cancellationToken);
        if (kept.IsTooOld(turn.Now) || held.Any(one => !kept.Names.Contains(Listing.Name(one))))
        {
            await context.SayAsync(content.Words, NotSent, cancellationToken);
            return;
        }
        // As if he had just written it: what waits for a letter, or has a number in it, is asked about as ever.
        context.Activity.Text = kept.Text;
        await next(cancellationToken);
    }

    [GeneratedRegex(@"\b(?:you|your|yours|yourself|youre|u|ur|ya|yous|chi|chithau|eich|ti|tithau|dy|ydych|wyt)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex You();

    [GeneratedRegex(@"\b(?:i|im|ive|ill|id|me|my|myself|mine|dwi|dw|rwy|rwyf|rydw|fi|mi|fy|mae'n|hoffwn)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex I();
}
