using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>What a mentor does with what he was offered: takes it, or not. The first to take it has it.</summary>
public static class Taking
{
    /// <summary>The mentor whose phone this turn's conversation is; null if it is nobody's. His rights may have been withdrawn.</summary>
    public static async Task<Mentor?> FindMentorAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (!turn.Conversation.IsMentors) return null;
        var id = turn.Conversation.Id;
        return turn.Db.Mentors.Local.FirstOrDefault(m => m.Phone == turn.Conversation)
            ?? await turn.Db.Mentors.FirstOrDefaultAsync(m => m.PhoneId == id, cancellationToken);
    }

    /// <summary>The offers that he has not answered, the oldest first, with their handoffs.</summary>
    public static async Task<IReadOnlyList<Offer>> OffersToAsync(this Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(mentor);
        var offers = await turn.Db.Offers
            .Include(o => o.Handoff!.Conversation!.Address!.Mentee).Include(o => o.Handoff!.Mentor)
            .Where(o => o.MentorId == mentor.Id && o.Answer == OfferAnswer.None)
            .OrderBy(o => o.Id).ToListAsync(cancellationToken);
        // An earlier turn of the same transaction may have taken one, or made one.
        return [.. offers.Union(LocalTo(turn, mentor)).Where(o => o.Answer == OfferAnswer.None).OrderBy(o => o.Id == 0).ThenBy(o => o.Id)];
    }

    /// <summary>The offer that was made to him last of a handoff with this tag, whatever became of it; null if none was.</summary>
    public static async Task<Offer?> FindOfferAsync(this Turn turn, Mentor mentor, string? tag, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(mentor);
        var unsaved = LocalTo(turn, mentor).Where(o => o.Id == 0 && (tag is null || o.Handoff!.Tag == tag)).MaxBy(o => o.OfferedAt);
        return unsaved ?? await turn.Db.Offers
            .Include(o => o.Handoff!.Conversation!.Address!.Mentee).Include(o => o.Handoff!.Mentor)
            .Where(o => o.MentorId == mentor.Id && (tag == null || o.Handoff!.Tag == tag))
            .OrderByDescending(o => o.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The offer of this handoff that was made to him, whatever became of it; null if none was.</summary>
    public static Task<Offer?> FindOfferAsync(this Turn turn, Mentor mentor, long handoffId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(mentor);
        return turn.Db.Offers
            .Include(o => o.Handoff!.Conversation!.Address!.Mentee).Include(o => o.Handoff!.Mentor)
            .FirstOrDefaultAsync(o => o.MentorId == mentor.Id && o.HandoffId == handoffId, cancellationToken);
    }

    /// <summary>He takes it: the floor is his from the commit of this turn on. What the bot had prepared and not sent is dropped.</summary>
    /// <returns>Those who were asked too, to be told kindly; null if somebody else has it, or it is over.</returns>
    public static async Task<IReadOnlyList<Mentor>?> TakeAsync(this Turn turn, Mentor mentor, Offer offer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(offer);
        var handoff = offer.Handoff!;
        if (!handoff.CanBeTaken || handoff.Conversation!.Floor == Floor.Nobody) return null;
        handoff.Take(mentor, turn.Now, wordsBy: handoff.AnswerBy(turn.Now));
        turn.Call(HandoffClock.TakenOf(handoff));
        offer.Note(OfferAnswer.Taken);
        turn.Record("handoff.taken", handoff.Tag, handoff.Hers);
        turn.AnnounceTaken(handoff);
        return await CloseOffersAsync(turn, handoff, cancellationToken);
    }

    /// <summary>He does not take it, and is not asked about it again. Was he the last who might have, the next wave goes out at once.</summary>
    public static async Task DeclineAsync(this Turn turn, Offer offer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(offer);
        var handoff = offer.Handoff!;
        offer.Note(OfferAnswer.Declined);
        turn.Record("handoff.declined", handoff.Tag, handoff.Hers);
        if (!handoff.CanBeTaken || await turn.IsAnybodyAskedAsync(handoff, cancellationToken)) return;
        handoff.Hurry(turn.Now);
        turn.Call(HandoffClock.OccasionOf(handoff, turn.Now));
    }

    /// <summary>Nobody needs to answer any more.</summary>
    /// <returns>Those who had not.</returns>
    internal static async Task<IReadOnlyList<Mentor>> CloseOffersAsync(Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        var open = await turn.Db.Offers.Where(o => o.HandoffId == handoff.Id && o.Answer == OfferAnswer.None)
            .Include(o => o.Mentor!.Phone!.Address!.Mentee).ToListAsync(cancellationToken);
        var all = open.Union(turn.Db.Offers.Local.Where(o => o.Handoff == handoff && o.Mentor is not null)).Where(o => o.Answer == OfferAnswer.None).ToList();
        foreach (var offer in all) offer.Note(OfferAnswer.Closed);
        return all.ConvertAll(o => o.Mentor!);
    }

    // What this transaction made or changed; the turn that did so had its handoff and conversation loaded.
    private static IEnumerable<Offer> LocalTo(Turn turn, Mentor mentor) =>
        turn.Db.Offers.Local.Where(o => o.Handoff?.Conversation is not null && (o.Mentor == mentor || (mentor.Id != 0 && o.MentorId == mentor.Id)));
}
