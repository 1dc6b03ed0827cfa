using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>A mentor holds a handoff: words go to and fro, until he passes it on or somebody ends it.</summary>
public static class Holding
{
    /// <summary>How long she may be silent after his words before it is taken to be over.</summary>
    public static readonly TimeSpan QuietFor = TimeSpan.FromDays(1);

    /// <summary>The event that a mentor stopped, or may not hold anything any more.</summary>
    public const string MentorGone = "handoff.mentor-gone";

    /// <summary>The event that a mentor did not answer her in time.</summary>
    public const string MentorSilent = "handoff.mentor-silent";

    /// <summary>The answer "no" to the question whether it helped.</summary>
    public const int DidNotHelp = 3;

    /// <summary>What he holds, the oldest first.</summary>
    public static async Task<IReadOnlyList<Handoff>> HeldByAsync(this Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(mentor);
        var held = await turn.Db.Handoffs
            .Include(h => h.Conversation!.Address!.Mentee)
            .Where(h => h.MentorId == mentor.Id && (h.State == HandoffState.Active || h.State == HandoffState.AwaitingMentee))
            .OrderBy(h => h.Id).ToListAsync(cancellationToken);
        // What an earlier turn of the same transaction took is not stored as his yet; that turn had its conversation loaded.
        return [.. held.Union(turn.Db.Handoffs.Local).Where(h => h.IsHeld && IsWith(h, mentor)).OrderBy(h => h.Id == 0).ThenBy(h => h.Id)];
    }

    // A mentor who is not stored has no number yet.
    private static bool IsWith(Handoff handoff, Mentor mentor) => handoff.Mentor == mentor || (mentor.Id != 0 && handoff.MentorId == mentor.Id);

