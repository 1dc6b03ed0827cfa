using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.WebChats;

/// <summary>Forgets web chats: their words a day after the last of them, the ways back to them after 90 days. Others' words are <see cref="Retention"/>'s business.</summary>
/// <remarks>
/// Nobody knows who sits at a shared computer tomorrow. A round reads on from where the one before ended; a new process begins at the first chat, once, and writes only
/// where there is something to erase. One round at a time.
/// </remarks>
public sealed class ChatRetention(IDbContextFactory<MentorBotDb> contexts, Writes writes, TimeProvider clock)
{
    /// <summary>How long the words of an idle chat are kept after the last of them, and a file after it came.</summary>
    public static readonly TimeSpan KeepWordsFor = TimeSpan.FromHours(24);

    /// <summary>How long the return code of a chat works after something was last said in it. One of a chat in which nothing was ever said is gone after <see cref="KeepWordsFor"/>.</summary>
    public static readonly TimeSpan KeepCodesFor = TimeSpan.FromDays(90);

    private const int AtOnce = 200;

    private DateTimeOffset _forgottenTo = DateTimeOffset.MinValue;
    private DateTimeOffset _closedTo = DateTimeOffset.MinValue;
    private long _usedTo;

    /// <summary>Forgets all that is due.</summary>
    /// <returns>How many chats lost their words.</returns>
    public async Task<int> EraseAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await EraseUploadsAsync(now - KeepWordsFor, cancellationToken);
        var erased = await EraseWordsAsync(now - KeepWordsFor, cancellationToken);
        await EraseUnusedCodesAsync(now - KeepWordsFor, cancellationToken);
        await EraseOldCodesAsync(now - KeepCodesFor, cancellationToken);
        return erased;
    }

    private Task<int> EraseUploadsAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        writes.RunAsync(db => db.Uploads.Where(u => u.UploadedAt <= before).ExecuteDeleteAsync(cancellationToken), cancellationToken);

    private async Task<int> EraseWordsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var (erased, forgottenTo) = (0, before);
        for (var last = 0L; ;)
        {
            var chats = await IdleAsync(last, before, cancellationToken);
            foreach (var chat in chats.Where(chat => chat.HasWords))
            {
                var (lost, keepsSome) = await writes.RunAsync(db => EraseAsync(db, chat, before, cancellationToken), cancellationToken);
                if (lost) erased++;
                // What still waits to be answered or sent keeps its words, and its chat is looked at again.
                if (keepsSome && chat.LastTurnAt < forgottenTo) forgottenTo = chat.LastTurnAt;
            }
            if (chats.Count < AtOnce) break;
            last = chats[^1].Id;
        }
        _forgottenTo = forgottenTo;
        return erased;
    }

    private async Task<List<Idle>> IdleAsync(long after, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Conversations
            .Where(c => c.Id > after && c.LastTurnAt >= _forgottenTo && c.LastTurnAt < before && c.Address!.Channel == BotFramework.Channels.WebChat)
            .OrderBy(c => c.Id).Take(AtOnce)
            .Select(c => new Idle(c.Id, c.Key, c.LastTurnAt, c.State != null
                || db.Inbox.Any(m => m.ConversationKey == c.Key && m.SealedActivity != null)
                || db.Outbox.Any(m => m.ConversationId == c.Id && m.SealedActivity != null)))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Erases the words of one chat that are settled and old.</summary>
    private static async Task<(bool Lost, bool KeepsSome)> EraseAsync(MentorBotDb db, Idle chat, DateTimeOffset before, CancellationToken cancellationToken)
    {
        // It may have gone on since it was read.
        if (!await db.Conversations.AnyAsync(c => c.Id == chat.Id && c.LastTurnAt < before, cancellationToken)) return (false, false);

        var lost = await db.Conversations.Where(c => c.Id == chat.Id && c.LastTurnAt < before && c.State != null)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.State, (byte[]?)null).SetProperty(x => x.Version, x => x.Version + 1), cancellationToken);
        lost += await db.Inbox.Where(m => m.ConversationKey == chat.Key && m.SealedActivity != null && m.State != InboxState.Waiting && m.ReceivedAt < before)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.SealedActivity, (byte[]?)null).SetProperty(x => x.SealedAddress, (byte[]?)null), cancellationToken);
        lost += await db.Outbox.Where(m => m.ConversationId == chat.Id && m.SealedActivity != null && m.State > OutboxState.Uncertain && m.PreparedAt < before)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.SealedActivity, (byte[]?)null), cancellationToken);
        // What mentors noted about her is about her words.
        lost += await db.HandoffNotes.Where(n => n.Handoff!.ConversationId == chat.Id && n.Sealed != null && n.At < before)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.Sealed, (byte[]?)null), cancellationToken);
        var keepsSome = await db.Inbox.AnyAsync(m => m.ConversationKey == chat.Key && m.SealedActivity != null, cancellationToken)
            || await db.Outbox.AnyAsync(m => m.ConversationId == chat.Id && m.SealedActivity != null, cancellationToken);
        return (lost > 0, keepsSome);
    }

    /// <summary>Erases the codes of chats in which nothing was ever said. They are stored in the order of time: a round ends at the first that is young, where the next begins.</summary>
    private async Task EraseUnusedCodesAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        for (var (last, allUsed) = (_usedTo, true); ;)
        {
            var chats = await BegunAsync(last, cancellationToken);
            var old = chats.TakeWhile(chat => chat.StartedAt < before).ToList();
            await EraseCodesAsync(old.FindAll(chat => chat is { IsUsed: false, IsWaiting: false }).ConvertAll(chat => chat.Id), cancellationToken);
            // In which something waits to be answered may turn out either way.
            allUsed &= !old.Exists(chat => chat is { IsUsed: false, IsWaiting: true });
            if (allUsed && old.Count > 0) _usedTo = old[^1].Id;
            if (old.Count < AtOnce) return;
            last = old[^1].Id;
        }
    }

    private async Task<List<Begun>> BegunAsync(long after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.WebChats.Where(w => w.Id > after).OrderBy(w => w.Id).Take(AtOnce)
            .Select(w => new Begun(
                w.Id, w.StartedAt,
                db.Conversations.Any(c => c.Key == w.ConversationKey),
                db.Inbox.Any(m => m.ConversationKey == w.ConversationKey && m.State == InboxState.Waiting)))
            .ToListAsync(cancellationToken);
    }

    private async Task EraseOldCodesAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var closedTo = before;
        for (var last = 0L; ;)
        {
            var chats = await SilentAsync(last, before, cancellationToken);
            await EraseCodesAsync(chats.FindAll(chat => !chat.IsWaiting).ConvertAll(chat => chat.CodeId), cancellationToken);
            closedTo = chats.Where(chat => chat.IsWaiting).Select(chat => chat.LastTurnAt).Append(closedTo).Min();
            if (chats.Count < AtOnce) break;
            last = chats[^1].Id;
        }
        _closedTo = closedTo;
    }

    private async Task<List<Silent>> SilentAsync(long after, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Conversations.Where(c => c.Id > after && c.LastTurnAt >= _closedTo && c.LastTurnAt < before)
            .Join(db.WebChats, c => c.Key, w => w.ConversationKey, (c, w) => new { c.Id, CodeId = w.Id, c.LastTurnAt, c.Key })
            .OrderBy(c => c.Id).Take(AtOnce)
            .Select(c => new Silent(c.Id, c.CodeId, c.LastTurnAt, db.Inbox.Any(m => m.ConversationKey == c.Key && m.State == InboxState.Waiting)))
            .ToListAsync(cancellationToken);
    }

    private async Task EraseCodesAsync(List<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count > 0) await writes.RunAsync(db => db.WebChats.Where(w => ids.Contains(w.Id)).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    private sealed record Idle(long Id, byte[] Key, DateTimeOffset LastTurnAt, bool HasWords);

    private sealed record Begun(long Id, DateTimeOffset StartedAt, bool IsUsed, bool IsWaiting);

    private sealed record Silent(long Id, long CodeId, DateTimeOffset LastTurnAt, bool IsWaiting);
}
