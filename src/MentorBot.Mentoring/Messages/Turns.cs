using System.Data.Common;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MentorBot.Mentoring.Messages;

/// <summary>Takes the turns of waiting messages: many conversations in one transaction, each conversation's messages in order.</summary>
/// <remarks>
/// The bot only changes what its context holds, so a batch that fails is thrown away whole and its turns are taken one by one.
/// A turn that fails alone is tried again later, and at last set aside with an apology, so that it never blocks the next message.
/// </remarks>
public sealed class Turns(
    IDbContextFactory<MentorBotDb> contexts, Writes writes, Partitions partitions, TurnTaking taking,
    Signal<Deliveries> deliveries, TimeProvider clock, ILogger<Turns> log)
{
    /// <summary>How many turns one transaction records at the most.</summary>
    public const int MostInOneBatch = 128;

    /// <summary>How often a message's turn may fail before it is set aside.</summary>
    public const int MostFailures = 3;

    private static readonly TimeSpan[] WaitAfterFailure = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10)];

    /// <summary>Takes every turn that is due, as far as one batch goes.</summary>
    /// <returns>How many turns were taken, or tried.</returns>
    public async Task<int> TakeDueAsync(CancellationToken cancellationToken)
    {
        var held = partitions.Held;
        if (held.Ids.Count == 0) return 0;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await DueAsync(db, held, cancellationToken);
        if (due.Count == 0) return 0;

        if (due[0].Id <= held.RecoveredUpTo) return await TakeWithCareAsync(due[0].Id, cancellationToken);

        if (!await TakeTogetherAsync(db, due, cancellationToken))
        {
            foreach (var message in due) await TakeAloneAsync(message.Id, cancellationToken);
        }
        deliveries.Pulse();
        return due.Count;
    }

    /// <summary>The oldest waiting messages. One that waits for its next try holds back what came after it in its conversation.</summary>
    private Task<List<InboxMessage>> DueAsync(MentorBotDb db, PartitionsHeld held, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var waiting = db.Inbox.Where(m => m.State == InboxState.Waiting && m.DueAt <= now);
        if (!held.All) waiting = waiting.Where(m => held.Ids.Contains(m.Partition));
        return waiting
            .Where(m => !db.Inbox.Any(earlier =>
                earlier.State == InboxState.Waiting && earlier.DueAt > now &&
                earlier.ConversationKey == m.ConversationKey && earlier.Id < m.Id))
            .OrderBy(m => m.Id)
            .Take(MostInOneBatch)
            .ToListAsync(cancellationToken);
    }

    private async Task<bool> TakeTogetherAsync(MentorBotDb db, List<InboxMessage> due, CancellationToken cancellationToken)
    {
        try
        {
            await taking.TakeAsync(db, due, cancellationToken);
            await writes.SaveAsync(db, cancellationToken);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException and not DbException)
        {
            // Which one failed shows when each is taken alone; nothing of this batch was kept.
            if (due.Count > 1) log.TakingOneByOne(due.Count, error.GetType().Name);
            return false;
        }
    }

    /// <summary>Takes a turn that may have killed the process last time: the failure is counted before it can happen again.</summary>
    private async Task<int> TakeWithCareAsync(long id, CancellationToken cancellationToken)
    {
        var failures = await writes.RunAsync(async db =>
        {
            var message = await db.Inbox.SingleAsync(m => m.Id == id, cancellationToken);
            return ++message.FailedTurns;
        }, cancellationToken);

        if (failures > MostFailures) await SetAsideAsync(id, "process-died", cancellationToken);
        else await TakeAloneAsync(id, cancellationToken);
        deliveries.Pulse();
        return 1;
    }

    private async Task TakeAloneAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var message = await db.Inbox.SingleAsync(m => m.Id == id, cancellationToken);
            if (message.State != InboxState.Waiting) return;

            await taking.TakeAsync(db, [message], cancellationToken);
            await writes.SaveAsync(db, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException and not DbException)
        {
            await FailAsync(id, error, cancellationToken);
        }
    }

    private async Task FailAsync(long id, Exception error, CancellationToken cancellationToken)
    {
        var failures = await writes.RunAsync(async db =>
        {
            var message = await db.Inbox.SingleAsync(m => m.Id == id, cancellationToken);
            message.FailedTurns++;
            message.DueAt = clock.GetUtcNow() + WaitAfterFailure[Math.Min(message.FailedTurns, WaitAfterFailure.Length) - 1];
            return message.FailedTurns;
        }, cancellationToken);

        log.TurnFailed(error.GetType().Name, error.TargetSite?.DeclaringType?.Name ?? "unknown", id, failures);
        if (failures >= MostFailures) await SetAsideAsync(id, error.GetType().Name, cancellationToken);
    }

    private async Task SetAsideAsync(long id, string code, CancellationToken cancellationToken)
    {
        log.SetAside(id, MostFailures);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var message = await db.Inbox.SingleAsync(m => m.Id == id, cancellationToken);
        db.Incidents.Add(new Incident { Kind = "turn.set-aside", Subject = $"inbox {id}", Code = code, At = clock.GetUtcNow() });
        message.State = InboxState.SetAside;
        await writes.SaveAsync(db, cancellationToken);

        // The apology is a turn of its own: if even that fails, the message is set aside all the same.
        await ApologiseAsync(db, message, cancellationToken);
    }

    private async Task ApologiseAsync(MentorBotDb db, InboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await taking.ApologiseAsync(db, message, cancellationToken);
            await writes.SaveAsync(db, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException and not DbException)
        {
            log.TurnFailed(error.GetType().Name, "the apology", message.Id, MostFailures);
        }
    }
}
