using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Mentors;

/// <summary>Does what a mentor orders by text: PASS, DONE, QUEUE, OFF, BACK, HELP; and TAKE, by <see cref="TakeOrder"/>.</summary>
internal sealed class MentorOrders(Content content, TakeOrder take)
{
    private const string Passed = "Mentors.passed";
    private const string Done = "Mentors.done";
    private const string DealtWith = "Mentors.dealtWith";
    private const string UnknownTag = "Mentors.unknownTag";
    private const string Queue = "Mentors.queue";
    private const string NobodyHere = "Mentors.nobodyHere";
    private const string Away = "Mentors.away";
    private const string BackAgain = "Mentors.backAgain";
    private const string Help = "Mentors.help";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Passed, Done, DealtWith, UnknownTag, Queue, NobodyHere, Away, BackAgain, Help, .. TakeOrder.Keys];

    /// <summary>Does what a message orders.</summary>
    /// <returns>Whether it was an order.</returns>
    public async Task<bool> ObeyAsync(ITurnContext context, Mentor mentor, CancellationToken cancellationToken)
    {
        var order = MentorOrder.In(context.Activity.Text, content.Commands);
        var answer = order?.Command switch
        {
            "mentor-take" => await take.ObeyAsync(context, mentor, order.Tag, cancellationToken),
            "mentor-pass" => await PassAsync(context, mentor, order.Tag, cancellationToken),
            "mentor-done" => await FinishAsync(context, mentor, order.Tag, cancellationToken),
            "mentor-queue" => await QueueAsync(context.Turn(), mentor, cancellationToken),
            "mentor-off" => SetAway(context.Turn(), mentor, isAway: true),
            "mentor-back" => mentor.AwaySince is null ? null : SetAway(context.Turn(), mentor, isAway: false),
            "mentor-help" => await HelpAsync(context.Turn(), mentor, cancellationToken),
            _ => null,
        };
        if (answer is not null) await context.SendActivityAsync(answer, cancellationToken);
        return answer is not null;
    }

    private async Task<Activity?> PassAsync(ITurnContext context, Mentor mentor, string? tag, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var held = await turn.HeldByAsync(mentor, cancellationToken);
        var offers = await turn.OffersToAsync(mentor, cancellationToken);
        var all = held.Concat(offers.Select(offer => offer.Handoff!)).ToList();
        var meant = all.FindAll(handoff => tag is null || handoff.Tag == tag);
        if (meant.Count != 1) return Unclear(turn, "PASS", tag, all);

        if (held.Contains(meant[0])) await MentorDeeds.GiveBackAsync(turn, meant[0], cancellationToken);
        else await turn.DeclineAsync(offers.First(offer => offer.Handoff == meant[0]), cancellationToken);
        if (held.Contains(meant[0])) await PartAsync(context, held, meant[0], cancellationToken);
        return Say(turn, Passed, ("tag", meant[0].Tag));
    }

    /// <summary>Her own turn, which follows at once, says so to her.</summary>
    private async Task<Activity?> FinishAsync(ITurnContext context, Mentor mentor, string? tag, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var held = await turn.HeldByAsync(mentor, cancellationToken);
        if (tag is not null && held.All(handoff => handoff.Tag != tag) && (await turn.ConcernsWithAsync(mentor, cancellationToken)).FirstOrDefault(one => one.Tag == tag) is { } concern)
        {
            turn.EndConcern(concern, ConcernEnd.DealtWith);
            return Say(turn, DealtWith, ("tag", tag));
        }
        // To somebody who learns, "done" is small talk.
        if (held.Count == 0) return tag is null ? null : Unclear(turn, "DONE", tag, held);
        var meant = held.Where(handoff => tag is null || handoff.Tag == tag).ToList();
        if (meant.Count != 1) return Unclear(turn, "DONE", tag, held);

        turn.Finish(meant[0]);
        await PartAsync(context, held, meant[0], cancellationToken);
        return Say(turn, Done, ("name", mentor.Name), ("alias", Cards.AliasOf(meant[0])));
    }

    // He parts from her himself: what he writes next is not for her, and he need not be asked.
    private static async Task PartAsync(ITurnContext context, IReadOnlyList<Handoff> held, Handoff left, CancellationToken cancellationToken)
    {
        var talkedTo = await context.TalkedTo().GetAsync(context, cancellationToken: cancellationToken);
        if (held.Count > 1 && talkedTo == Cards.AliasOf(left)) await context.TalkedTo().DeleteAsync(context, cancellationToken);
    }

    private async Task<Activity?> QueueAsync(Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        var nobody = Say(turn, NobodyHere).Text!;
        var held = Listing.Of((await turn.HeldByAsync(mentor, cancellationToken)).Select(Listing.Name)
            .Union((await turn.ConcernsWithAsync(mentor, cancellationToken)).Select(Listing.Name)));
        var offered = Listing.Of((await turn.ConcernsForAsync(mentor, cancellationToken)).Select(Listing.Name)
            .Union((await turn.OffersToAsync(mentor, cancellationToken)).Select(offer => Listing.Name(offer.Handoff!))));
        return Say(turn, Queue, ("list", held.Length > 0 ? held : nobody), ("waiting", offered.Length > 0 ? offered : nobody));
    }

    private Activity SetAway(Turn turn, Mentor mentor, bool isAway)
    {
        MentorDeeds.SetAway(turn, mentor, isAway);
        return Say(turn, isAway ? Away : BackAgain);
    }

    // Who holds nobody and was asked nothing may mean the help for learners.
    private async Task<Activity?> HelpAsync(Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        var isBusy = (await turn.HeldByAsync(mentor, cancellationToken)).Count > 0 || (await turn.OffersToAsync(mentor, cancellationToken)).Count > 0;
        return isBusy ? Say(turn, Help) : null;
    }

    /// <summary>He has to say which, or there is none.</summary>
    private Activity Unclear(Turn turn, string order, string? tag, IReadOnlyList<Handoff> all) =>
        tag is not null ? Say(turn, UnknownTag, ("tag", tag))
        : all.Count == 0 ? Say(turn, TakeOrder.Nothing)
        : Say(turn, TakeOrder.WhichOne, ("order", content.Commands.MentorsNamed($"mentor-{order.ToLowerInvariant()}", turn.Mentee.Language)), ("list", Listing.Of(all)));

    private Activity Say(Turn turn, string key, params ReadOnlySpan<(string Name, string Value)> values) => content.Words.MessageIn(turn.Conversation, key, values);
}
