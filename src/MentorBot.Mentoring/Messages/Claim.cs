using MentorBot.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Messages;

/// <summary>One taking of messages from the outbox, inside one transaction: what may leave is marked, what must not is dropped.</summary>
internal sealed class Claim(MentorBotDb db, PartitionsHeld held, DateTimeOffset now, Func<OutboxMessage, Leave> mayLeave) : IDisposable
{
    /// <summary>How long an unanswered send may still be on its way, before the provider is asked what became of it.</summary>
    private static readonly TimeSpan LookUpAfter = TimeSpan.FromSeconds(5);

    /// <summary>A message that was marked as sending for this long, and that nobody is at, was lost track of: its mark was stored but not answered.</summary>
    private static readonly TimeSpan LostTrackAfter = TimeSpan.FromMinutes(10);

    /// <summary>How long a message in doubt holds back what follows. A provider that cannot be asked must not silence a conversation for good.</summary>
    private static readonly TimeSpan DoubtHoldsBackFor = TimeSpan.FromMinutes(10);

    private const string TooOld = "too-old";

    private const string MarkAs = """
        UPDATE "Outbox" SET "State" = @state, "ErrorCode" = @code, "Tries" = @tries,
                            "FirstTriedAt" = @first, "LastTriedAt" = @last, "DueAt" = @due, "Version" = @version
        WHERE "Id" = @id AND "Version" = @was
        """;

    private readonly RowStatement _mark = new(db, MarkAs, "state", "code", "tries", "first", "last", "due", "version", "id", "was");
    private readonly List<OutboxMessage> _claimed = [];
    private readonly HashSet<string> _fullSenders = new(StringComparer.Ordinal);

    // As many at the most as a sender sends to in the time that one person has to wait: tens, not thousands.
    private readonly HashSet<long> _waiting = [];

    /// <summary>Takes as many as there is room for, the most urgent first.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> RunAsync(int most, CancellationToken cancellationToken)
    {
        var uncovers = true;
        while (uncovers && _claimed.Count < most) uncovers = await GoThroughAsync(most - _claimed.Count, cancellationToken);
        return _claimed;
    }

    public void Dispose() => _mark.Dispose();

    /// <summary>Goes through the first of what is due.</summary>
    /// <returns>Whether something came into sight that had been hidden: behind a message that was dropped, or behind all those that must wait.</returns>
    private async Task<bool> GoThroughAsync(int most, CancellationToken cancellationToken)
    {
        var due = await FirstUnsettled().Take(most).Include(m => m.Conversation!.Address).ToListAsync(cancellationToken);
        var (dropped, passedOver) = (0, _fullSenders.Count + _waiting.Count);
        foreach (var message in due)
        {
            var version = message.Version;
            if (WhyNotToSend(message) is { } reason)
            {
                Drop(message, reason);
                await SaveAsync(message, version);
                dropped++;
            }
            else if (mayLeave(message) is var leave && leave == Leave.Now) await MarkAsync(message, version);
            else PassOver(message, leave);
        }

        return dropped > 0 || (due.Count == most && _fullSenders.Count + _waiting.Count > passedOver);
    }

    private void PassOver(OutboxMessage message, Leave leave)
    {
        if (leave == Leave.SenderWaits) _fullSenders.Add(message.Conversation!.Sender);
        else _waiting.Add(message.ConversationId);
    }

    /// <summary>What is due, the first of each conversation, by urgency.</summary>
    private IQueryable<OutboxMessage> FirstUnsettled()
    {
        var (lostTrack, doubtOver) = (now - LostTrackAfter, now - DoubtHoldsBackFor);
        // "At most uncertain" is the filter of an index, which holds nothing that is settled: the cost does not grow with the past.
        var messages = db.Outbox.AsNoTracking().Where(m => m.State <= OutboxState.Uncertain && m.DueAt <= now && (m.State != OutboxState.Sending || m.DueAt <= lostTrack));
        if (!held.All) messages = messages.Where(m => held.Ids.Contains(m.Partition));
        if (_fullSenders.Count > 0) messages = messages.Where(m => !_fullSenders.Contains(m.Conversation!.Address!.Channel + "\n" + m.Conversation.OurAddress));
        if (_waiting.Count > 0) messages = messages.Where(m => !_waiting.Contains(m.ConversationId));
        return messages
            // A message on its second chance (a report gave it a status) has had its place in the order.
            .Where(m => !db.Outbox.Any(earlier =>
                earlier.ConversationId == m.ConversationId && earlier.Sequence < m.Sequence &&
                earlier.State <= OutboxState.Uncertain && earlier.Priority <= m.Priority && earlier.Status == null &&
                !(earlier.State == OutboxState.Uncertain && earlier.FirstTriedAt < doubtOver)))
            .OrderBy(m => m.Priority).ThenBy(m => m.Id);
    }

    private string? WhyNotToSend(OutboxMessage message)
    {
        if (message.State != OutboxState.Queued) return null;
        return message.WhyNotToSend() ?? (message.IsTooOld(now) ? TooOld : null);
    }

    private void Drop(OutboxMessage message, string reason)
    {
        // Of a message that was tried in vain an operator hears; of those that waited behind it she has heard by then.
        if (reason == TooOld && message.Tries > 0) Settlement.Fail(db, message, reason, now);
        else message.Drop(reason);
    }

    private async Task MarkAsync(OutboxMessage message, int version)
    {
        if (message.State == OutboxState.Sending) message.Doubt("lost-track", now);
        message.Try(now, lookUpAt: now + LookUpAfter);
        // Whoever changed it since it was read, such as a report, knows better.
        if (await SaveAsync(message, version)) _claimed.Add(message);
    }

    private async Task<bool> SaveAsync(OutboxMessage m, int version) =>
        await _mark.RunAsync(m.State, m.ErrorCode, m.Tries, m.FirstTriedAt, m.LastTriedAt, m.DueAt, m.Version, m.Id, version) == 1;
}

/// <summary>Whether a message may leave now, and if not, who must wait.</summary>
public enum Leave
{
    /// <summary>It may.</summary>
    Now,

    /// <summary>Its conversation waits: nothing else in it may leave either, but its sender's other messages may.</summary>
    ConversationWaits,

    /// <summary>Its sender waits, with everything it has to send.</summary>
    SenderWaits,
}
