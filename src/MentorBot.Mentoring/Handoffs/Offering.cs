using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>Asks mentors in waves: the best first, and more of them the longer nobody takes it.</summary>
public static class Offering
{
    /// <summary>How long a wave has before the next goes out.</summary>
    public static readonly TimeSpan BetweenWaves = TimeSpan.FromMinutes(5);

    /// <summary>How long after the last wave a handoff is given up, and she is told.</summary>
    public static readonly TimeSpan AfterLastWave = TimeSpan.FromMinutes(10);

    private static readonly int[] WaveSizes = [3, 7, int.MaxValue];

    /// <summary>Sends out the next wave.</summary>
    /// <param name="turn">A turn of her conversation.</param>
    /// <param name="handoff">What <see cref="Asking"/> made or found.</param>
    /// <param name="about">What she said it is about, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Whom to tell: each with his phone, if he has one. Those without see it at the desk.</returns>
    public static async Task<IReadOnlyList<Mentor>> OfferAsync(this Turn turn, Handoff handoff, string? about, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        var wanted = new Wanted(turn.Mentee.Language, about, await LastMentorAsync(turn, cancellationToken), handoff.IsUrgent);
        var asked = Matching.Rank(await CandidatesAsync(turn, handoff, cancellationToken), wanted, turn.Now)
            .Take(handoff.IsUrgent ? int.MaxValue : WaveSizes[Math.Min(handoff.Waves, WaveSizes.Length - 1)]).ToList();
        foreach (var mentor in asked)
            turn.Db.Offers.Add(new Offer { Handoff = handoff, Mentor = mentor, Wave = handoff.Waves + 1, OfferedAt = turn.Now });
        handoff.Offer(asked.Count > 0, turn.Now + (IsLast(handoff) ? AfterLastWave : BetweenWaves));
        turn.Record("handoff.offered", handoff.Tag);
        return asked;
    }

    /// <summary>Whether every wave went out.</summary>
    public static bool WasOfferedToAll(this Handoff handoff)
    {
        ArgumentNullException.ThrowIfNull(handoff);
        return handoff.Waves >= WaveSizes.Length;
    }

    private static bool IsLast(Handoff handoff) => handoff.Waves >= WaveSizes.Length - 1;

    private static Task<int?> LastMentorAsync(Turn turn, CancellationToken cancellationToken)
    {
        var mentee = turn.Mentee.Id;
        return turn.Db.Handoffs.Where(h => h.MenteeId == mentee && h.FirstWordsAt != null)
            .OrderByDescending(h => h.Id).Select(h => h.MentorId).FirstOrDefaultAsync(cancellationToken);
    }

    private static async Task<List<Candidate>> CandidatesAsync(Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        var schemes = await turn.SchemesUpwardsAsync(handoff.SchemeId, cancellationToken);
        var (own, weekAgo) = (turn.Conversation.Id, turn.Now.AddDays(-7));
        var rows = await turn.Db.Mentors
            // Nobody is offered what he asked for himself.
            .Where(m => m.WithdrawnAt == null && schemes.Contains(m.SchemeId) && m.PhoneId != own)
            .Include(m => m.Phone!.Address!.Mentee)
            .Select(m => new
            {
                Mentor = m,
                Holds = turn.Db.Handoffs.Count(h => h.MentorId == m.Id && (h.State == HandoffState.Active || h.State == HandoffState.AwaitingMentee)),
                Took = turn.Db.Handoffs.Count(h => h.MentorId == m.Id && h.TakenAt >= weekAgo),
                WasAsked = turn.Db.Offers.Any(o => o.MentorId == m.Id && o.HandoffId == handoff.Id),
            })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new Candidate(row.Mentor, row.Holds, row.Took, row.WasAsked));
    }
}
