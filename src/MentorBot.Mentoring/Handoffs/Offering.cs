using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>Asks mentors in waves: the best first, and more of them the longer nobody takes it.</summary>
public static class Offering
{
    /// <summary>How long, where somebody may be in danger.</summary>
    public static readonly TimeSpan BetweenUrgentWaves = TimeSpan.FromMinutes(2);

    private static readonly int[] WaveSizes = [3, 7, int.MaxValue];

    /// <summary>Sends out the next wave.</summary>
    /// <param name="turn">A turn of her conversation.</param>
    /// <param name="handoff">What <see cref="Asking"/> made or found.</param>
    /// <param name="about">What she said it is about, or null.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Whom to tell: each with his phone, if he has one.</returns>
    public static async Task<IReadOnlyList<Mentor>> OfferAsync(this Turn turn, Handoff handoff, string? about, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        var wanted = new Wanted(turn.Mentee.Language, about, await LastMentorAsync(turn, cancellationToken), handoff.IsUrgent);
        var candidates = await CandidatesAsync(turn, handoff, cancellationToken);
        var (wave, asked) = Matching.ByName(candidates, handoff.PassedToId) is { } named
            ? (handoff.Waves + 1, [named])
            : await WaveAsync(turn, handoff, Matching.Rank(candidates, wanted, turn.Now), cancellationToken);
        foreach (var mentor in asked) Ask(turn, handoff, (mentor, wave));
        handoff.Offer(wave, toAnybody: asked.Count > 0 || handoff.IsHubAsked, turn.Now + WaitAfter(handoff, wave));
        if (asked.Count > 0) turn.Record("handoff.offered", handoff.Tag);
        return asked;
    }

    private static TimeSpan WaitAfter(Handoff handoff, int wave) =>
        handoff.State == HandoffState.Parked ? LeftMessages.BetweenLooks
        : wave >= WaveSizes.Length ? TimeSpan.FromMinutes(handoff.GiveUpMinutes)
        : handoff.IsUrgent ? BetweenUrgentWaves
        : TimeSpan.FromMinutes(handoff.WaveMinutes);

    private static async Task<(int Wave, IReadOnlyList<Mentor> Asked)> WaveAsync(Turn turn, Handoff handoff, IReadOnlyList<Mentor> ranked, CancellationToken cancellationToken) =>
        handoff.IsUrgent ? await UrgentWaveAsync(turn, handoff, ranked, cancellationToken) : Wave(handoff, ranked);

    // A message waits for whoever comes, and so all may know of it.
    private static (int Wave, IReadOnlyList<Mentor> Asked) Wave(Handoff handoff, IReadOnlyList<Mentor> ranked) =>
        handoff.State == HandoffState.Parked ? (handoff.Waves + 1, ranked) : (handoff.Waves + 1, [.. ranked.Take(WaveSizes[Math.Min(handoff.Waves, WaveSizes.Length - 1)])]);

    /// <summary>First whoever looks after her already, or else the lead; then lead and deputy; then all. A wave that nobody could hear of is no wave: the next goes out at once. Nor are there two where nobody is on duty.</summary>
    private static async Task<(int Wave, IReadOnlyList<Mentor> Asked)> UrgentWaveAsync(Turn turn, Handoff handoff, IReadOnlyList<Mentor> ranked, CancellationToken cancellationToken)
    {
        var people = await turn.FindOnDutyAsync(handoff.SchemeId, cancellationToken);
        var concern = await turn.FindConcernInAsync(handoff.Conversation!, cancellationToken);
        var keeper = concern?.State == ConcernState.Taken ? concern.TakenBy : null;
        Mentor?[][] waves = people?.Duty.IsOnAt(turn.Now) == true ? [[keeper ?? people.Lead], [keeper, people.Lead, people.Deputy]] : [[keeper]];
        for (var wave = handoff.Waves; wave < waves.Length; wave++)
            if (ranked.Where(waves[wave].Contains).ToList() is var few && few.Exists(mentor => mentor.CanBeTold(turn.Now))) return (wave + 1, few);
        return (WaveSizes.Length, ranked);
    }