    /// <summary>He writes to her.</summary>
    public static void NoteMentorSpoke(this Turn turn, Handoff handoff)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        if (handoff.State == HandoffState.Active) turn.Record(handoff.FirstWordsAt is null ? "handoff.first-words" : "handoff.awaits-mentee", handoff.Tag, handoff.Hers);
        handoff.MentorSpoke(turn.Now, parkAt: turn.Now + QuietFor);
    }

    /// <summary>She writes to him: the desk shows him this message of hers from now on, and nothing else that she wrote.</summary>
    /// <param name="turn">Her turn.</param>
    /// <param name="handoff">What he holds.</param>
    /// <param name="words">Which message, and whether its numbers are left out.</param>
    public static void NoteMenteeSpoke(this Turn turn, Handoff handoff, Passing words)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        turn.NotePassed(handoff, words);
        if (handoff.State == HandoffState.AwaitingMentee) turn.Record("handoff.awaits-mentor", handoff.Tag, handoff.Hers);
        handoff.MenteeSpoke(answerBy: handoff.AnswerBy(turn.Now));
    }

    /// <summary>He is given a message of hers.</summary>
    public static void NotePassed(this Turn turn, Handoff handoff, Passing words)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        ArgumentNullException.ThrowIfNull(words);
        turn.Db.PassedMessages.Add(new PassedMessage { Handoff = handoff, Mentor = handoff.Mentor, InboxId = words.MessageId, HidesContacts = words.HidesContacts, At = turn.Now });
    }

    /// <summary>He goes on at the desk: what she writes is shown there, and does not go to his phone.</summary>
    public static void MoveToDesk(this Turn turn, Handoff handoff)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        handoff.MoveToDesk();
    }

    /// <summary>Whether a colleague can be asked now to go on with a talk: he is there, hears of it, and has not said no to it. A danger does not wait for his hours.</summary>
    public static async Task<bool> CanBeAskedNowAsync(this Turn turn, Handoff handoff, Mentor colleague, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        ArgumentNullException.ThrowIfNull(colleague);
        if (colleague.AwaySince is not null || !colleague.HearsOfOffers) return false;
        if (!handoff.IsUrgent && (colleague.IsQuietAt(turn.Now) || !colleague.IsUsuallyThereAt(turn.Now))) return false;
        return !await turn.Db.Offers.AnyAsync(o => o.HandoffId == handoff.Id && o.MentorId == colleague.Id && (o.Answer == OfferAnswer.Declined || o.Answer == OfferAnswer.Silent), cancellationToken);
    }

    /// <summary>Whoever has just given it back names who is asked before all others.</summary>
    public static void PassTo(this Turn turn, Handoff handoff, int mentorId)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        handoff.PassTo(mentorId);
    }

    /// <summary>It goes round again: he passes it on, kept silent too long, or may not hold it any more. He is not asked about it again. Her own turn, which follows at once, asks others.</summary>
    /// <param name="turn">His turn, or hers.</param>
    /// <param name="handoff">What he holds.</param>
    /// <param name="because">The event, such as <c>handoff.passed</c>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task ReturnAsync(this Turn turn, Handoff handoff, string because, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        var mine = turn.Db.Offers.Local.FirstOrDefault(o => o.Handoff == handoff && o.Mentor is not null && o.Mentor == handoff.Mentor)
            ?? await turn.Db.Offers.FirstOrDefaultAsync(o => o.HandoffId == handoff.Id && o.MentorId == handoff.MentorId, cancellationToken);
        mine?.Note(because == MentorSilent ? OfferAnswer.Silent : OfferAnswer.Declined);
        await CloseLookingOnAsync(turn, handoff, cancellationToken);
        await turn.ReopenConcernAsync(handoff, cancellationToken);
        turn.AnnounceFailure(handoff, "returned");
        handoff.Return(nextAt: turn.Now);
        turn.Record(because, handoff.Tag, handoff.Hers);
        turn.Call(HandoffClock.OccasionOf(handoff, turn.Now));
    }

    /// <summary>A mentor is gone: all that he holds goes round again, and all that he was offered is passed.</summary>
    /// <returns>How many he held.</returns>
    public static async Task<int> GiveAllBackAsync(this Turn turn, Mentor mentor, CancellationToken cancellationToken)
    {
        foreach (var offer in await turn.OffersToAsync(mentor, cancellationToken)) await turn.DeclineAsync(offer, cancellationToken);
        var held = await turn.HeldByAsync(mentor, cancellationToken);
        foreach (var handoff in held) await turn.ReturnAsync(handoff, MentorGone, cancellationToken);
        await turn.ReopenConcernsOfAsync(mentor, cancellationToken);
        return held.Count;
    }

    /// <summary>He says that it is done. Her own turn, which follows at once, ends it.</summary>
    /// <param name="turn">His turn.</param>
    /// <param name="handoff">What he holds.</param>
    /// <param name="outcome">How it went, or null if he does not say.</param>
    public static void Finish(this Turn turn, Handoff handoff, HandoffOutcome? outcome = null)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        if (outcome is { } how)
        {
            handoff.Note(how);
            turn.Record("handoff.outcome", how.ToString(), handoff.Hers);
        }
        handoff.Finish(turn.Now);
        turn.Call(HandoffClock.OccasionOf(handoff, turn.Now));
    }

    /// <summary>It is over. Unless its mentor says that it is done, people are alerted again of a concern that he looked after with it.</summary>
    /// <returns>The mentors who had not answered an offer of it yet.</returns>
    public static async Task<IReadOnlyList<Mentor>> EndAsync(this Turn turn, Handoff handoff, HandoffEnd ending, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        await CloseLookingOnAsync(turn, handoff, cancellationToken);
        if (ending != HandoffEnd.Done) await turn.ReopenConcernAsync(handoff, cancellationToken);
        turn.AnnounceEnd(handoff, ending);
        handoff.End(ending, turn.Now);
        turn.Record("handoff.ended", ending.ToString(), handoff.Hers);
        return await Taking.CloseOffersAsync(turn, handoff, cancellationToken);
    }

    // Whoever looks on was asked by who held it, to look at his talk.
    private static async Task CloseLookingOnAsync(Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        if (!handoff.HasOnlookers) return;
        foreach (var onlooker in await turn.Db.Onlookers.Where(o => o.HandoffId == handoff.Id && o.Until == null).ToListAsync(cancellationToken)) onlooker.Leave(turn.Now);
    }

    /// <summary>She says how far it helped.</summary>
    /// <param name="turn">Her turn.</param>
    /// <param name="handoffId">What ended.</param>
    /// <param name="helped">1 yes, 2 a little, <see cref="DidNotHelp"/> no.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task NoteHelpedAsync(this Turn turn, long handoffId, int helped, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (await turn.Db.Handoffs.FindAsync([handoffId], cancellationToken) is { } handoff) handoff.Helped = helped;
        turn.Record("handoff.helped", $"{helped}");
    }

    /// <summary>Nobody took it in time.</summary>
    public static Task<IReadOnlyList<Mentor>> ExpireAsync(this Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        turn.AnnounceFailure(handoff, "expired");
        handoff.Expire(turn.Now);
        turn.Record("handoff.expired", handoff.Tag);
        return Taking.CloseOffersAsync(turn, handoff, cancellationToken);
    }
}

/// <summary>A message of hers that a mentor is given.</summary>
/// <param name="MessageId">Which, by its number in the inbox.</param>
/// <param name="HidesContacts">Whether numbers in it are left out: she was not asked about them.</param>
public sealed record Passing(long MessageId, bool HidesContacts = false);
