using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Desk;

/// <summary>Finds who reads along in a web chat that a mentor holds, and which chat a mentor writes in: to show that somebody is typing.</summary>
public sealed class HeldChats(IDbContextFactory<MentorBotDb> contexts, AddressVault addresses)
{
    /// <summary>Who reads what is written in a conversation; null if no mentor holds it at the desk.</summary>
    public async Task<HeldChat?> FindAsync(byte[] conversationKey, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var talk = await db.Handoffs
            .Where(h => h.Conversation!.Key == conversationKey && (h.State == HandoffState.Active || h.State == HandoffState.AwaitingMentee))
            .Select(h => new { h.Id, h.MentorId, Onlookers = db.Onlookers.Where(o => o.HandoffId == h.Id && o.Until == null).Select(o => o.MentorId).ToList() })
            .FirstOrDefaultAsync(cancellationToken);
        return talk is null ? null : new HeldChat(talk.Id, [talk.MentorId!.Value, .. talk.Onlookers]);
    }

    /// <summary>Where she is reached in a handoff that this mentor holds, if typing can be shown there; null if he does not hold it, or it cannot.</summary>
    public async Task<TypingPlace?> FindChatAsync(int mentorId, long handoffId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var address = await db.Handoffs
            .Where(h => h.Id == handoffId && h.MentorId == mentorId && (h.State == HandoffState.Active || h.State == HandoffState.AwaitingMentee))
            .Select(h => h.Conversation!.Address!).FirstOrDefaultAsync(cancellationToken);
        return address?.Channel is BotFramework.Channels.WebChat or BotFramework.Channels.Telegram ? new TypingPlace(address.Channel, addresses.Open(address.Sealed, address.Key)) : null;
    }
}

/// <summary>A web chat that a mentor holds.</summary>
/// <param name="HandoffId">Which handoff.</param>
/// <param name="Readers">The mentors who read it: who holds it, and who looks on.</param>
public sealed record HeldChat(long HandoffId, IReadOnlyList<int> Readers);

/// <summary>A chat in which it can be shown that somebody types.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Address">Her name on it.</param>
public sealed record TypingPlace(string Channel, string Address);