    /// <summary>The offer to a mentor who has the duty, made now if he was not asked: he may take whoever is in danger.</summary>
    public static async Task<Offer> OfferOfDutyAsync(this Turn turn, Handoff handoff, Mentor mentor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        if (await turn.FindOfferAsync(mentor, handoff.Tag, cancellationToken) is { } offer && offer.Handoff == handoff) return offer;
        var made = turn.Db.Offers.Add(new Offer { Handoff = handoff, Mentor = mentor }).Entity;
        made.Ask(Math.Max(handoff.Waves, 1), turn.Now);
        return made;
    }

    /// <summary>Whether a mentor, or a hub, was asked who has not answered yet.</summary>
    public static async Task<bool> IsAnybodyAskedAsync(this Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        if (handoff.IsHubAsked) return true;
        var asked = await turn.Db.Offers.Where(o => o.HandoffId == handoff.Id && o.Answer == OfferAnswer.None).ToListAsync(cancellationToken);
        // What this transaction changed already is known here only.
        return asked.Exists(o => o.Answer == OfferAnswer.None) || turn.Db.Offers.Local.Any(o => o.Handoff == handoff && o.Answer == OfferAnswer.None);
    }

    private static void Ask(Turn turn, Handoff handoff, (Mentor Mentor, int Wave) to)
    {
        var (mentor, wave) = to;
        var offer = turn.Db.Offers.Local.FirstOrDefault(o => o.Handoff == handoff && o.Mentor == mentor)
            ?? turn.Db.Offers.Add(new Offer { Handoff = handoff, Mentor = mentor }).Entity;
        offer.Ask(wave, turn.Now);
    }

    /// <summary>Whether every wave went out.</summary>
    public static bool WasOfferedToAll(this Handoff handoff)
    {
        ArgumentNullException.ThrowIfNull(handoff);
        return handoff.State != HandoffState.Parked && handoff.Waves >= WaveSizes.Length;
    }

    private static Task<int?> LastMentorAsync(Turn turn, CancellationToken cancellationToken)
    {
        var mentee = turn.Mentee.Id;
        return turn.Db.Handoffs.Where(h => h.MenteeId == mentee && h.State == HandoffState.Ended && h.FirstWordsAt != null && h.Helped != Holding.DidNotHelp)
            .OrderByDescending(h => h.Id).Select(h => h.MentorId).FirstOrDefaultAsync(cancellationToken);
    }

    private static async Task<List<Candidate>> CandidatesAsync(Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        var schemes = await turn.Db.SchemesUpwardsAsync(handoff.SchemeId, cancellationToken);
        var (own, weekAgo) = (turn.Conversation.Id, turn.Now.AddDays(-7));
        var rows = await turn.Db.Mentors
            // Nobody is offered what he asked for himself.
            .Where(m => m.WithdrawnAt == null && m.AwaySince == null && schemes.Contains(m.SchemeId) && m.PhoneId != own)
            // Nor who cannot hear of it, or talks to a mentor himself at the moment. The desk can always be looked at.
            .Where(m => m.HearsBy != HearsBy.Phone || m.Phone == null || (m.Phone.Floor == Floor.Bot && m.Phone.Address!.OptedOutAt == null && m.Phone.Address.UnusableBecause == null))
            .Include(m => m.Phone!.Address!.Mentee)
            .Select(m => new
            {
                Mentor = m,
                Holds = turn.Db.Handoffs.Count(h => h.MentorId == m.Id && (h.State == HandoffState.Active || h.State == HandoffState.AwaitingMentee)),
                Took = turn.Db.Handoffs.Count(h => h.MentorId == m.Id && h.TakenAt >= weekAgo),
                Offer = turn.Db.Offers.FirstOrDefault(o => o.MentorId == m.Id && o.HandoffId == handoff.Id),
            })
            .ToListAsync(cancellationToken);
        // Who was told that somebody else has it may be asked again when it comes back.
        return rows.ConvertAll(row => new Candidate(row.Mentor, row.Holds, row.Took, WasAsked: row.Offer is { Answer: not OfferAnswer.Closed }));
    }
}
