using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
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
        var schemes = await turn.Db.SchemesUpwardsAsync(turn.Mentee.SchemeId, cancellationToken);
        return await turn.Db.Mentors.AnyAsync(m => m.WithdrawnAt == null && schemes.Contains(m.SchemeId), cancellationToken);
    }

    /// <summary>The handoff that is open in this turn's conversation, or null.</summary>
    public static Task<Handoff?> FindHandoffAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return turn.FindHandoffInAsync(turn.Conversation, cancellationToken);
    }

    /// <summary>The handoff that is open in a conversation, or null.</summary>
    public static async Task<Handoff?> FindHandoffInAsync(this Turn turn, Conversation conversation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(conversation);
        var id = conversation.Id;
        var stored = await turn.Db.Handoffs
            .Include(h => h.Mentor!.Phone!.Address!.Mentee).Include(h => h.Conversation!.Address!.Mentee)
            .FirstOrDefaultAsync(h => h.ConversationId == id && h.State < HandoffState.Ended, cancellationToken);
        if (stored is { IsOver: false }) return stored;
        // One that an earlier turn of the same transaction made is not stored yet.
        return turn.Db.Handoffs.Local.FirstOrDefault(h => h.Conversation == conversation && !h.IsOver);
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
            Tag = await turn.FreeTagAsync(Tags.All, cancellationToken),
            AboutId = aboutId,
            Waits = await turn.Db.WaitsAsync(turn.Mentee.SchemeId, cancellationToken),
            RequestedAt = turn.Now,
        };
        return Ask(turn, handoff, isUrgent);
    }

    /// <summary>She wants a person now, for something that makes us worry: under its tag, which the lead knows already.</summary>
    /// <param name="turn">Her turn; nothing is open in its conversation.</param>
    /// <param name="concern">What it is.</param>
    /// <param name="aboutId">The message in which she said more of it; null if none did but the last that told of it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Handoff> AskForMentorNowAsync(this Turn turn, RaisedConcern concern, long? aboutId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(concern);
        var handoff = new Handoff
        {
            SchemeId = turn.Mentee.SchemeId,
            Mentee = turn.Mentee,
            Conversation = turn.Conversation,
            // What is over may have given its own to another.
            Tag = concern.IsOver ? await turn.FreeTagAsync(Tags.All, cancellationToken) : concern.Tag,
            AboutId = aboutId ?? concern.MessageIds[^1],
            RequestedAt = turn.Now,
        };
        return Ask(turn, handoff, isUrgent: true);
    }

    /// <summary>She waits already, and may be in danger now: she is offered anew, to the lead first.</summary>
    public static async Task HurryAsync(this Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(handoff);
        // Who was asked before is asked again, for now it is another question.
        await Taking.CloseOffersAsync(turn, handoff, cancellationToken);
        handoff.MakeUrgent(turn.Now);
        turn.Record("handoff.hurried", handoff.Tag);
    }

    /// <summary>She had not said what it is about, and says it in this message, while she waits.</summary>
    public static void SayAbout(this Turn turn, Handoff handoff)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(handoff);
        handoff.SayAbout(turn.MessageId);
    }

    private static Handoff Ask(Turn turn, Handoff handoff, bool isUrgent)
    {
        if (isUrgent) handoff.MakeUrgent(turn.Now);
        turn.Db.Handoffs.Add(handoff);
        turn.Record("handoff.requested", handoff.Tag);
        return handoff;
    }

    /// <summary>How long people waited here lately until somebody wrote to them: the median, or null while too few have to say. Who left a message did not wait.</summary>
    public static async Task<TimeSpan?> UsualWaitAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var taken = await turn.Db.Handoffs
            .Where(h => h.SchemeId == turn.Mentee.SchemeId && h.FirstWordsAt != null && !h.IsMessage)
            .OrderByDescending(h => h.Id).Take(LastTaken)
            .Select(h => new { h.RequestedAt, h.FirstWordsAt }).ToListAsync(cancellationToken);
        if (taken.Count < WaitsThatTell) return null;
        var waits = taken.Select(h => h.FirstWordsAt!.Value - h.RequestedAt).Order().ToList();
        return waits[waits.Count / 2];
    }

    /// <summary>The first tag that neither an open handoff nor an open concern has.</summary>
    internal static async Task<string> FreeTagAsync(this Turn turn, IEnumerable<string> tags, CancellationToken cancellationToken)
    {
        var taken = await turn.Db.Handoffs.Where(h => h.State < HandoffState.Ended).Select(h => h.Tag)
            .Union(turn.Db.Concerns.Where(c => c.State < ConcernState.Ended).Select(c => c.Tag)).ToHashSetAsync(cancellationToken);
        taken.UnionWith(turn.Db.Handoffs.Local.Where(h => !h.IsOver).Select(h => h.Tag));
        taken.UnionWith(turn.Db.Concerns.Local.Where(c => !c.IsOver).Select(c => c.Tag));
        // Should another node take the same one, the database's own rule lets one of the two turns be taken again.
        return tags.First(tag => !taken.Contains(tag));
    }
}

/// <summary>A handoff that nobody took in time.</summary>
/// <param name="AboutId">The message in which she said what it is about, or null.</param>
public sealed record GivenUp(long? AboutId);
