using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>A mentee asks for a person.</summary>
public static class Asking
{
    // So many that the median of them says something, and so few that it speaks of these days.
    private const int WaitsThatTell = 5;
    private const int LastTaken = 30;

    /// <summary>Whether anybody helps in this mentee's scheme at all.</summary>
    public static async Task<bool> AreThereMentorsAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var schemes = await turn.SchemesUpwardsAsync(turn.Mentee.SchemeId, cancellationToken);
        return await turn.Db.Mentors.AnyAsync(m => m.WithdrawnAt == null && schemes.Contains(m.SchemeId), cancellationToken);
    }

    /// <summary>The handoff that is open in this turn's conversation, or null.</summary>
    public static async Task<Handoff?> FindHandoffAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var id = turn.Conversation.Id;
        var stored = await turn.Db.Handoffs
            .Include(h => h.Mentor!.Phone!.Address!.Mentee).Include(h => h.Conversation!.Address!.Mentee)
            .FirstOrDefaultAsync(h => h.ConversationId == id && h.State < HandoffState.Ended, cancellationToken);
        if (stored is { IsOver: false }) return stored;
        // One that an earlier turn of the same transaction made is not stored yet.
        return turn.Db.Handoffs.Local.FirstOrDefault(h => h.Conversation == turn.Conversation && !h.IsOver);
    }

    /// <summary>What she said it is about when nobody came in the last day, to ask again without asking her: the id of that message, or null if she said nothing; nothing at all if it was not so.</summary>
    public static async Task<GivenUp?> FindGivenUpAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var (id, dayAgo) = (turn.Conversation.Id, turn.Now.AddDays(-1));
        var last = await turn.Db.Handoffs.Where(h => h.ConversationId == id).OrderByDescending(h => h.Id).FirstOrDefaultAsync(cancellationToken);
        return last is { State: HandoffState.Expired } && last.EndedAt > dayAgo ? new GivenUp(last.AboutId) : null;
    }

    /// <summary>She asks for a person. Offers go out with <see cref="Offering.OfferAsync"/>.</summary>
    /// <param name="turn">Her turn; nothing is open in its conversation.</param>
    /// <param name="aboutId">The message that says what it is about, or null.</param>
    /// <param name="isUrgent">Whether somebody may be in danger.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Handoff> AskForMentorAsync(this Turn turn, long? aboutId, bool isUrgent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var handoff = new Handoff
        {
            SchemeId = turn.Mentee.SchemeId,
            Mentee = turn.Mentee,
            Conversation = turn.Conversation,
            Tag = await FreeTagAsync(turn, cancellationToken),
            AboutId = aboutId,
            IsUrgent = isUrgent,
            RequestedAt = turn.Now,
        };
        turn.Db.Handoffs.Add(handoff);
        turn.Record("handoff.requested", handoff.Tag);
        return handoff;
    }

    /// <summary>How long people waited here lately until somebody took their handoff: the median, or null while too few have to say.</summary>
    public static async Task<TimeSpan?> UsualWaitAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var taken = await turn.Db.Handoffs
            .Where(h => h.SchemeId == turn.Mentee.SchemeId && h.FirstWordsAt != null)
            .OrderByDescending(h => h.Id).Take(LastTaken)
            .Select(h => new { h.RequestedAt, h.FirstWordsAt }).ToListAsync(cancellationToken);
        if (taken.Count < WaitsThatTell) return null;
        var waits = taken.Select(h => h.FirstWordsAt!.Value - h.RequestedAt).Order().ToList();
        return waits[waits.Count / 2];
    }

    /// <summary>The scheme and all above it: mentors help in theirs and in all below.</summary>
    internal static Task<IReadOnlyList<int>> SchemesUpwardsAsync(this Turn turn, int schemeId, CancellationToken cancellationToken) => turn.Db.SchemesUpwardsAsync(schemeId, cancellationToken);

    /// <summary>The same outside a turn.</summary>
    internal static async Task<IReadOnlyList<int>> SchemesUpwardsAsync(this MentorBotDb db, int schemeId, CancellationToken cancellationToken)
    {
        var parents = await db.Schemes.ToDictionaryAsync(s => s.Id, s => s.ParentId, cancellationToken);
        var upwards = new List<int>();
        for (int? scheme = schemeId; scheme is { } id && !upwards.Contains(id); scheme = parents.GetValueOrDefault(id)) upwards.Add(id);
        return upwards;
    }

    /// <summary>The scheme and all below it: whom a coordinator answers for.</summary>
    internal static async Task<IReadOnlyList<int>> SchemesDownwardsAsync(this MentorBotDb db, int schemeId, CancellationToken cancellationToken)
    {
        var children = (await db.Schemes.Select(s => new { s.Id, s.ParentId }).ToListAsync(cancellationToken)).ToLookup(s => s.ParentId, s => s.Id);
        var downwards = new List<int> { schemeId };
        for (var i = 0; i < downwards.Count; i++) downwards.AddRange(children[downwards[i]].Except(downwards));
        return downwards;
    }

    private static async Task<string> FreeTagAsync(Turn turn, CancellationToken cancellationToken)
    {
        var taken = await turn.Db.Handoffs.Where(h => h.State < HandoffState.Ended).Select(h => h.Tag).ToHashSetAsync(cancellationToken);
        taken.UnionWith(turn.Db.Handoffs.Local.Where(h => !h.IsOver).Select(h => h.Tag));
        // Should another node take the same one, the database's own rule lets one of the two turns be taken again.
        return Tags.All.First(tag => !taken.Contains(tag));
    }
}

/// <summary>A handoff that nobody took in time.</summary>
/// <param name="AboutId">The message in which she said what it is about, or null.</param>
public sealed record GivenUp(long? AboutId);
