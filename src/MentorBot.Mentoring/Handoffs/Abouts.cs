using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>Reads what a mentee said a handoff is about: the message in which she said so is its only memory.</summary>
public sealed class Abouts(TextVault texts)
{
    /// <summary>Her words; null if she said nothing, or they were erased.</summary>
    public Task<string?> ReadAsync(Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        return ReadAsync(turn.Db, handoff, cancellationToken);
    }

    /// <summary>The same outside a turn.</summary>
    internal async Task<string?> ReadAsync(MentorBotDb db, Handoff handoff, CancellationToken cancellationToken)
    {
        if (handoff.AboutId is not { } id) return null;
        var message = await db.Inbox.Where(m => m.Id == id).Select(m => new { m.SealedActivity, m.ConversationKey }).FirstOrDefaultAsync(cancellationToken);
        return message?.SealedActivity is { } words ? texts.OpenActivity(words, message.ConversationKey).Text : null;
    }
}
