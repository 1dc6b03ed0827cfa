using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Desk;

/// <summary>Takes a mentor's rights from him: at once, with all that he holds, looks after or was asked.</summary>
internal static class Withdrawals
{
    /// <summary>Whoever he holds is looked at by the clock's next stroke, or when she writes, and goes round again. People are alerted again of what he looked after. He has no duty, looks on nowhere, and was asked nothing.</summary>
    public static async Task WithdrawAsync(this Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(mentor);
        mentor.WithdrawnAt ??= turn.Now;
        mentor.Version++;
        await TakeDutyAsync(turn, mentor, cancellationToken);
        foreach (var offer in await turn.OffersToAsync(mentor, cancellationToken)) await turn.DeclineAsync(offer, cancellationToken);
        // Only her own turn may give a talk back: what she writes to him until then is kept for whoever is next.
        foreach (var handoff in await turn.HeldByAsync(mentor, cancellationToken)) handoff.Hurry(turn.Now);
        await turn.ReopenConcernsOfAsync(mentor, cancellationToken);
        foreach (var onlooker in await turn.LookedOnByAsync(mentor, cancellationToken)) onlooker.Leave(turn.Now);
    }

    // A scheme whose lead is gone would not be seen to have none: so the deputy has it now, or the scheme above.
    private static async Task TakeDutyAsync(Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        foreach (var scheme in await turn.Db.Schemes.Where(s => s.LeadId == mentor.Id || s.DeputyId == mentor.Id).ToListAsync(cancellationToken))
            (scheme.LeadId, scheme.DeputyId) = (scheme.LeadId == mentor.Id ? null : scheme.LeadId, scheme.DeputyId == mentor.Id ? null : scheme.DeputyId);
    }
}
