using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Mentors;

/// <summary>Does what a mentor orders by text: PASS, QUEUE, OFF, BACK, HELP; TAKE, DONE and NOTE, by <see cref="TakeOrder"/>, <see cref="DoneOrder"/> and <see cref="NoteOrder"/>.</summary>
internal sealed class MentorOrders(Content content, TakeOrder take, DoneOrder done, NoteOrder note)
{
    private const string Passed = "Mentors.passed";
    private const string ConcernPassed = "Mentors.concernPassed";
    private const string UnknownTag = "Mentors.unknownTag";
    private const string Queue = "Mentors.queue";
    private const string NobodyHere = "Mentors.nobodyHere";
    private const string Urgent = "Mentors.urgent";
    private const string Away = "Mentors.away";
    private const string BackAgain = "Mentors.backAgain";
    private const string Help = "Mentors.help";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Passed, ConcernPassed, UnknownTag, Queue, NobodyHere, Urgent, Away, BackAgain, Help, .. TakeOrder.Keys, .. DoneOrder.Keys, .. NoteOrder.Keys];

    /// <summary>Does what a message orders.</summary>
    /// <returns>Whether it was an order.</returns>
    public async Task<bool> ObeyAsync(ITurnContext context, Mentor mentor, CancellationToken cancellationToken)
    {
        if (await done.HearAsync(context, mentor, cancellationToken)) return true;
        var order = MentorOrder.In(context.Activity.Text, content.Commands);
        var answer = order?.Command switch
        {
            "mentor-take" => await take.ObeyAsync(context, mentor, order.Tag, cancellationToken),
            MentorOrder.Pass => await PassAsync(context, mentor, order, cancellationToken),
            MentorOrder.Note => await note.ObeyAsync(context, mentor, order, cancellationToken),
            "mentor-done" => await done.ObeyAsync(context, mentor, order.Tag, cancellationToken),
            "mentor-queue" => await QueueAsync(context.Turn(), mentor, cancellationToken),
            "mentor-off" => await SetAwayAsync(context.Turn(), mentor, isAway: true, cancellationToken),
            "mentor-back" => mentor.AwaySince is null ? null : await SetAwayAsync(context.Turn(), mentor, isAway: false, cancellationToken),
            "mentor-help" => await HelpAsync(context.Turn(), mentor, cancellationToken),
            _ => null,
        };
        if (answer is not null) await context.SendActivityAsync(answer, cancellationToken);
        return answer is not null;
    }

    private async Task<Activity?> PassAsync(ITurnContext context, Mentor mentor, MentorOrder order, CancellationToken cancellationToken)
    {
        var (turn, tag) = (context.Turn(), order.Tag);
        var held = await turn.HeldByAsync(mentor, cancellationToken);
        var offers = await turn.OffersToAsync(mentor, cancellationToken);
        var all = held.Concat(offers.Select(offer => offer.Handoff!)).ToList();
        var meant = all.FindAll(handoff => tag is null || handoff.Tag == tag);
        var concerns = meant.Count > 0 ? [] : (await turn.ConcernsWithAsync(mentor, cancellationToken)).Where(concern => tag is null || concern.Tag == tag).ToList();
        if (concerns is [var only]) return PassOn(turn, only);
        if (meant.Count != 1) return Unclear(turn, tag, [.. all.Select(Listing.Name).Union(concerns.Select(Listing.Name))]);

        if (order.Words is { } words) note.Keep(turn, mentor, meant[0], words);
        if (!held.Contains(meant[0])) await turn.DeclineAsync(offers.First(offer => offer.Handoff == meant[0]), cancellationToken);
        else
        {
            await MentorDeeds.GiveBackAsync(turn, meant[0], cancellationToken);
            await context.PartAsync(held, meant[0], cancellationToken);
        }
        return Say(turn, Passed, ("tag", meant[0].Tag));
    }

    /// <summary>He cannot look after it any longer.</summary>
    private Activity PassOn(Turn turn, RaisedConcern concern)
    {
        turn.PassConcernOn(concern);
        return Say(turn, ConcernPassed, ("tag", concern.Tag));
    }

    private async Task<Activity?> QueueAsync(Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        var nobody = Say(turn, NobodyHere).Text!;
        var held = Listing.Of((await turn.HeldByAsync(mentor, cancellationToken)).Select(Listing.Name)
            .Union((await turn.ConcernsWithAsync(mentor, cancellationToken)).Select(Listing.Name)));
        var inDanger = (await turn.ConcernsForAsync(mentor, cancellationToken)).OrderBy(concern => Concerns.Reading.ConcernReader.Rank(concern.Kind)).Select(Listing.Name).ToList();
        var offers = (await turn.OffersToAsync(mentor, cancellationToken)).Select(offer => offer.Handoff!).Where(handoff => !inDanger.Contains(Listing.Name(handoff))).ToList();
        inDanger.AddRange(offers.Where(handoff => handoff.IsUrgent).Select(Listing.Name));
        // Who may be in danger is named so, and first.
        var offered = Listing.Of([.. inDanger.Select(name => $"{name} ({Say(turn, Urgent).Text})"), .. offers.Where(handoff => !handoff.IsUrgent).Select(Listing.Name)]);
        return Say(turn, Queue, ("list", held.Length > 0 ? held : nobody), ("waiting", offered.Length > 0 ? offered : nobody));
    }

    private async Task<Activity> SetAwayAsync(Turn turn, Mentor mentor, bool isAway, CancellationToken cancellationToken)
    {
        await MentorDeeds.SetAwayAsync(turn, mentor, isAway, cancellationToken);
        return Say(turn, isAway ? Away : BackAgain);
    }

    // Who holds nobody and was asked nothing may mean the help for learners.
    private async Task<Activity?> HelpAsync(Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        var isBusy = (await turn.HeldByAsync(mentor, cancellationToken)).Count > 0 || (await turn.OffersToAsync(mentor, cancellationToken)).Count > 0;
        return isBusy ? Say(turn, Help) : null;
    }

    /// <summary>He has to say which, or there is none.</summary>
    private Activity Unclear(Turn turn, string? tag, List<string> all) =>
        tag is not null ? Say(turn, UnknownTag, ("tag", tag))
        : all.Count == 0 ? Say(turn, TakeOrder.Nothing)
        : Say(turn, TakeOrder.WhichOne, ("order", content.Commands.MentorsNamed(MentorOrder.Pass, turn.Mentee.Language)), ("list", Listing.Of(all)));

    private Activity Say(Turn turn, string key, params ReadOnlySpan<(string Name, string Value)> values) => content.Words.MessageIn(turn.Conversation, key, values);
}
