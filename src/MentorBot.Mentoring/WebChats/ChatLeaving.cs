using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.WebChats;

/// <summary>Tells a chat's conversation that its page was left in a hurry, where a mentor talks in it or was asked to. Nobody else need know.</summary>
public sealed class ChatLeaving(IDbContextFactory<MentorBotDb> contexts, Inbox inbox, TimeProvider clock)
{
    /// <summary>The occasion that the conversation's turn deals with.</summary>
    public const string Left = "chat.left";

    /// <summary>Tells it. When this completes it is on disk.</summary>
    public async Task LeaveAsync(byte[] conversationKey, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var conversation = await db.Conversations.AsNoTracking().Include(c => c.Address)
            .FirstOrDefaultAsync(c => c.Key == conversationKey && db.Handoffs.Any(h => h.ConversationId == c.Id && h.State < HandoffState.Ended), cancellationToken);
        if (conversation is not null) await inbox.CallAsync(new Occasion(conversation, Left, $"left {conversation.Id} {clock.GetUtcNow().UtcTicks}"));
    }
}
