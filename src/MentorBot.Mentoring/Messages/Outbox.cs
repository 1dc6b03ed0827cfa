using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Messages;

/// <summary>What is to be sent: hands out messages in order, and records what became of them.</summary>
/// <remarks>
/// A message is marked <see cref="OutboxState.Sending"/> and committed before a provider is asked. Whatever happens then, it is never
/// simply sent again: an unknown end makes it <see cref="OutboxState.Uncertain"/>, and it is looked up first.
/// </remarks>
public sealed class Outbox
{
    /// <summary>How long an unanswered send may still be on its way, before the provider is asked what became of it.</summary>
    public static readonly TimeSpan LookUpAfter = TimeSpan.FromSeconds(5);

    private const int MostInOneCommit = 256;

    private readonly IDbContextFactory<MentorBotDb> _contexts;
    private readonly Writes _writes;
    private readonly AddressVault _addresses;
    private readonly TextVault _texts;
    private readonly TimeProvider _clock;
    private readonly GroupCommit<(long Id, Delivery Delivery), bool> _settlements;
    private readonly GroupCommit<DeliveryReport, bool> _reports;

    /// <summary>Makes an outbox over the database.</summary>
    public Outbox(IDbContextFactory<MentorBotDb> contexts, Writes writes, AddressVault addresses, TextVault texts, TimeProvider clock)
    {
        (_contexts, _writes, _addresses, _texts, _clock) = (contexts, writes, addresses, texts, clock);
        _settlements = new(SettleAsync, MostInOneCommit);
        _reports = new(ReportAsync, MostInOneCommit);
    }

    /// <summary>Takes what may be sent or looked up now: the first unsettled message of each conversation, replies before reminders before bulk.</summary>
    /// <param name="held">The shares of this node.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="mayLeave">Asked of each sender, in order of urgency, whether it has room for one more.</param>
    /// <param name="cancellationToken">Ends the taking; nothing is marked then.</param>
    public Task<IReadOnlyList<Errand>> ClaimAsync(
        PartitionsHeld held, int most, Func<OutboxMessage, bool> mayLeave, CancellationToken cancellationToken) =>
        _writes.RunAsync(async db =>
        {
            var errands = new List<Errand>();
            foreach (var message in await FirstUnsettledAsync(db, held, most, cancellationToken))
            {
                if (Claim(message, mayLeave)) errands.Add(ErrandFor(message));
            }
            return (IReadOnlyList<Errand>)errands;
        }, cancellationToken);

    /// <summary>Records what became of an errand.</summary>
    public Task SettleAsync(long id, Delivery delivery) => _settlements.AddAsync((id, delivery));

    /// <summary>Records a provider's report. A report about an uncertain message settles it; a repeated or late one changes nothing.</summary>
    public Task ReportAsync(DeliveryReport report) => _reports.AddAsync(report);

    /// <summary>The provider ids recorded for a conversation's other messages, so that a look-up never takes one message for another.</summary>
    public async Task<IReadOnlySet<string>> KnownProviderIdsAsync(long conversationId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Outbox
            .Where(m => m.ConversationId == conversationId && m.ProviderId != null && m.FirstTriedAt >= since.AddDays(-1))
            .Select(m => m.ProviderId!)
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
    }

    private Task<List<OutboxMessage>> FirstUnsettledAsync(MentorBotDb db, PartitionsHeld held, int most, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        // "At most uncertain" is the filter of an index, which holds nothing that is settled: the cost does not grow with the past.
        var messages = db.Outbox.Where(m => m.State <= OutboxState.Uncertain && m.State != OutboxState.Sending);
        if (!held.All) messages = messages.Where(m => held.Ids.Contains(m.Partition));
        return messages
            .Where(m => m.DueAt <= now && !db.Outbox.Any(earlier =>
                earlier.ConversationId == m.ConversationId && earlier.Sequence < m.Sequence &&
                earlier.State <= OutboxState.Uncertain && earlier.Priority <= m.Priority))
            .OrderBy(m => m.Priority).ThenBy(m => m.Id)
            .Take(most)
            .Include(m => m.Conversation!.Address)
            .ToListAsync(cancellationToken);
    }

    private bool Claim(OutboxMessage message, Func<OutboxMessage, bool> mayLeave)
    {
        var now = _clock.GetUtcNow();
        if (message.State == OutboxState.Queued)
        {
            if (message.WhyNotToSend() is { } reason)
            {
                message.Drop(reason);
                return false;
            }
            if (!mayLeave(message)) return false;
        }

        message.Try(now, lookUpAt: now + LookUpAfter);
        return true;
    }

    private Errand ErrandFor(OutboxMessage message)
    {
        var conversation = message.Conversation!;
        var address = conversation.Address!;
        return new Errand(
            message.Id,
            message.ConversationId,
            address.Channel,
            LooksUp: message.State == OutboxState.Uncertain,
            new OutgoingMessage(
                message.MessageId,
                _addresses.Open(address.Sealed, address.Key),
                conversation.OurAddress,
                _texts.OpenActivity(message.SealedActivity!, conversation.Key),
                message.FirstTriedAt!.Value));
    }

    private Task<IReadOnlyList<bool>> SettleAsync(IReadOnlyList<(long Id, Delivery Delivery)> settlements) =>
        _writes.RunAsync(async db =>
        {
            var ids = settlements.Select(s => s.Id).ToArray();
            var messages = await db.Outbox.Where(m => ids.Contains(m.Id)).Include(m => m.Conversation!.Address).ToDictionaryAsync(m => m.Id);
            foreach (var (id, delivery) in settlements) Settlement.Apply(db, messages[id], delivery, _clock.GetUtcNow());
            return (IReadOnlyList<bool>)All(settlements.Count);
        }, CancellationToken.None);

    private Task<IReadOnlyList<bool>> ReportAsync(IReadOnlyList<DeliveryReport> reports) =>
        _writes.RunAsync(async db =>
        {
            var ids = reports.Where(r => r.MessageId is not null).Select(r => r.MessageId!.Value).Distinct().ToArray();
            var messages = await db.Outbox.Where(m => ids.Contains(m.MessageId)).Include(m => m.Conversation!.Address).ToDictionaryAsync(m => m.MessageId);
            foreach (var report in reports)
            {
                if (report.MessageId is { } id && messages.TryGetValue(id, out var message)) Settlement.Apply(db, message, report, _clock.GetUtcNow());
            }
            return (IReadOnlyList<bool>)All(reports.Count);
        }, CancellationToken.None);

    private static bool[] All(int count) => new bool[count];
}

/// <summary>One thing to do for a message: send it, or look up what became of it.</summary>
/// <param name="Id">The outbox row.</param>
/// <param name="ConversationId">Whose conversation.</param>
/// <param name="Channel">By which channel.</param>
/// <param name="LooksUp">Whether it may already have arrived, and is to be looked up instead of sent.</param>
/// <param name="Message">What the channel needs.</param>
public sealed record Errand(long Id, long ConversationId, string Channel, bool LooksUp, OutgoingMessage Message);
