using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.WebChats;

/// <summary>Tells in which web chats something is new, whichever node did it: a mentee's chat may be open on one node and have its turns on another.</summary>
/// <remarks>
/// One look asks for the newest rows of the database and not for one chat, so its cost follows what is said and not how many chats are open.
/// A row may be written after a later one, and is shown some time after it is written: so each look goes a minute back. One look at a time.
/// </remarks>
public sealed class ChatNews(IDbContextFactory<MentorBotDb> contexts, TimeProvider clock)
{
    private static readonly TimeSpan GoesBack = TimeSpan.FromMinutes(1);

    private readonly Queue<Mark> _marks = new();
    private readonly HashSet<(bool IsMentees, long Id)> _told = [];

    /// <summary>Forgets where it was: the next look begins anew. For a node that found itself alone.</summary>
    public void Forget()
    {
        _marks.Clear();
        _told.Clear();
    }

    /// <summary>Looks once.</summary>
    /// <returns>The look-up keys of conversations with something new since the last look; null at the first one, when it may be any.</returns>
    public async Task<IReadOnlyList<byte[]>?> LookAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var isFirst = _marks.Count == 0;
        _marks.Enqueue(new Mark(
            clock.GetUtcNow(),
            await db.Inbox.MaxAsync(m => (long?)m.Id, cancellationToken) ?? 0,
            await db.Outbox.MaxAsync(m => (long?)m.Id, cancellationToken) ?? 0));
        while (_marks.Peek().At < clock.GetUtcNow() - GoesBack && _marks.Count > 1) _marks.Dequeue();
        var from = _marks.Peek();
        _told.RemoveWhere(row => row.Id <= (row.IsMentees ? from.Inbox : from.Outbox));

        var shown = await ShownAsync(db, from, cancellationToken);
        var news = shown.Where(row => _told.Add((row.IsMentees, row.Id))).Select(row => row.Key).ToList();
        return isFirst ? null : news;
    }

    private static async Task<List<Row>> ShownAsync(MentorBotDb db, Mark from, CancellationToken cancellationToken)
    {
        var theirs = await db.Inbox.Where(m => m.Id > from.Inbox && m.Channel == BotFramework.Channels.WebChat)
            .Select(m => new Row(true, m.Id, m.ConversationKey)).ToListAsync(cancellationToken);
        var ours = await db.Outbox.Where(m => m.Id > from.Outbox && m.State != OutboxState.Queued && m.Conversation!.Address!.Channel == BotFramework.Channels.WebChat)
            .Select(m => new Row(false, m.Id, m.Conversation!.Key)).ToListAsync(cancellationToken);
        return [.. theirs, .. ours];
    }

    private sealed record Mark(DateTimeOffset At, long Inbox, long Outbox);

    private sealed record Row(bool IsMentees, long Id, byte[] Key);
}
