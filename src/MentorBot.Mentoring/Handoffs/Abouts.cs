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
        return ReadAsync(turn.Db, handoff.AboutId, cancellationToken);
    }

    /// <summary>The words of any message in which she said what something is about, likewise.</summary>
    public Task<string?> ReadAsync(Turn turn, long? aboutId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return ReadAsync(turn.Db, aboutId, cancellationToken);
    }

    /// <summary>The same outside a turn.</summary>
    internal async Task<string?> ReadAsync(MentorBotDb db, long? aboutId, CancellationToken cancellationToken)
    {
        if (aboutId is not { } id) return null;
        var message = await db.Inbox.Where(m => m.Id == id).Select(m => new { m.SealedActivity, m.ConversationKey }).FirstOrDefaultAsync(cancellationToken);
        return message?.SealedActivity is { } words ? texts.OpenActivity(words, message.ConversationKey).Text : null;
    }
}
