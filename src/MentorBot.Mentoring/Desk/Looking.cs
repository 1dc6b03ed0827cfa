using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Desk;

/// <summary>A second mentor looks on, and stops looking.</summary>
public static class Looking
{
    /// <summary>Lets a mentor of the same scheme, or of one above it, look on at a talk that is held.</summary>
    public static async Task<DeskResult> LetLookOnAsync(this Turn turn, Handoff handoff, int mentorId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        if (mentorId == handoff.MentorId || await turn.FindColleagueAsync(handoff, mentorId, cancellationToken) is not { } colleague) return DeskResult.NoSuchMentor;
        await turn.LetLookOnAsync(handoff, colleague, cancellationToken);
        return DeskResult.Done;
    }

    /// <summary>Lets this mentor look on.</summary>
    public static async Task LetLookOnAsync(this Turn turn, Handoff handoff, Mentor colleague, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        ArgumentNullException.ThrowIfNull(colleague);
        var onlooker = await turn.Db.Onlookers.FirstOrDefaultAsync(o => o.HandoffId == handoff.Id && o.MentorId == colleague.Id, cancellationToken)
            ?? turn.Db.Onlookers.Add(new Onlooker { Handoff = handoff, Mentor = colleague }).Entity;
        onlooker.Join(turn.Now);
        handoff.LetLookOn();
        turn.Record("handoff.looked-on", handoff.Tag, handoff.Hers);
    }

    /// <summary>Whether a handoff is one of a scheme or of one below it, and held: its coordinator may look on.</summary>
    public static async Task<Handoff?> FindHeldInSchemeAsync(this Turn turn, int schemeId, long handoffId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var schemes = await turn.Db.SchemesDownwardsAsync(schemeId, cancellationToken);
        return await turn.Db.Handoffs.Include(h => h.Conversation!.Address!.Mentee)
            .FirstOrDefaultAsync(h => h.Id == handoffId && schemes.Contains(h.SchemeId) && (h.State == HandoffState.Active || h.State == HandoffState.AwaitingMentee), cancellationToken);
    }

    /// <summary>A mentor who helps where she is, and still may; null if there is none with this number.</summary>
    public static async Task<Mentor?> FindColleagueAsync(this Turn turn, Handoff handoff, int mentorId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        var schemes = await turn.Db.SchemesUpwardsAsync(handoff.SchemeId, cancellationToken);
        return await turn.Db.Mentors.Include(m => m.Phone!.Address).FirstOrDefaultAsync(m => m.Id == mentorId && m.WithdrawnAt == null && schemes.Contains(m.SchemeId), cancellationToken);
    }

    /// <summary>Where he looks on.</summary>
    internal static Task<List<Onlooker>> LookedOnByAsync(this Turn turn, Mentor mentor, CancellationToken cancellationToken) =>
        turn.Db.Onlookers.Where(o => o.MentorId == mentor.Id && o.Until == null).ToListAsync(cancellationToken);
}
