using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Mentors;

/// <summary>A mentor has finished. Where he looks after what makes us worry for her, he says first how she is: until then nothing has ended, and nothing is forgotten.</summary>
internal sealed class DoneOrder(Content content)
{
    private const string Done = "Mentors.done";
    private const string DealtWith = "Mentors.dealtWith";
    private const string HowIsShe = "Mentors.howIsShe";
    private const string Unclear = "Mentors.howUnclear";
    private const string LeadHears = "Mentors.leadHears";
    private const string UnknownTag = "Mentors.unknownTag";
    private const string Over = "Mentors.over";

    // By their place in the question.
    private static readonly (ConcernOutcome Outcome, string[] Words)[] Answers =
    [
        (ConcernOutcome.Safe, ["1", "ONE", "UN", "SAFE", "SAFE NOW", "YN DDIOGEL", "YN DDIOGEL NAWR"]),
        (ConcernOutcome.EmergencyCalled, ["2", "TWO", "DAU", "999", "CALLED 999", "FFONIWYD 999"]),
        (ConcernOutcome.PassedOn, ["3", "THREE", "TRI", "OTHERS HELP NOW", "MAE ERAILL YN HELPU"]),
        (ConcernOutcome.NotReached, ["4", "FOUR", "PEDWAR", "COULD NOT REACH THEM", "DIM MODD CYSYLLTU"]),
        (ConcernOutcome.FalseAlarm, ["5", "FIVE", "PUMP", "FALSE ALARM", "DOEDD DIM OI LE"]),
    ];

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Done, DealtWith, HowIsShe, Unclear, LeadHears, UnknownTag, Over];

    /// <summary>Ends what he means, or asks how she is.</summary>
    /// <returns>The answer to him; null where there is nothing to end: to somebody who learns, "done" is small talk.</returns>
    public async Task<Activity?> ObeyAsync(ITurnContext context, Mentor mentor, string? tag, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var all = await AllAsync(turn, mentor, cancellationToken);
        var meant = all.FindAll(one => tag is null || one.Tag == tag);
        if (meant.Count == 0) return tag is null ? null : Say(turn, UnknownTag, ("tag", tag));
        if (meant.Count > 1) return Say(turn, TakeOrder.WhichOne, ("order", content.Commands.MentorsNamed("mentor-done", turn.Mentee.Language)), ("list", Listing.Of(all.Select(one => one.Name))));
        return meant[0].Concern is null ? await FinishAsync(context, mentor, meant[0], cancellationToken) : await AskAsync(context, meant[0], cancellationToken);
    }

    /// <summary>Whether whoever writes was asked how somebody is who is with him still, and has not answered in words before: what he writes now is about her.</summary>
    public static async Task<bool> WillHearAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (await AskedOf.ReadAsync(context, cancellationToken) is not { WasUnclear: false } asked || context.Turn().Conversation.Floor != Floor.Bot) return false;
        return await context.Turn().FindMentorAsync(cancellationToken) is { WithdrawnAt: null } mentor
            && (await AllAsync(context.Turn(), mentor, cancellationToken)).Exists(one => one.Name == asked.Name);
    }

    /// <summary>Hears how she is. Other words he is asked about once, for they may be about her and not for her; the same again, or what a learner says, closes the question.</summary>
    /// <returns>Whether all is said to this message.</returns>
    public async Task<bool> HearAsync(ITurnContext context, Mentor mentor, CancellationToken cancellationToken)
    {
        if (await AskedOf.TakeAsync(context, cancellationToken) is not { } asked) return false;
        var meant = (await AllAsync(context.Turn(), mentor, cancellationToken)).Find(one => one.Name == asked.Name);
        var said = content.Commands.Gist(context.Activity.Text);
        // The number alone, or with its words behind it: "3 others help".
        var found = Answers.FirstOrDefault(answer => answer.Words.Contains(said) || answer.Words[0] == said.Split(' ')[0]);
        if (found.Words is null && IsForAnother(context.Activity.Text)) return await StaysAskedAsync(context, asked, cancellationToken);
        if (found.Words is null && (asked.WasUnclear || meant is null || !LookingAfter.IsForHer(content.Commands.Recognise(context.Activity.Text)))) return false;
        await context.SendActivityAsync(found.Words is null ? await AskAgainAsync(context, asked, meant!, cancellationToken) : await SettleAsync(context, mentor, (asked.Name, meant), found.Outcome, cancellationToken), cancellationToken);
        return true;
    }

    // An order, such as a look at the queue first; or words with a letter in front, which are for whoever has it.
    private bool IsForAnother(string? text) => MentorOrder.In(text, content.Commands) is not null || Tags.TryRead(text ?? "", out _, out _);

    private static async Task<bool> StaysAskedAsync(ITurnContext context, AskedOf asked, CancellationToken cancellationToken)
    {
        await asked.KeepAsync(context, cancellationToken);
        return false;
    }

    private async Task<Activity> AskAgainAsync(ITurnContext context, AskedOf asked, Charge meant, CancellationToken cancellationToken)
    {
        await (asked with { WasUnclear = true }).KeepAsync(context, cancellationToken);
        return Say(context.Turn(), meant.Handoff is null ? HowIsShe : Unclear, ("alias", meant.Alias));
    }

    private async Task<Activity> AskAsync(ITurnContext context, Charge meant, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        await new AskedOf(meant.Name, turn.Now, WasUnclear: false).KeepAsync(context, cancellationToken);
        return Say(turn, HowIsShe, ("alias", meant.Alias));
    }

    private async Task<Activity> SettleAsync(ITurnContext context, Mentor mentor, (string Name, Charge? Now) meant, ConcernOutcome outcome, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        // Somebody else has it since, or she told of something else.
        if (meant.Now is not { Concern: { } concern } one) return Say(turn, Over, ("tag", meant.Name.Split(' ')[0]));
        var isOver = await turn.SettleConcernAsync(concern, outcome, cancellationToken);
        var finished = one.Handoff is null ? null : await FinishAsync(context, mentor, one, cancellationToken);
        return !isOver ? Say(turn, LeadHears, ("alias", one.Alias)) : finished ?? Say(turn, DealtWith, ("tag", one.Tag));
    }

    /// <summary>Her own turn, which follows at once, says so to her.</summary>
    private async Task<Activity> FinishAsync(ITurnContext context, Mentor mentor, Charge meant, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var held = await turn.HeldByAsync(mentor, cancellationToken);
        turn.Finish(meant.Handoff!);
        await context.PartAsync(held, meant.Handoff!, cancellationToken);
        return Say(turn, Done, ("name", mentor.Name), ("alias", meant.Alias));
    }

    /// <summary>Whom he talks with, and what he looks after: one and the same, where it is in the same conversation.</summary>
    private static async Task<List<Charge>> AllAsync(Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        var held = await turn.HeldByAsync(mentor, cancellationToken);
        var concerns = await turn.ConcernsWithAsync(mentor, cancellationToken);
        var talks = held.Select(handoff => new Charge(handoff, concerns.FirstOrDefault(concern => concern.Conversation == handoff.Conversation)));
        return [.. talks, .. concerns.Where(concern => held.All(handoff => handoff.Conversation != concern.Conversation)).Select(concern => new Charge(null, concern))];
    }

    private Activity Say(Turn turn, string key, params ReadOnlySpan<(string Name, string Value)> values) => content.Words.MessageIn(turn.Conversation, key, values);

    /// <summary>What is with a mentor: a talk, a concern, or both in one.</summary>
    private sealed record Charge(Handoff? Handoff, RaisedConcern? Concern)
    {
        public string Tag => Handoff?.Tag ?? Concern!.Tag;

        public string Name => Handoff is null ? Listing.Name(Concern!) : Listing.Name(Handoff);

        public string Alias => Name[(Tag.Length + 1)..];
    }
}
