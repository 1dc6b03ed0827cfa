using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Desk;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Messages;

/// <summary>Forgets what people wrote once it is old: the words and the dialogs' state go, the fact that there was a message stays. Link requests that are over go too.</summary>
/// <remarks>
/// Messages are stored in the order of time, so a round reads on from where the last one ended and stops at the first that are young. It looks at every
/// conversation, of which there are as many as people. One round at a time.
/// </remarks>
/// <param name="contexts">Where the old is looked for.</param>
/// <param name="writes">Where the erasing is done.</param>
/// <param name="clock">Tells what is old.</param>
/// <param name="keepFor">How long words are kept: 30 days, or less where the scheme says so.</param>
public sealed class Retention(IDbContextFactory<MentorBotDb> contexts, Writes writes, TimeProvider clock, TimeSpan keepFor)
{
    /// <summary>The longest that words are ever kept; mentees are told so.</summary>
    public const int MostDays = 30;

    private const int AtOnce = 500;

    private static readonly TimeSpan LinkRequestsStay = TimeSpan.FromDays(1);

    private readonly Journal _inbox = new(InboxAfter, EraseInboxAsync);
    private readonly Journal _outbox = new(OutboxAfter, EraseOutboxAsync);

    /// <summary>Erases all that is too old, in steps: the search holds up no writer.</summary>
    /// <returns>How many messages lost their words.</returns>
    public async Task<int> EraseAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - keepFor;
        await EraseStatesAsync(before, cancellationToken);
        await EraseLinkRequestsAsync(cancellationToken);
        await EraseDeskAsync(before, cancellationToken);
        return await EraseAsync(_inbox, before, cancellationToken) + await EraseAsync(_outbox, before, cancellationToken);
    }

    private async Task EraseStatesAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        for (var last = 0L; ;)
        {
            var ids = await ReadAsync(
                db => db.Conversations.Where(c => c.Id > last && c.LastTurnAt < before && c.State != null).OrderBy(c => c.Id).Select(c => c.Id), cancellationToken);
            if (ids.Count == 0) return;
            await writes.RunAsync(
                db => db.Conversations.Where(c => ids.Contains(c.Id) && c.LastTurnAt < before)
                    .ExecuteUpdateAsync(c => c.SetProperty(x => x.State, (byte[]?)null).SetProperty(x => x.Version, x => x.Version + 1), cancellationToken),
                cancellationToken);
            last = ids[^1];
        }
    }

    // A day longer than they count: whoever says yes too late is told so.
    private Task<int> EraseLinkRequestsAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - LinkRequestsStay;
        return writes.RunAsync(db => db.LinkRequests.Where(r => r.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    private Task<int> EraseDeskAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var formsBefore = clock.GetUtcNow() - DeskForm.Stays;
        return writes.RunAsync(
            async db => await db.DeskForms.Where(f => f.At < formsBefore).ExecuteDeleteAsync(cancellationToken)
                + await db.HandoffNotes.Where(n => n.At < before && n.Sealed != null).ExecuteUpdateAsync(n => n.SetProperty(x => x.Sealed, (byte[]?)null), cancellationToken)
                + await db.GroupMeetings.Where(s => s.DigestAt < before && s.SealedDigest != null).ExecuteUpdateAsync(s => s.SetProperty(x => x.SealedDigest, (byte[]?)null), cancellationToken),
            cancellationToken);
    }

    private async Task<int> EraseAsync(Journal journal, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var (erased, leftNone) = (0, true);
        for (var last = journal.ErasedTo; ;)
        {
            var rows = await ReadAsync(db => journal.After(db, last), cancellationToken);
            var ids = rows.Where(row => row.IsSettled && row.At < before).Select(row => row.Id).ToList();
            var gone = ids.Count == 0 ? 0 : await writes.RunAsync(db => journal.EraseAsync(db, ids), cancellationToken);
            erased += gone;

            // Where one must keep its words for now, such as a message that still waits, the next round begins.
            leftNone &= gone == ids.Count;
            if (leftNone && rows.Count > 0) journal.ErasedTo = (rows.Find(row => !ids.Contains(row.Id))?.Id - 1) ?? rows[^1].Id;
            leftNone &= ids.Count == rows.Count;
            if (rows.Count < AtOnce || rows[^1].At >= before) return erased;
            last = rows[^1].Id;
        }
    }

    private static IQueryable<Row> InboxAfter(MentorBotDb db, long id) =>
        db.Inbox.Where(m => m.Id > id && m.SealedActivity != null).OrderBy(m => m.Id).Select(m => new Row(m.Id, m.ReceivedAt, m.State != InboxState.Waiting));

    private static IQueryable<Row> OutboxAfter(MentorBotDb db, long id) =>
        db.Outbox.Where(m => m.Id > id && m.SealedActivity != null).OrderBy(m => m.Id).Select(m => new Row(m.Id, m.PreparedAt, m.State > OutboxState.Uncertain));

    private static Task<int> EraseInboxAsync(MentorBotDb db, List<long> ids) =>
        db.Inbox.Where(m => ids.Contains(m.Id))
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.SealedActivity, (byte[]?)null).SetProperty(x => x.SealedAddress, (byte[]?)null));

    // One may have got a second chance since it was read, and needs its words then: it keeps them until it is settled.
    private static Task<int> EraseOutboxAsync(MentorBotDb db, List<long> ids) =>
        db.Outbox.Where(m => ids.Contains(m.Id) && m.State > OutboxState.Uncertain)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.SealedActivity, (byte[]?)null));

    private async Task<List<T>> ReadAsync<T>(Func<MentorBotDb, IQueryable<T>> inOrder, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await inOrder(db).Take(AtOnce).ToListAsync(cancellationToken);
    }

    /// <summary>One of the tables that keep words.</summary>
    private sealed record Journal(Func<MentorBotDb, long, IQueryable<Row>> After, Func<MentorBotDb, List<long>, Task<int>> EraseAsync)
    {
        /// <summary>No row up to this id has words any more. A new process begins at the first row, once.</summary>
        public long ErasedTo { get; set; }
    }

    /// <summary>What a round must know of a message that has words.</summary>
    private sealed record Row(long Id, DateTimeOffset At, bool IsSettled);
}
