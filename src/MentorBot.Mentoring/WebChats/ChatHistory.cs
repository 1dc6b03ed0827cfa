using System.Security.Cryptography;
using System.Text.Json;
using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.WebChats;

/// <summary>Reads what was said in a web chat: the inbox and the outbox are its only memory, and a message is on the screen as soon as it was claimed for sending.</summary>
/// <remarks>
/// Ours are shown in the order in which they were prepared, up to the first that may still be dropped: so a watermark never passes a message that comes later,
/// and a reader who was away misses nothing.
/// </remarks>
public sealed class ChatHistory(IDbContextFactory<MentorBotDb> contexts, TextVault texts)
{
    /// <summary>How many activities one page holds at the most.</summary>
    public const int MostInOnePage = 100;

    private static readonly CompiledQuery<Func<MentorBotDb, byte[], long, IAsyncEnumerable<Entry>>> TheirsAfter = new(() => EF.CompileAsyncQuery((MentorBotDb db, byte[] key, long after) => db.Inbox
        .Where(m => m.ConversationKey == key && m.Sequence > after && m.Channel != Occasion.Channel).OrderBy(m => m.Sequence).Take(MostInOnePage)
        .Select(m => new Entry(true, m.Sequence, m.ProviderMessageId, m.ReceivedAt, m.SealedActivity))));

    private static readonly CompiledQuery<Func<MentorBotDb, byte[], int, IAsyncEnumerable<Reply>>> OursAfter = new(() => EF.CompileAsyncQuery((MentorBotDb db, byte[] key, int after) => db.Outbox
        .Where(m => m.Conversation!.Key == key && m.Sequence >= after).OrderBy(m => m.Sequence).Take(MostInOnePage)
        .Select(m => new Reply(m.State, new Entry(false, m.Sequence + 1, m.MessageId.ToString(), m.PreparedAt, m.SealedActivity)))));

    /// <summary>The activities after a watermark, oldest first. A page without any is the end.</summary>
    public async Task<ChatPage> ReadAsync(byte[] conversationKey, Watermark after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        while (true)
        {
            var page = await ReadAsync(db, conversationKey, after, cancellationToken);
            // A page of nothing but what was erased is not the end.
            if (page.Lines.Count > 0 || page.Watermark == after) return page;
            after = page.Watermark;
        }
    }

    /// <summary>The last activities up to now, oldest first, and the watermark of now.</summary>
    /// <param name="conversationKey">The chat.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The page; it may have more if there was something before it.</returns>
    public async Task<ChatPage> ReadLatestAsync(byte[] conversationKey, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = await NowAsync(db, conversationKey, cancellationToken);
        // One more of each than is shown tells whether there was anything before.
        var theirs = InOrder(await LatestOfTheirsAsync(db, conversationKey, (now, most + 1), cancellationToken));
        var ours = InOrder(await LatestOfOursAsync(db, conversationKey, (now, most + 1), cancellationToken));
        var entries = theirs.Concat(ours).OrderBy(entry => entry.At).ToList();
        return new ChatPage(Open(entries.TakeLast(most), conversationKey), now, entries.Count > most);
    }

    /// <summary>The watermark after everything that is shown now. Nothing is opened for it.</summary>
    public async Task<Watermark> NowAsync(byte[] conversationKey, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await NowAsync(db, conversationKey, cancellationToken);
    }

    /// <summary>Whether anything was ever said in a chat.</summary>
    public async Task<bool> HasBegunAsync(byte[] conversationKey, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Inbox.AnyAsync(m => m.ConversationKey == conversationKey, cancellationToken);
    }

    private async Task<ChatPage> ReadAsync(MentorBotDb db, byte[] key, Watermark after, CancellationToken cancellationToken)
    {
        // Ours first: whatever they answer is there by the time that theirs are read, and no answer is shown before its question.
        var ours = InOrder(await OursAsync(db, key, after.Outbox, cancellationToken));
        var theirs = InOrder(await TheirsAsync(db, key, after.Inbox, cancellationToken));

        var entries = theirs.Concat(ours).OrderBy(entry => entry.At).Take(MostInOnePage).ToList();
        var watermark = new Watermark(
            entries.Where(entry => entry.IsMentees).Select(entry => entry.Position).DefaultIfEmpty(after.Inbox).Max(),
            (int)entries.Where(entry => !entry.IsMentees).Select(entry => entry.Position).DefaultIfEmpty(after.Outbox).Max());
        return new ChatPage(Open(entries, key), watermark, entries.Count == MostInOnePage);
    }

    private static async Task<Watermark> NowAsync(MentorBotDb db, byte[] key, CancellationToken cancellationToken)
    {
        // Ours first, for the same reason. The unsettled have an index of their own: that is why both conditions stand here.
        var ours = await db.Conversations.Where(c => c.Key == key)
            .Select(c => new { c.Prepared, Queued = db.Outbox.Where(m => m.ConversationId == c.Id && m.State <= OutboxState.Uncertain && m.State == OutboxState.Queued).Min(m => (int?)m.Sequence) })
            .SingleOrDefaultAsync(cancellationToken);
        var theirs = await db.Inbox.Where(m => m.ConversationKey == key).MaxAsync(m => (long?)m.Sequence, cancellationToken);
        return new Watermark(theirs ?? 0, ours?.Queued ?? ours?.Prepared ?? 0);
    }

