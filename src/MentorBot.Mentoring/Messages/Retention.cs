using MentorBot.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Messages;

/// <summary>Forgets what people wrote once it is old: the words and the dialogs' state go, the fact that there was a message stays.</summary>
/// <param name="contexts">Where the old is looked for.</param>
/// <param name="writes">Where the erasing is done.</param>
/// <param name="clock">Tells what is old.</param>
/// <param name="keepFor">How long words are kept: 30 days, or less where the scheme says so.</param>
public sealed class Retention(IDbContextFactory<MentorBotDb> contexts, Writes writes, TimeProvider clock, TimeSpan keepFor)
{
    /// <summary>The longest that words are ever kept; mentees are told so.</summary>
    public const int MostDays = 30;

    private const int AtOnce = 500;

    /// <summary>Erases all that is too old, in steps: the search holds up no writer.</summary>
    /// <returns>How many messages lost their words.</returns>
    public async Task<int> EraseAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - keepFor;
        await InStepsAsync(
            (db, after) => db.Conversations.Where(c => c.Id > after && c.LastTurnAt < before && c.State != null).Select(c => c.Id),
            (db, ids) => db.Conversations.Where(c => ids.Contains(c.Id) && c.LastTurnAt < before)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.State, (byte[]?)null).SetProperty(x => x.Version, x => x.Version + 1), cancellationToken),
            cancellationToken);
        return await InStepsAsync(
            (db, after) => db.Inbox.Where(m => m.Id > after && m.ReceivedAt < before && m.SealedActivity != null && m.State != InboxState.Waiting).Select(m => m.Id),
            (db, ids) => db.Inbox.Where(m => ids.Contains(m.Id))
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.SealedActivity, (byte[]?)null).SetProperty(x => x.SealedAddress, (byte[]?)null), cancellationToken),
            cancellationToken)
            + await InStepsAsync(
            (db, after) => db.Outbox.Where(m => m.Id > after && m.PreparedAt < before && m.SealedActivity != null && m.State > OutboxState.Uncertain).Select(m => m.Id),
            (db, ids) => db.Outbox.Where(m => ids.Contains(m.Id) && m.State > OutboxState.Uncertain)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.SealedActivity, (byte[]?)null), cancellationToken),
            cancellationToken);
    }

    private async Task<int> InStepsAsync(
        Func<MentorBotDb, long, IQueryable<long>> oldAfter, Func<MentorBotDb, long[], Task<int>> eraseAsync, CancellationToken cancellationToken)
    {
        var erased = 0;
        for (var last = 0L; ;)
        {
            var ids = await FindAsync(db => oldAfter(db, last), cancellationToken);
            if (ids.Length == 0) return erased;
            erased += await writes.RunAsync(db => eraseAsync(db, ids), cancellationToken);
            last = ids[^1];
        }
    }

    private async Task<long[]> FindAsync(Func<MentorBotDb, IQueryable<long>> old, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await old(db).OrderBy(id => id).Take(AtOnce).ToArrayAsync(cancellationToken);
    }
}
