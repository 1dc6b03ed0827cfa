using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Mentees;

/// <summary>Finds what somebody is asked who was given a code, once it was shown in another conversation: whether that was her.</summary>
public static class LinkQuestions
{
    /// <summary>What there is to say yes to in this turn's message, be it too late for it or not; null while its code was not shown anywhere, or she had not been asked when she wrote.</summary>
    /// <remarks>
    /// Nobody answers a question that has not been put to her: what asks (<see cref="Turn.SayIn"/>) must have been on its way before this turn's message came.
    /// If something else is said unasked after it, that must have been too: which of them asks cannot be told.
    /// </remarks>
    public static async Task<LinkRequest?> FindLinkQuestionAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var request = await turn.FindShownCodeAsync(cancellationToken);
        return request is not null && await WasAskedAsync(turn, request, cancellationToken) ? request : null;
    }

    /// <summary>The request that was made in this turn's conversation and whose code was shown in another, be it over or not, and whether or not she was asked yet.</summary>
    /// <remarks>Only what was stored before this turn's batch.</remarks>
    public static async Task<LinkRequest?> FindShownCodeAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var request = await turn.FindRequestAsync(cancellationToken);
        return request is { AnsweredIn: not null } && turn.Db.Entry(request).State == EntityState.Unchanged ? request : null;
    }

    private static async Task<bool> WasAskedAsync(Turn turn, LinkRequest request, CancellationToken cancellationToken)
    {
        var (here, given) = (turn.Conversation.Id, request.ExpiresAt - LinkCodes.CodeLasts);
        var last = await turn.Db.Outbox
            .Where(m => m.ConversationId == here && m.InReplyTo == null && m.Speaker == Speaker.Bot && m.Priority == Priority.Reply)
            .OrderByDescending(m => m.Sequence).Select(m => new { m.PreparedAt, m.FirstTriedAt }).FirstOrDefaultAsync(cancellationToken);
        return last?.PreparedAt >= given && last.FirstTriedAt < turn.ReceivedAt;
    }

    /// <summary>Forgets whatever this turn's conversation asked or answered: from now on nothing is said in it about that.</summary>
    public static async Task WithdrawLinkRequestsAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var id = turn.Conversation.Id;
        var stored = await turn.Db.LinkRequests.Where(r => r.AskedInId == id || r.AnsweredInId == id).ToListAsync(cancellationToken);
        var unsaved = turn.Db.LinkRequests.Local.Where(r => r.AskedIn == turn.Conversation || r.AnsweredIn == turn.Conversation);
        turn.Db.LinkRequests.RemoveRange(stored.Union(unsaved).ToList());
    }

    /// <summary>The request that was made in this turn's conversation, be it over or not, also one that is not stored yet.</summary>
    internal static async Task<LinkRequest?> FindRequestAsync(this Turn turn, CancellationToken cancellationToken)
    {
        var id = turn.Conversation.Id;
        var stored = await turn.Db.LinkRequests.Include(r => r.AnsweredIn!.Address!.Mentee).FirstOrDefaultAsync(r => r.AskedInId == id, cancellationToken);
        // One that an earlier turn of the same transaction made is not stored yet.
        return stored is not null && !turn.IsGone(stored) ? stored : turn.Db.LinkRequests.Local.FirstOrDefault(r => r.AskedIn == turn.Conversation);
    }

    /// <summary>Whether this turn, or one before it in the same transaction, did away with it.</summary>
    internal static bool IsGone(this Turn turn, LinkRequest request) => turn.Db.Entry(request).State == EntityState.Deleted;
}
