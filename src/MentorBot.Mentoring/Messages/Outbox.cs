using System.Linq.Expressions;
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
    private const int MostInOneCommit = 256;

    private readonly IDbContextFactory<MentorBotDb> _contexts;
    private readonly Writes _writes;
    private readonly AddressVault _addresses;
    private readonly TextVault _texts;
    private readonly Moving _moving;
    private readonly TimeProvider _clock;
    private readonly GroupCommit<Answer, bool> _settlements;
    private readonly GroupCommit<DeliveryReport, bool> _reports;

    /// <summary>Makes an outbox over the database.</summary>
    public Outbox(IDbContextFactory<MentorBotDb> contexts, Writes writes, AddressVault addresses, TextVault texts, Moving moving, TimeProvider clock)
    {
        (_contexts, _writes, _addresses, _texts, _moving, _clock) = (contexts, writes, addresses, texts, moving, clock);
        _settlements = new(SettleAsync, MostInOneCommit);
        _reports = new(ReportAsync, MostInOneCommit);
    }

    /// <summary>Takes what may be sent or looked up now: the first unsettled message of each conversation, replies before reminders before bulk.</summary>
    /// <param name="held">The partitions of this node.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="mayLeave">Asked of each message, in order of urgency: whether its sender and its conversation have room for one more, and nobody is at it already.</param>
    /// <param name="cancellationToken">Ends the taking; nothing is marked then.</param>
    public Task<IReadOnlyList<Errand>> ClaimAsync(
        PartitionsHeld held, int most, Func<OutboxMessage, Leave> mayLeave, CancellationToken cancellationToken) =>
        _writes.RunAsync(async db =>
        {
            using var claim = new Claim(db, held, _clock.GetUtcNow(), mayLeave);
            var claimed = await claim.RunAsync(most, cancellationToken);
            return (IReadOnlyList<Errand>)claimed.Select(message => ErrandFor(db, message)).OfType<Errand>().ToList();
        }, cancellationToken);

    /// <summary>Records what became of an errand.</summary>
    /// <param name="errand">What the provider was asked to do.</param>
    /// <param name="delivery">The provider's answer.</param>
    /// <param name="tellsOperator">Whether a sender that is held is news, and becomes an <see cref="Incidents.Incident"/>.</param>
    public Task SettleAsync(Errand errand, Delivery delivery, bool tellsOperator) => _settlements.AddAsync(new(errand, delivery, tellsOperator));

    /// <summary>How many answers wait to be recorded.</summary>
    internal int AnswersWaiting => _settlements.Count;

    /// <summary>Records a provider's report. A report about an uncertain message settles it; a repeated or late one changes nothing.</summary>
    public Task ReportAsync(DeliveryReport report) => _reports.AddAsync(report);

    /// <summary>The provider ids recorded for other messages to the same address, so that a look-up never takes one message for another.</summary>
    public async Task<IReadOnlySet<string>> KnownProviderIdsAsync(Errand errand, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(errand);
        // Another message's try may have begun before this one's and been answered after it.
        var since = errand.Message.FirstTriedAt.AddDays(-1);
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Outbox
            .Where(m => m.Conversation!.AddressId == errand.AddressId && m.ProviderId != null && m.FirstTriedAt >= since)
            .Select(m => m.ProviderId!)
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>What the channel needs; null for a message that cannot be opened, which must not hold up all others.</summary>
    private Errand? ErrandFor(MentorBotDb db, OutboxMessage message)
    {
        var conversation = message.Conversation!;
        var address = conversation.Address!;
        try
        {
            return new Errand(message, new OutgoingMessage(
                message.MessageId,
                _addresses.Open(address.Sealed, address.Key),
                conversation.OurAddress,
                _texts.OpenActivity(message.SealedActivity!, conversation.Key),
                message.FirstTriedAt!.Value) 
                {
                    LastTriedAt = message.LastTriedAt!.Value,
                    WasSentBlindly = message.ErrorCode == Delivery.SentBlindly,
                });
        }
        catch (Exception error)
        {
            // Attached, it would bring its conversation and address with it, of which another message may have brought a copy already.
            db.Entry(message).State = EntityState.Unchanged;
            Settlement.Fail(db, message, $"unreadable-{error.GetType().Name}", _clock.GetUtcNow());
            return null;
        }
    }

    private Task<IReadOnlyList<bool>> SettleAsync(IReadOnlyList<Answer> answers) =>
        _writes.RunAsync<IReadOnlyList<bool>>(async db =>
        {
            var others = await Usual.RecordAsync(db, answers);
            var ids = others.Select(a => a.Errand.Id).ToArray();
            var messages = await WithWhomAsync(db, m => ids.Contains(m.Id), ids.Length);
            foreach (var answer in others)
            {
                var message = messages.First(m => m.Id == answer.Errand.Id);
                if (answer.Delivery.MovedTo is not { } address) Settlement.Apply(db, message, answer, _clock.GetUtcNow());
                else if (Settlement.Counts(message, answer)) await _moving.FollowAsync(db, message, address, _clock.GetUtcNow());
            }
            return new bool[answers.Count];
        }, CancellationToken.None);

    private Task<IReadOnlyList<bool>> ReportAsync(IReadOnlyList<DeliveryReport> reports) =>
        _writes.RunAsync<IReadOnlyList<bool>>(async db =>
        {
            var others = await Usual.RecordAsync(db, reports);
            var ids = others.Select(r => r.MessageId!.Value).ToArray();
            var messages = await WithWhomAsync(db, m => ids.Contains(m.MessageId), ids.Length);
            foreach (var report in others)
            {
                if (messages.FirstOrDefault(m => m.MessageId == report.MessageId) is { } message) Settlement.Apply(db, message, report, _clock.GetUtcNow());
            }
            return new bool[reports.Count];
        }, CancellationToken.None);

    /// <summary>Messages with whom they are for, who may have to be told apart from now on: opted out, or out of reach.</summary>
    private static Task<List<OutboxMessage>> WithWhomAsync(MentorBotDb db, Expression<Func<OutboxMessage, bool>> which, int count) =>
        count == 0 ? Task.FromResult(new List<OutboxMessage>()) : db.Outbox.Where(which).Include(m => m.Conversation!.Address!.Mentee).ToListAsync();
}
