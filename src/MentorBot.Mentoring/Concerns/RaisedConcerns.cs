using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Concerns;

/// <summary>Notes that somebody gave us reason to worry for her.</summary>
/// <remarks>It is noted in the turn's transaction, so that no concern is answered without being noted, or noted without being answered.</remarks>
public static class RaisedConcerns
{
    /// <summary>The name of the event. Its subject is the kind; never words.</summary>
    public const string Raised = "concern.raised";

    // What she told of lately is what she wants a person for.
    private static readonly TimeSpan IsRecent = TimeSpan.FromHours(1);

    // Whoever looks after her waits for her to ask, and she heard that she may.
    private static readonly TimeSpan IsAwaited = TimeSpan.FromDays(1);

    // Later than this nobody would be alerted for a while: what she says now is a reason to begin anew.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(30);

    /// <summary>Notes a concern in the turn that heard it. <see cref="Alerting.AlertIfDueAsync"/> tells people.</summary>
    /// <param name="turn">Her turn.</param>
    /// <param name="kind">What she told of.</param>
    /// <param name="waits">How long people are not told yet; nothing, if she may answer a question first that settles it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<RaisedConcern> RaiseConcernAsync(this Turn turn, ConcernKind kind, TimeSpan waits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(kind);
        turn.Record(Raised, kind.Id);
        var known = await turn.FindConcernAsync(cancellationToken);
        if (known?.IsPast(turn.Now) == true) known.End(ConcernEnd.Past, turn.Now);
        var concern = known is { IsOver: false } ? known : await NewAsync(turn, kind, cancellationToken);
        var (kindBefore, urgencyBefore) = (concern.KindId, concern.MessageIds.Count == 0 ? (Urgency?)null : concern.Urgency);
        concern.Hear(kind, turn.MessageId, turn.Now);
        // Whoever took it cannot be told any more.
        if (concern.State == ConcernState.Taken && turn.Conversation.Floor != Floor.Mentor && concern.TakenBy?.CanBeTold(turn.Now) != true) concern.Reopen(turn.Now);
        // What is graver than they were told of they hear with the first of new alerts, where that is sooner than the next of the old ones: never later.
        var first = turn.Now + waits + AlertTimes.Of(concern.Urgency)[0];
        var isSooner = kindBefore != concern.KindId && concern.DueAt > first;
        if (concern.IsOpen && (urgencyBefore != concern.Urgency || isSooner || concern.DueAt is null || concern.DueAt > turn.Now + Soon)) concern.AlertFrom(turn.Now + waits);
        return concern;
    }

    /// <summary>People need not wait any longer: they are alerted with the next <see cref="Alerting.AlertIfDueAsync"/>.</summary>
    public static void AlertNow(this Turn turn, RaisedConcern concern)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(concern);
        if (concern.IsOpen) concern.AlertFrom(turn.Now);
    }

    /// <summary>What is open in this turn's conversation, or null.</summary>
    public static Task<RaisedConcern?> FindConcernAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.FindConcernInAsync(turn.Conversation, cancellationToken);
    }

    /// <summary>What is open in a conversation, or null.</summary>
    public static async Task<RaisedConcern?> FindConcernInAsync(this Turn turn, Conversation conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(conversation);
        var id = conversation.Id;
        var stored = await turn.Db.Concerns
            .Include(c => c.TakenBy!.Phone!.Address!.Mentee).Include(c => c.Conversation!.Address!.Mentee)
            .FirstOrDefaultAsync(c => c.ConversationId == id && c.State < ConcernState.Ended, cancellationToken);
        if (stored is { IsOver: false }) return stored;
        // One that an earlier turn of the same transaction made is not stored yet.
        return turn.Db.Concerns.Local.FirstOrDefault(c => c.Conversation == conversation && !c.IsOver);
    }

    /// <summary>What she told of in the last hour, or what somebody began to look after in the last day; or null.</summary>
    public static async Task<RaisedConcern?> FindRecentConcernAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (await turn.FindConcernAsync(cancellationToken) is not { } concern) return await turn.FindUnheardConcernAsync(turn.Conversation, turn.Now, cancellationToken);
        var isAwaited = concern.State == ConcernState.Taken && turn.Now - concern.TakenAt < IsAwaited;
        return isAwaited || turn.Now - concern.HeardAt < IsRecent ? concern : null;
    }

    /// <summary>What she told of in the hour before an instant or later, of which nobody heard, for nobody has the duty; or null.</summary>
    public static async Task<RaisedConcern?> FindUnheardConcernAsync(this Turn turn, Conversation conversation, DateTimeOffset before, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(conversation);
        var (id, since) = (conversation.Id, before - IsRecent);
        await turn.Db.Concerns.Where(c => c.ConversationId == id && c.Ending == ConcernEnd.NobodyOnDuty && c.HeardAt > since).LoadAsync(cancellationToken);
        // An earlier turn of the same transaction may have made it.
        return turn.Db.Concerns.Local.Where(c => c.Conversation == conversation && c.Ending == ConcernEnd.NobodyOnDuty && c.HeardAt > since).MaxBy(c => c.HeardAt);
    }

    /// <summary>What made us worry while a mentor talked with her: what is open still, or was until then. Null if nothing was, or it was a false alarm.</summary>
    /// <param name="turn">Her turn.</param>
    /// <param name="handoff">The talk, in this turn's conversation.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<RaisedConcern?> FindConcernOfTalkAsync(this Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        var (id, since) = (turn.Conversation.Id, handoff.TakenAt);
        await turn.Db.Concerns.Where(c => c.ConversationId == id && (c.State < ConcernState.Ended || c.EndedAt >= since)).LoadAsync(cancellationToken);
        // An earlier turn of the same transaction may have made one, or ended it.
        return turn.Db.Concerns.Local.Where(c => c.Conversation == turn.Conversation && (!c.IsOver || c.EndedAt >= since) && c.Outcome != ConcernOutcome.FalseAlarm).MaxBy(c => c.RaisedAt)
            ?? await turn.FindUnheardConcernAsync(handoff.Conversation!, handoff.RequestedAt, cancellationToken);
    }

    /// <summary>What makes us worry for whom a mentor holds: what is open, or what nobody heard of, for nobody has the duty. Null if nothing does.</summary>
    public static async Task<RaisedConcern?> FindWorryAsync(this Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handoff);
        return await turn.FindConcernInAsync(handoff.Conversation!, cancellationToken) ?? await turn.FindUnheardConcernAsync(handoff.Conversation!, handoff.RequestedAt, cancellationToken);
    }

    private static async Task<RaisedConcern> NewAsync(Turn turn, ConcernKind kind, CancellationToken cancellationToken)
    {
        var handoff = await turn.FindHandoffAsync(cancellationToken);
        return turn.Db.Concerns.Add(new RaisedConcern
        {
            SchemeId = turn.Mentee.SchemeId,
            Mentee = turn.Mentee,
            Conversation = turn.Conversation,
            // Mentors know her by it already.
            Tag = handoff?.Tag ?? await turn.FreeTagAsync(Tags.OfConcerns, cancellationToken),
            KindId = kind.Id,
            RaisedAt = turn.Now,
        }).Entity;
    }
}
