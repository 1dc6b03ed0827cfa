using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.WebChats;

/// <summary>Tells in which web chats something is new, whichever node did it: a mentee's chat may be open on one node and have its turns on another.</summary>
/// <remarks>
/// One look asks for the newest rows of the database and not for one chat, so its cost follows what is said and not how many chats are open.
/// A row may be committed a little after a later one: so each look goes some seconds back. What is not shown yet, for it waits to be sent, is asked for by its id until it is. One look at a time.
/// </remarks>
public sealed class ChatNews(IDbContextFactory<MentorBotDb> contexts, TimeProvider clock)
{
    // Longer than any transaction takes that writes such rows.
    private static readonly TimeSpan GoesBack = TimeSpan.FromSeconds(10);

    // Of more than these the oldest are forgotten: their chats show them with whatever is new there next.
    private const int MostHidden = 1_000;

    private readonly Queue<Mark> _marks = new();
    private readonly HashSet<(bool IsMentees, long Id)> _told = [];
    private readonly SortedSet<long> _hidden = [];

    /// <summary>Forgets where it was: the next look begins anew. For a node that found itself alone.</summary>
    public void Forget()
    {
        _marks.Clear();
        _told.Clear();
        _hidden.Clear();
    }

    /// <summary>Looks once.</summary>
    /// <returns>The look-up keys of conversations with something new since the last look; null at the first one, when it may be any.</returns>
    public async Task<IReadOnlyList<byte[]>?> LookAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var isFirst = _marks.Count == 0;
        var from = await MoveOnAsync(db, cancellationToken);
        if (isFirst) _hidden.UnionWith(await QueuedAsync(db, cancellationToken));
        List<Row> rows = [.. await WrittenAsync(db, from, cancellationToken), .. await NoLongerHiddenAsync(db, cancellationToken)];

        foreach (var row in rows.Where(row => !row.IsMentees)) Remember(row);
        while (_hidden.Count > MostHidden) _hidden.Remove(_hidden.Min);
        _told.RemoveWhere(row => row.Id <= (row.IsMentees ? from.Inbox : from.Outbox));
        var news = rows.Where(row => row.IsShown && _told.Add((row.IsMentees, row.Id))).Select(row => row.Key).ToList();
        return isFirst ? null : news;
    }

    /// <summary>Notes how far the tables reach now.</summary>
    /// <returns>How far they reached at the last look, and some seconds before it.</returns>
    private async Task<Mark> MoveOnAsync(MentorBotDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        _marks.Enqueue(new Mark(
            now,
            await db.Inbox.MaxAsync(m => (long?)m.Id, cancellationToken) ?? 0,
            await db.Outbox.MaxAsync(m => (long?)m.Id, cancellationToken) ?? 0));
        // The newest mark that is old enough: however long ago the last look was, nothing before it is read again.
        while (_marks.Count > 1 && _marks.ElementAt(1).At <= now - GoesBack) _marks.Dequeue();
        return _marks.Peek();
    }

    private void Remember(Row row)
    {
        if (row.IsShown) _hidden.Remove(row.Id);
        else _hidden.Add(row.Id);
    }

    private static Task<List<long>> QueuedAsync(MentorBotDb db, CancellationToken cancellationToken) => db.Outbox
        // Read once in a while. "At most uncertain" is the filter of an index, which holds nothing that is settled.
        .Where(m => m.State <= OutboxState.Uncertain && m.State == OutboxState.Queued && m.Conversation!.Address!.Channel == BotFramework.Channels.WebChat)
        .Select(m => m.Id).ToListAsync(cancellationToken);

    private static async Task<List<Row>> WrittenAsync(MentorBotDb db, Mark from, CancellationToken cancellationToken)
    {
        var theirs = await db.Inbox.Where(m => m.Id > from.Inbox && m.Channel == BotFramework.Channels.WebChat)
            .Select(m => new Row(true, m.Id, m.ConversationKey, true)).ToListAsync(cancellationToken);
        var ours = await db.Outbox.Where(m => m.Id > from.Outbox && m.Conversation!.Address!.Channel == BotFramework.Channels.WebChat)
            .Select(m => new Row(false, m.Id, m.Conversation!.Key, m.State != OutboxState.Queued)).ToListAsync(cancellationToken);
        return [.. theirs, .. ours];
    }

    private async Task<List<Row>> NoLongerHiddenAsync(MentorBotDb db, CancellationToken cancellationToken)
    {
        if (_hidden.Count == 0) return [];
        var hidden = _hidden.ToArray();
        return await db.Outbox.Where(m => hidden.Contains(m.Id) && m.State != OutboxState.Queued)
            .Select(m => new Row(false, m.Id, m.Conversation!.Key, true)).ToListAsync(cancellationToken);
    }

    private sealed record Mark(DateTimeOffset At, long Inbox, long Outbox);

    private sealed record Row(bool IsMentees, long Id, byte[] Key, bool IsShown);
}
