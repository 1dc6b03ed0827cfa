using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Try;

/// <summary>Reads what a simulator's screen shows: what was sent from it, and what was really delivered to it.</summary>
internal sealed class TryScreen(IDbContextFactory<MentorBotDb> contexts, TextVault texts)
{
    /// <summary>A conversation's messages, oldest first.</summary>
    public async Task<IReadOnlyList<TryLine>> ReadAsync(byte[] conversationKey, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var sent = await db.Inbox.AsNoTracking().Where(m => m.ConversationKey == conversationKey && m.Channel != Occasion.Channel).OrderBy(m => m.Sequence).ToListAsync(cancellationToken);
        var received = await db.Outbox.AsNoTracking()
            .Where(m => m.Conversation!.Key == conversationKey && m.State == OutboxState.Accepted).OrderBy(m => m.Sequence).ToListAsync(cancellationToken);

        return sent.Select(m => new TryLine($"in-{m.Id}", Open(m.SealedActivity, conversationKey), m.ReceivedAt))
            .Concat(received.Select(m => new TryLine($"out-{m.Id}", Open(m.SealedActivity, conversationKey), m.PreparedAt)))
            .OrderBy(line => line.At).ThenBy(line => line.Direction, StringComparer.Ordinal)
            .ToList();
    }

    private Activity Open(byte[]? box, byte[] key) => box is null ? new Activity(ActivityTypes.Message) { Text = "(erased)" } : texts.OpenActivity(box, key);
}

/// <summary>One message on a simulator's screen.</summary>
/// <param name="Id">Names it on the screen.</param>
/// <param name="Activity">What was said.</param>
/// <param name="At">When, by the simulator's clock.</param>
internal sealed record TryLine(string Id, Activity Activity, DateTimeOffset At)
{
    /// <summary>"in" for what the mentee sent, "out" for what she got.</summary>
    public string Direction => Id.Split('-')[0];
}