    private static async Task<List<Entry>> LatestOfTheirsAsync(MentorBotDb db, byte[] key, (Watermark UpTo, int Most) part, CancellationToken cancellationToken)
    {
        var rows = await db.Inbox.Where(m => m.ConversationKey == key && m.Sequence <= part.UpTo.Inbox && m.SealedActivity != null && m.Channel != Occasion.Channel).OrderByDescending(m => m.Sequence).Take(part.Most)
            .Select(m => new Entry(true, m.Sequence, m.ProviderMessageId, m.ReceivedAt, m.SealedActivity)).ToListAsync(cancellationToken);
        return [.. Enumerable.Reverse(rows)];
    }

    // What was before the watermark had been claimed. Should it be queued again meanwhile, it is shown here, for nobody will read it after the watermark.
    private static async Task<List<Entry>> LatestOfOursAsync(MentorBotDb db, byte[] key, (Watermark UpTo, int Most) part, CancellationToken cancellationToken)
    {
        var rows = await db.Outbox
            .Where(m => m.Conversation!.Key == key && m.Sequence < part.UpTo.Outbox && m.State != OutboxState.Dropped && m.State != OutboxState.Failed && m.SealedActivity != null)
            .OrderByDescending(m => m.Sequence).Take(part.Most)
            .Select(m => new Entry(false, m.Sequence + 1, m.MessageId.ToString(), m.PreparedAt, m.SealedActivity)).ToListAsync(cancellationToken);
        return [.. Enumerable.Reverse(rows)];
    }

    /// <summary>The machines' clocks may differ by a little. The order of the rows is the one that a watermark counts by, so none is put before an earlier one.</summary>
    private static List<Entry> InOrder(List<Entry> entries)
    {
        for (var i = 1; i < entries.Count; i++)
        {
            if (entries[i].At < entries[i - 1].At) entries[i] = entries[i] with { At = entries[i - 1].At };
        }
        return entries;
    }

    private static async Task<List<Entry>> TheirsAsync(MentorBotDb db, byte[] key, long after, CancellationToken cancellationToken) =>
        await TheirsAfter.For(db)(db, key, after).ToListAsync(cancellationToken);

    private static async Task<List<Entry>> OursAsync(MentorBotDb db, byte[] key, int after, CancellationToken cancellationToken)
    {
        var rows = await OursAfter.For(db)(db, key, after).ToListAsync(cancellationToken);
        return [.. rows.TakeWhile(row => row.State != OutboxState.Queued)
            .Select(row => IsShown(row.State) ? row.Entry : row.Entry with { Sealed = null })];
    }

    private static bool IsShown(OutboxState state) => state is OutboxState.Sending or OutboxState.Uncertain or OutboxState.Accepted;

    private List<ChatLine> Open(IEnumerable<Entry> entries, byte[] conversationKey) => [.. entries.Select(entry => Open(entry, conversationKey)).OfType<ChatLine>()];

    private ChatLine? Open(Entry entry, byte[] conversationKey)
    {
        if (OpenActivity(entry, conversationKey) is not { } activity) return null;
        // What is said in one turn is a millisecond apart, so that a client that sorts by time keeps the order.
        activity.Timestamp ??= entry.At;
        activity.Id = entry.IsMentees ? entry.Id : Guid.Parse(entry.Id).ToString("N");
        return new ChatLine(activity, entry.IsMentees);
    }

    /// <summary>Null of what was erased, and of what cannot be opened: one such row must not silence the rest of the chat.</summary>
    private Activity? OpenActivity(Entry entry, byte[] conversationKey)
    {
        try
        {
            return entry.Sealed is null ? null : texts.OpenActivity(entry.Sealed, conversationKey);
        }
        catch (Exception error) when (error is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private sealed record Entry(bool IsMentees, long Position, string Id, DateTimeOffset At, byte[]? Sealed);

    private sealed record Reply(OutboxState State, Entry Entry);
}

/// <summary>A part of a chat's history.</summary>
/// <param name="Lines">What was said, oldest first; nothing of what was erased or dropped.</param>
/// <param name="Watermark">What is to be given to get what follows.</param>
/// <param name="MayHaveMore">Whether something may follow already.</param>
public sealed record ChatPage(IReadOnlyList<ChatLine> Lines, Watermark Watermark, bool MayHaveMore);

/// <summary>One activity of a chat.</summary>
/// <param name="Activity">What was said, with the id that names it in its chat.</param>
/// <param name="IsMentees">Whether the mentee said it.</param>
public sealed record ChatLine(Activity Activity, bool IsMentees);
