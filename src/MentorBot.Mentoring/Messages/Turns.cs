using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MentorBot.Mentoring.Messages;

/// <summary>Takes the turns of waiting messages: many conversations in one transaction, each conversation's messages in order.</summary>
/// <remarks>
/// The bot only changes what its context holds, so a batch that fails is thrown away whole and its turns are taken one by one.
/// A turn that fails alone is tried again later, and at last set aside with an apology, so that it never blocks the next message.
/// A failure counts only once the count is stored: a database that is away sets nothing aside.
/// </remarks>
public sealed class Turns(
    IDbContextFactory<MentorBotDb> contexts, Writes writes, Partitions partitions, TurnTaking taking,
    Signal<Deliveries> deliveries, Signal<DeskNews> desk, TimeProvider clock, ILogger<Turns> log)
{
    /// <summary>How many turns one transaction records at the most.</summary>
    public const int MostInOneBatch = 128;

    /// <summary>How often a message's turn may fail before it is set aside.</summary>
    public const int MostFailures = 3;

    // After so many it is no race, but a bug.
    private const int MostCrossings = 5;

    private static readonly TimeSpan[] WaitAfterFailures = [TimeSpan.Zero, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10)];

    // Messages whose next failure is counted already but has not happened: the database went away during their turns. One loop takes turns, so one thread.
    private readonly HashSet<long> _countedAhead = [];

    /// <summary>Takes every turn that is due, as far as one batch goes.</summary>
    /// <returns>How many turns were taken, or tried.</returns>
    public async Task<int> TakeDueAsync(CancellationToken cancellationToken)
    {
        var held = partitions.Held;
        if (held.Ids.Count == 0) return 0;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // Once for the batch, and not anew for each question that a dialog asks.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var due = await DueAsync(db, held, cancellationToken);
        if (due.Count == 0) return 0;

        var recovered = due.TakeWhile(m => m.Id <= held.RecoveredUpTo).ToList();
        if (recovered.Count > 0) await TakeOneByOneAsync(recovered, TakeWithCareAsync, cancellationToken);
        else if (!await TakeTogetherAsync(db, due, cancellationToken)) await TakeOneByOneAsync(due, TakeAloneAsync, cancellationToken);
        deliveries.Pulse();
        desk.Pulse();
        return recovered.Count > 0 ? recovered.Count : due.Count;
    }

    /// <summary>The oldest waiting messages. One that waits for its next try holds back what came after it in its conversation.</summary>
    private Task<List<InboxMessage>> DueAsync(MentorBotDb db, PartitionsHeld held, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var waiting = db.Inbox.AsNoTracking().Where(m => m.State == InboxState.Waiting && m.DueAt <= now);
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
            var record = await taking.TakeAsync(db, due, cancellationToken);
            await writes.SaveAsync(db, record.WriteAsync, cancellationToken);
            return true;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // Which one failed shows when each is taken alone; nothing of this batch was kept.
            if (due.Count > 1) log.TakingOneByOne(due.Count, error.GetType().Name);
            return false;
        }
    }

    /// <summary>Takes turns singly. Where one has to be taken again, what came after it in its conversation waits.</summary>
    private static async Task TakeOneByOneAsync(
        List<InboxMessage> due, Func<long, CancellationToken, Task<bool>> takeAsync, CancellationToken cancellationToken)
    {
        var waiting = new HashSet<string>(StringComparer.Ordinal);
        foreach (var message in due)
        {
            var conversation = Convert.ToHexString(message.ConversationKey);
            if (waiting.Contains(conversation)) continue;
            if (!await takeAsync(message.Id, cancellationToken)) waiting.Add(conversation);
        }
    }

    /// <summary>Takes a turn that may have killed the process last time: the failure is counted before it can happen again.</summary>
    private async Task<bool> TakeWithCareAsync(long id, CancellationToken cancellationToken)
    {
        var failures = await CountAsync(id, _countedAhead.Contains(id) ? 0 : 1, cancellationToken);
        _countedAhead.Add(id);
        // Once it is counted it is taken, even if the program is asked to stop: a stop is no failure.
        var isDone = failures <= MostFailures ? await TakeCountedAsync(id) : await GiveUpAsync(id, failures, cancellationToken);
        _countedAhead.Remove(id);
        return isDone;
    }

    private async Task<bool> TakeCountedAsync(long id)
    {
        try
        {
            // A failure counts if the database is still there to be asked for the count.
            return await TakeOrFailAsync(id, () => CountAsync(id, 0, CancellationToken.None), CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            await CountAsync(id, -1, CancellationToken.None);
            return false;
        }
    }

    /// <summary>Sets aside what killed the process each time. An apology that killed it is not tried again.</summary>
    private async Task<bool> GiveUpAsync(long id, int failures, CancellationToken cancellationToken)
    {
        await SetAsideAsync(id, "process-died", apologises: failures == MostFailures + 1, cancellationToken);
        return true;
    }

    private async Task<bool> TakeAloneAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            return await TakeOrFailAsync(id, () => CountAsync(id, 1, cancellationToken), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>Takes a turn.</summary>
    /// <returns>Whether its message is dealt with; false if it is to be taken again.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else wrote to the conversation meanwhile, such as an opt-out. That is no fault of the turn.</exception>
    private async Task<bool> TakeOrFailAsync(long id, Func<Task<int>> countAsync, CancellationToken cancellationToken)
    {
        try
        {
            await TakeAsync(id, cancellationToken);
            return true;
        }
        catch (Exception error) when (error is not DbUpdateConcurrencyException && !cancellationToken.IsCancellationRequested)
        {
            var failures = await countAsync();
            log.TurnFailed(error.GetType().Name, error.TargetSite?.DeclaringType?.Name ?? "unknown", id, failures);
            if (failures < MostFailures) return false;

            await SetAsideAsync(id, error.GetType().Name, apologises: true, cancellationToken);
            return true;
        }
    }

    /// <summary>Takes a turn. What met another writer's row (a time that somebody else was given at this moment) is taken again at once, from what that one left.</summary>
    private async Task TakeAsync(long id, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await TakeOnceAsync(id, cancellationToken);
                return;
            }
            catch (Exception error) when (tries < MostCrossings && CrossedWrite.Is(error))
            {
                log.Crossed(id, tries);
            }
        }
    }

    private async Task TakeOnceAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var message = await db.Inbox.AsNoTracking().SingleAsync(m => m.Id == id, cancellationToken);
        if (message.State != InboxState.Waiting) return;

        var record = await taking.TakeAsync(db, [message], cancellationToken);
        await writes.SaveAsync(db, record.WriteAsync, cancellationToken);
    }

    /// <summary>Changes how many turns of a message failed, and puts off the next accordingly.</summary>
    /// <returns>How many did.</returns>
    private Task<int> CountAsync(long id, int change, CancellationToken cancellationToken) =>
        writes.RunAsync(async db =>
        {
            var message = await db.Inbox.SingleAsync(m => m.Id == id, cancellationToken);
            message.FailedTurns += change;
            message.DueAt = clock.GetUtcNow() + WaitAfterFailures[Math.Min(message.FailedTurns, WaitAfterFailures.Length - 1)];
            return message.FailedTurns;
        }, cancellationToken);

    private async Task SetAsideAsync(long id, string code, bool apologises, CancellationToken cancellationToken)
    {
        log.SetAside(id, MostFailures);
        try
        {
            await RecordSetAsideAsync(id, code, apologises, cancellationToken);
        }
        catch (Exception error) when (apologises && !cancellationToken.IsCancellationRequested)
        {
            log.TurnFailed(error.GetType().Name, "the apology", id, MostFailures);
            await RecordSetAsideAsync(id, code, apologises: false, cancellationToken);
        }
    }

    private async Task RecordSetAsideAsync(long id, string code, bool apologises, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var message = await db.Inbox.AsNoTracking().SingleAsync(m => m.Id == id, cancellationToken);
        if (message.State != InboxState.Waiting) return;

        message.State = InboxState.SetAside;
        var record = new TurnRecord { Done = { message } };
        db.Incidents.Add(new Incident { Kind = "turn.set-aside", Subject = $"inbox {id}", Code = code, At = clock.GetUtcNow() });
        // For what nobody wrote nobody waits.
        if (apologises && message.Channel != Occasion.Channel) await taking.ApologiseAsync(db, record, message, cancellationToken);
        await writes.SaveAsync(db, record.WriteAsync, cancellationToken);
    }
}
