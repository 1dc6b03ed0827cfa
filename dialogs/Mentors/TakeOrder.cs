using MentorBot.BotFramework;
using MentorBot.Dialogs.Concerns;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Mentors;

/// <summary>A mentor takes what he was offered. The first to take it has it; the others are told kindly.</summary>
internal sealed class TakeOrder(Content content, Cards cards, Alarms alarms, MentorDeeds deeds)
{
    /// <summary>Nobody waits for him.</summary>
    public const string Nothing = "Mentors.nothing";

    /// <summary>There are several, and he has to say which.</summary>
    public const string WhichOne = "Mentors.whichOne";

    private const string UnknownTag = "Mentors.unknownTag";
    private const string Over = "Mentors.over";
    private const string Mine = "Mentors.mine";
    private const string ToLookAfterHeld = "Mentors.toLookAfterHeld";
    private const string ToLookAfter = "Mentors.toLookAfter";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Nothing, WhichOne, UnknownTag, Over, Mine, ToLookAfter, ToLookAfterHeld, .. MentorDeeds.Keys];

    /// <summary>Takes it, if he still can.</summary>
    /// <returns>The answer to him.</returns>
    public async Task<Activity> ObeyAsync(ITurnContext context, Mentor mentor, string? tag, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var offers = await turn.OffersToAsync(mentor, cancellationToken);
        var concerns = await turn.ConcernsForAsync(mentor, cancellationToken);
        // Danger first: a list may have no room for all.
        var all = concerns.Select(Listing.Name).Union(offers.Select(offer => Listing.Name(offer.Handoff!))).ToList();
        if (tag is null && all.Count > 1)
            return Say(turn, WhichOne, ("order", content.Commands.MentorsNamed("mentor-take", turn.Mentee.Language)), ("list", Listing.Of(all)));
        // Without a tag he may mean the one that somebody else was quicker to take.
        if (concerns.FirstOrDefault(concern => tag is null || concern.Tag == tag) is { } mine) return await LookAfterAsync(context, mentor, mine, cancellationToken);
        var offer = tag is null && offers.Count == 1 ? offers[0] : await turn.FindOfferAsync(mentor, tag, cancellationToken);
        if (offer is null or { Handoff.IsOver: true } && (await turn.ConcernsWithAsync(mentor, cancellationToken)).FirstOrDefault(concern => tag is null || concern.Tag == tag) is { } his)
            return await TakeIfAskedAsync(context, mentor, his, cancellationToken) ?? Yours(turn, his, await turn.FindHandoffInAsync(his.Conversation!, cancellationToken));
        if (offer is null) return tag is null ? Say(turn, Nothing) : Say(turn, UnknownTag, ("tag", tag));
        return await TakeAsync(context, mentor, offer, cancellationToken);
    }

    private async Task<Activity> LookAfterAsync(ITurnContext context, Mentor mentor, RaisedConcern concern, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var (result, handoff, isTalk) = await deeds.LookAfterAsync(turn, mentor, concern, cancellationToken);
        if (isTalk) return await AnswerAsync(context, handoff!, result, cancellationToken);
        // What he writes from now on is for her, and for nobody whom he wrote to before and holds no more.
        if ((await turn.HeldByAsync(mentor, cancellationToken)).Count == 0) await context.TalkedTo().DeleteAsync(context, cancellationToken);
        return Yours(turn, concern, handoff);
    }

    private async Task<Activity?> TakeIfAskedAsync(ITurnContext context, Mentor mentor, RaisedConcern concern, CancellationToken cancellationToken) =>
        await context.Turn().FindHandoffInAsync(concern.Conversation!, cancellationToken) is { CanBeTaken: true } handoff
            ? await TakeAsync(context, mentor, await context.Turn().OfferOfDutyAsync(handoff, mentor, cancellationToken), cancellationToken)
            : null;

    private Activity Yours(Turn turn, RaisedConcern concern, Handoff? handoff) => Say(
        turn, handoff?.Mentor is null ? ToLookAfter : ToLookAfterHeld,
        ("name", handoff?.Mentor?.Name ?? ""), ("tag", concern.Tag), ("alias", concern.Conversation!.Address!.Mentee!.Alias), ("concern", alarms.KindIn(turn.Conversation, concern)));

    private async Task<Activity> TakeAsync(ITurnContext context, Mentor mentor, Offer offer, CancellationToken cancellationToken)
    {
        var result = await deeds.TakeAsync(context.Turn(), mentor, offer, cancellationToken);
        return await AnswerAsync(context, offer.Handoff!, result, cancellationToken);
    }

    private async Task<Activity> AnswerAsync(ITurnContext context, Handoff handoff, DeskResult result, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (result == DeskResult.Mine) return Say(turn, Mine, ("tag", handoff.Tag), ("alias", Cards.AliasOf(handoff)));
        if (result == DeskResult.Gone) return Say(turn, MentorDeeds.Gone, ("name", handoff.Mentor!.Name), ("tag", handoff.Tag));
        if (result == DeskResult.Over) return Say(turn, Over, ("tag", handoff.Tag));
        await context.TalkedTo().SetAsync(context, Cards.AliasOf(handoff), cancellationToken);
        return await cards.TakenAsync(turn, handoff, cancellationToken);
    }

    private Activity Say(Turn turn, string key, params ReadOnlySpan<(string Name, string Value)> values) => content.Words.MessageIn(turn.Conversation, key, values);
}
