using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Desk;

/// <summary>What makes us worry for somebody, as whoever talks with her sees it.</summary>
/// <param name="Concern">The concern; it is not over.</param>
/// <param name="TakenBy">Who looks after it, or null.</param>
/// <param name="Lead">Who has the duty first, or null.</param>
/// <param name="Deputy">Who has it next, or null.</param>
public sealed record TalkConcern(RaisedConcern Concern, string? TakenBy, string? Lead, string? Deputy)
{
    /// <summary>Finds what is open in the conversation of a handoff.</summary>
    internal static async Task<TalkConcern?> FindAsync(MentorBotDb db, Handoff handoff, CancellationToken cancellationToken)
    {
        // What she tells of after a talk is not for whoever held it.
        if (handoff.IsOver) return null;
        var found = await db.Concerns.AsNoTracking().Include(c => c.TakenBy).FirstOrDefaultAsync(c => c.ConversationId == handoff.ConversationId && c.State < ConcernState.Ended, cancellationToken);
        if (found is null) return null;
        var people = await Rota.FindOnDutyAsync(db, found.SchemeId, cancellationToken);
        return new TalkConcern(found, found.State == ConcernState.Taken ? found.TakenBy?.Name : null, people?.Lead?.Name, people?.Deputy?.Name);
    }
}
