using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Privacy;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Desk;

/// <summary>What a mentor sees when he opens the desk: whom he holds, and who waits for him. Only what was offered to him, and never a number.</summary>
/// <remarks>One query for each list, however many wait: the most urgent and the longest waiting come first, and the rest are counted.</remarks>
public sealed class DeskQueues(IDbContextFactory<MentorBotDb> contexts, TextVault texts)
{
    /// <summary>How many of those who wait are shown.</summary>
    public const int MostShown = 50;

    /// <summary>Reads it.</summary>
    public async Task<DeskQueue> ReadAsync(int mentorId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // What is due to others as well may be taken meanwhile: then it is open for nobody.
        var offered = db.Offers.AsNoTracking().Where(o => o.MentorId == mentorId && o.Answer == OfferAnswer.None && o.Handoff!.State <= HandoffState.Offered).Select(o => o.Handoff!);
        var held = db.Handoffs.AsNoTracking().Where(h => h.MentorId == mentorId && (h.State == HandoffState.Active || h.State == HandoffState.AwaitingMentee));
        var lookedOn = db.Onlookers.AsNoTracking().Where(o => o.MentorId == mentorId && o.Until == null && o.Handoff!.State < HandoffState.Ended).Select(o => o.Handoff!);
        var waiting = await CardsAsync(db, offered.OrderByDescending(h => h.IsUrgent).ThenBy(h => h.RequestedAt).Take(MostShown), cancellationToken);
        return new DeskQueue(
            await CardsAsync(db, held.OrderBy(h => h.State).ThenBy(h => h.Id), cancellationToken),
            await CardsAsync(db, lookedOn.OrderBy(h => h.Id), cancellationToken),
            waiting,
            waiting.Count < MostShown ? waiting.Count : await offered.CountAsync(cancellationToken));
    }

    /// <summary>What mentors hold in a scheme and below it, for its coordinator, but for his own: who, with whom and since when, and no word of it.</summary>
    public async Task<IReadOnlyList<DeskCard>> HeldInSchemeAsync(int schemeId, int mentorId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schemes = await db.SchemesDownwardsAsync(schemeId, cancellationToken);
        var rows = await db.Handoffs.AsNoTracking()
            .Where(h => schemes.Contains(h.SchemeId) && h.MentorId != mentorId && (h.State == HandoffState.Active || h.State == HandoffState.AwaitingMentee))
            .Where(h => !db.Onlookers.Any(o => o.HandoffId == h.Id && o.MentorId == mentorId && o.Until == null))
            .OrderBy(h => h.TakenAt).Take(MostShown)
            .Select(h => new { Handoff = h, h.Mentee!.Alias, h.Mentee.Language, Holder = h.Mentor!.Name }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new DeskCard(row.Handoff, row.Alias, row.Language, row.Holder, About: null));
    }

    private async Task<IReadOnlyList<DeskCard>> CardsAsync(MentorBotDb db, IQueryable<Handoff> handoffs, CancellationToken cancellationToken)
    {
        var rows = await handoffs.LeftJoin(db.Inbox, h => h.AboutId, m => (long?)m.Id, (h, m) => new
        {
            Handoff = h,
            h.Mentee!.Alias,
            h.Mentee.Language,
            Holder = h.Mentor!.Name,
            m!.SealedActivity,
            m.ConversationKey,
            HasConcern = db.Concerns.Any(c => c.ConversationId == h.ConversationId && c.State < ConcernState.Ended),
        }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row =>
            new DeskCard(row.Handoff, row.Alias, row.Language, row.Holder, IsForTaker(row.Handoff) ? null : Open(row.SealedActivity, row.ConversationKey)) { HasConcern = row.HasConcern });
    }

    /// <summary>Whether what she said is for whoever takes it alone: a cry for help is not shown round.</summary>
    internal static bool IsForTaker(Handoff handoff) => handoff is { IsUrgent: true, CanBeTaken: true };

    private string? Open(byte[]? sealedActivity, byte[]? key)
    {
        if (sealedActivity is null || key is null) return null;
        var words = texts.OpenActivity(sealedActivity, key).Text;
        return string.IsNullOrWhiteSpace(words) ? null : Contacts.Hide(words.Trim());
    }
}

/// <summary>What a mentor sees at the desk.</summary>
/// <param name="Held">Whom he holds; those who wait for an answer of his first.</param>
/// <param name="LookedOn">Where he looks on.</param>
/// <param name="Waiting">Who waits for him, at most <see cref="DeskQueues.MostShown"/>.</param>
/// <param name="AllWaiting">How many wait for him.</param>
public sealed record DeskQueue(IReadOnlyList<DeskCard> Held, IReadOnlyList<DeskCard> LookedOn, IReadOnlyList<DeskCard> Waiting, int AllWaiting);

/// <summary>What a mentor sees of somebody before he takes it.</summary>
/// <param name="Handoff">The handoff itself, without its conversation.</param>
/// <param name="Alias">What we call her.</param>
/// <param name="Language">The language that she is answered in.</param>
/// <param name="Holder">Who holds it, or null.</param>
/// <param name="About">What she said it is about, without numbers; null if she said nothing, or it was erased.</param>
public sealed record DeskCard(Handoff Handoff, string Alias, string Language, string? Holder, string? About)
{
    /// <summary>Whether she gave us reason to worry, and it is not dealt with.</summary>
    public bool HasConcern { get; init; }
}
