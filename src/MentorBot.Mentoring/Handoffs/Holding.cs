using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>A mentor holds a handoff: words go to and fro, until he passes it on or somebody ends it.</summary>
public static class Holding
{
    /// <summary>How long she may be silent after his words before it is taken to be over.</summary>
    public static readonly TimeSpan QuietFor = TimeSpan.FromDays(1);

    /// <summary>What he holds, the oldest first.</summary>
    public static async Task<IReadOnlyList<Handoff>> HeldByAsync(this Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(mentor);
        var held = await turn.Db.Handoffs
            .Include(h => h.Conversation!.Address!.Mentee)
            .Where(h => h.MentorId == mentor.Id && (h.State == HandoffState.Active || h.State == HandoffState.AwaitingMentee))
            .OrderBy(h => h.Id).ToListAsync(cancellationToken);
        return held.FindAll(h => h.IsHeld && h.MentorId == mentor.Id);
    }

    /// <summary>He writes to her.</summary>
    public static void NoteMentorSpoke(this Turn turn, Handoff handoff)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        if (handoff.FirstWordsAt is null) turn.Record("handoff.first-words", handoff.Tag);
        handoff.MentorSpoke(turn.Now, parkAt: turn.Now + QuietFor);
    }

    /// <summary>She writes to him.</summary>
    public static void NoteMenteeSpoke(this Turn turn, Handoff handoff)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        handoff.MenteeSpoke(answerBy: turn.Now + Taking.WordsWithin);
    }

    /// <summary>It goes round again: he passes it on, or kept silent too long. He is not asked about it again.</summary>
    public static async Task ReturnAsync(this Turn turn, Handoff handoff, string because, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        var mine = await turn.Db.Offers.FirstOrDefaultAsync(o => o.HandoffId == handoff.Id && o.MentorId == handoff.MentorId, cancellationToken);
        if (mine is not null) mine.Answer = OfferAnswer.Declined;
        handoff.Return(nextAt: turn.Now);
        turn.Record(because, handoff.Tag);
    }

    /// <summary>It is over.</summary>
    /// <returns>The mentors who had not answered an offer of it yet.</returns>
    public static Task<IReadOnlyList<Mentor>> EndAsync(this Turn turn, Handoff handoff, HandoffEnd ending, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        handoff.End(ending, turn.Now);
        turn.Record("handoff.ended", ending.ToString());
        return Taking.CloseOffersAsync(turn, handoff, cancellationToken);
    }

    /// <summary>Nobody took it in time.</summary>
    public static Task<IReadOnlyList<Mentor>> ExpireAsync(this Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        handoff.Expire(turn.Now);
        turn.Record("handoff.expired", handoff.Tag);
        return Taking.CloseOffersAsync(turn, handoff, cancellationToken);
    }
}
