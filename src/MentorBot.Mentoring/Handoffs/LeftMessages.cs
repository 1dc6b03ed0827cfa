using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>Nobody is there, and she leaves a message in place of waiting. Until a mentor has written to her it is offered again and again, for three days.</summary>
public static class LeftMessages
{
    /// <summary>How often it is looked for mentors who were asleep or busy when a message was left.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);

    /// <summary>How long a message waits for a mentor.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromDays(3);

    // He can read no more at once; the rest follows with the next look.
    private const int MostAtOnce = 20;

    /// <summary>She leaves a message.</summary>
    /// <returns>It, parked.</returns>
    public static async Task<Handoff> LeaveMessageAsync(this Turn turn, CancellationToken cancellationToken)
    {
        var handoff = await turn.AskForMentorAsync(turn.MessageId, isUrgent: false, cancellationToken);
        turn.Park(handoff);
        return handoff;
    }

    /// <summary>Nobody is there to read what she asked: it waits as a message that she left.</summary>
    public static void Park(this Turn turn, Handoff handoff)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        handoff.Park();
        turn.Record("handoff.parked", handoff.Tag);
    }

    /// <summary>She left a message, and somebody is asked at once, for she may be in danger: if nobody takes it, it waits on.</summary>
    public static void KeepAsMessage(this Turn turn, Handoff handoff)
    {
        ArgumentNullException.ThrowIfNull(handoff);
        handoff.KeepAsMessage();
    }

    /// <summary>Whether it is a message that nobody answered, and its days are not over.</summary>
    public static bool IsKept(this Turn turn, Handoff handoff)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        return handoff is { IsMessage: true, FirstWordsAt: null } && turn.Now - handoff.RequestedAt < Wait;
    }

    /// <summary>Who took it and kept silent may be asked again: he had no time then, and she still waits for an answer.</summary>
    public static async Task AskSilentAgainAsync(this Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        foreach (var offer in await turn.Db.Offers.Where(o => o.HandoffId == handoff.Id && o.Answer == OfferAnswer.Silent).ToListAsync(cancellationToken)) offer.Note(OfferAnswer.Closed);
    }

    /// <summary>He is there again: the messages that wait are looked at at once, and those that he may have are offered to him.</summary>
    public static async Task LookForMessagesAsync(this Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(mentor);
        var schemes = await turn.Db.SchemesDownwardsAsync(mentor.SchemeId, cancellationToken);
        var waiting = await turn.Db.Handoffs.Include(h => h.Conversation!.Address)
            .Where(h => schemes.Contains(h.SchemeId) && h.State == HandoffState.Parked && !turn.Db.Offers.Any(o => o.HandoffId == h.Id && o.MentorId == mentor.Id && (o.Answer == OfferAnswer.None || o.Answer == OfferAnswer.Declined)))
            .OrderBy(h => h.RequestedAt).Take(MostAtOnce).ToListAsync(cancellationToken);
        foreach (var handoff in waiting)
        {
            handoff.Hurry(turn.Now);
            turn.Call(HandoffClock.OccasionOf(handoff, turn.Now));
        }
    }
}
