using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
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
        var onlooker = await turn.Db.Onlookers.FirstOrDefaultAsync(o => o.HandoffId == handoff.Id && o.MentorId == mentorId, cancellationToken)
            ?? turn.Db.Onlookers.Add(new Onlooker { Handoff = handoff, Mentor = colleague }).Entity;
        onlooker.Join(turn.Now);
        handoff.LetLookOn();
        turn.Record("handoff.looked-on", handoff.Tag, handoff.Hers);
        return DeskResult.Done;
    }

    /// <summary>A mentor who helps where she is, and still may; null if there is none with this number.</summary>
    public static async Task<Mentor?> FindColleagueAsync(this Turn turn, Handoff handoff, int mentorId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        var schemes = await turn.SchemesUpwardsAsync(handoff.SchemeId, cancellationToken);
        return await turn.Db.Mentors.FirstOrDefaultAsync(m => m.Id == mentorId && m.WithdrawnAt == null && schemes.Contains(m.SchemeId), cancellationToken);
    }

    /// <summary>Where he looks on.</summary>
    internal static Task<List<Onlooker>> LookedOnByAsync(this Turn turn, Mentor mentor, CancellationToken cancellationToken) =>
        turn.Db.Onlookers.Where(o => o.MentorId == mentor.Id && o.Until == null).ToListAsync(cancellationToken);
}
