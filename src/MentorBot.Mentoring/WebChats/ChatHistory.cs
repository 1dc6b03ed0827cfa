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
        return new ChatPage([.. entries.Where(entry => entry.Sealed is not null).Select(entry => Open(entry, key))], watermark, entries.Count == MostInOnePage);
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
        await db.Inbox.Where(m => m.ConversationKey == key && m.Id > after).OrderBy(m => m.Id).Take(MostInOnePage)
            .Select(m => new Entry(true, m.Id, m.ProviderMessageId, m.ReceivedAt, m.SealedActivity)).ToListAsync(cancellationToken);

    private static async Task<List<Entry>> OursAsync(MentorBotDb db, byte[] key, int after, CancellationToken cancellationToken)
    {
        var rows = await db.Outbox.Where(m => m.Conversation!.Key == key && m.Sequence >= after).OrderBy(m => m.Sequence).Take(MostInOnePage)
            .Select(m => new { m.State, Entry = new Entry(false, m.Sequence + 1, m.MessageId.ToString(), m.PreparedAt, m.SealedActivity) })
            .ToListAsync(cancellationToken);
        return [.. rows.TakeWhile(row => row.State != OutboxState.Queued)
            .Select(row => IsShown(row.State) ? row.Entry : row.Entry with { Sealed = null })];
    }

    private static bool IsShown(OutboxState state) => state is OutboxState.Sending or OutboxState.Uncertain or OutboxState.Accepted;

    private ChatLine Open(Entry entry, byte[] conversationKey)
    {
        var activity = texts.OpenActivity(entry.Sealed!, conversationKey);
        // What is said in one turn is a millisecond apart, so that a client that sorts by time keeps the order.
        activity.Timestamp ??= entry.At;
        activity.Id = entry.IsMentees ? entry.Id : Guid.Parse(entry.Id).ToString("N");
        return new ChatLine(activity, entry.IsMentees);
    }

    private sealed record Entry(bool IsMentees, long Position, string Id, DateTimeOffset At, byte[]? Sealed);
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
