using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.WebChats;

/// <summary>Forgets web chats: their words a day after the last of them, the ways back to them after 90 days. Others' words are <see cref="Retention"/>'s business.</summary>
/// <remarks>
/// Nobody knows who sits at a shared computer tomorrow. A round reads on from the last turn that was forgotten; a new process begins at the first chat, once. One round at a time.
/// </remarks>
public sealed class ChatRetention(IDbContextFactory<MentorBotDb> contexts, Writes writes, TimeProvider clock)
{
    /// <summary>How long the words of an idle chat are kept after its last turn, and a file after it came.</summary>
    public static readonly TimeSpan KeepWordsFor = TimeSpan.FromHours(24);

    /// <summary>How long the return code of a chat works after its last turn. One of a chat in which nothing was ever said is gone after <see cref="KeepWordsFor"/>.</summary>
    public static readonly TimeSpan KeepCodesFor = TimeSpan.FromDays(90);

    private const int AtOnce = 200;

    private DateTimeOffset _forgottenTo = DateTimeOffset.MinValue;

    /// <summary>Forgets all that is due.</summary>
    /// <returns>How many chats lost their words.</returns>
    public async Task<int> EraseAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await EraseUploadsAsync(now - KeepWordsFor, cancellationToken);
        var erased = await EraseWordsAsync(now - KeepWordsFor, cancellationToken);
        await EraseCodesAsync(now, cancellationToken);
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
            foreach (var chat in chats)
            {
                var isDone = await writes.RunAsync(db => EraseAsync(db, chat, before, cancellationToken), cancellationToken);
                // What still waits to be answered or sent keeps its words, and its chat is looked at again.
                if (!isDone && chat.LastTurnAt < forgottenTo) forgottenTo = chat.LastTurnAt;
            }
            erased += chats.Count;
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
            .OrderBy(c => c.Id).Take(AtOnce).Select(c => new Idle(c.Id, c.Key, c.LastTurnAt)).ToListAsync(cancellationToken);
    }

    /// <summary>Erases the words of one chat that are settled and old.</summary>
    /// <returns>Whether none is left.</returns>
    private static async Task<bool> EraseAsync(MentorBotDb db, Idle chat, DateTimeOffset before, CancellationToken cancellationToken)
    {
        // It may have gone on since it was read.
        var isIdle = await db.Conversations.Where(c => c.Id == chat.Id && c.LastTurnAt < before)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.State, (byte[]?)null).SetProperty(x => x.Version, x => x.Version + 1), cancellationToken);
        if (isIdle == 0) return true;

        await db.Inbox.Where(m => m.ConversationKey == chat.Key && m.SealedActivity != null && m.State != InboxState.Waiting && m.ReceivedAt < before)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.SealedActivity, (byte[]?)null).SetProperty(x => x.SealedAddress, (byte[]?)null), cancellationToken);
        await db.Outbox.Where(m => m.ConversationId == chat.Id && m.SealedActivity != null && m.State > OutboxState.Uncertain)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.SealedActivity, (byte[]?)null), cancellationToken);
        return !await db.Inbox.AnyAsync(m => m.ConversationKey == chat.Key && m.SealedActivity != null, cancellationToken)
            && !await db.Outbox.AnyAsync(m => m.ConversationId == chat.Id && m.SealedActivity != null, cancellationToken);
    }

    private async Task EraseCodesAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (unused, old) = (now - KeepWordsFor, now - KeepCodesFor);
        for (var last = 0L; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var chats = await db.WebChats.Where(w => w.Id > last).OrderBy(w => w.Id).Take(AtOnce)
                .Select(w => new
                {
                    w.Id,
                    w.StartedAt,
                    LastTurnAt = db.Conversations.Where(c => c.Key == w.ConversationKey).Select(c => (DateTimeOffset?)c.LastTurnAt).FirstOrDefault(),
                    IsWaiting = db.Inbox.Any(m => m.ConversationKey == w.ConversationKey && m.State == InboxState.Waiting),
                }).ToListAsync(cancellationToken);
            var gone = chats.Where(w => !w.IsWaiting && (w.LastTurnAt is { } at ? at < old : w.StartedAt < unused)).Select(w => w.Id).ToList();
            if (gone.Count > 0)
                await writes.RunAsync(other => other.WebChats.Where(w => gone.Contains(w.Id)).ExecuteDeleteAsync(cancellationToken), cancellationToken);
            if (chats.Count < AtOnce) return;
            last = chats[^1].Id;
        }
    }

    private sealed record Idle(long Id, byte[] Key, DateTimeOffset LastTurnAt);
}
