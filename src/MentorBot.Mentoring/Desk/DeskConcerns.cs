using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Desk;

/// <summary>Reads the concerns that are a mentor's at the desk: those that wait and that he may take, for he has the duty, and those that he looks after. Without a word of theirs.</summary>
public sealed class DeskConcerns(IDbContextFactory<MentorBotDb> contexts)
{
    /// <summary>Reads them: those that wait first, and of these the most urgent and the longest waiting.</summary>
    public async Task<DutyAtDesk> ReadAsync(int mentorId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schemes = Rota.SchemesOfDuty(await db.SchemesByIdAsync(cancellationToken), mentorId);
        var waiting = schemes.Count == 0 ? [] : await SelectAsync(db, OpenIn(db, schemes).Where(c => !db.Mentors.Any(m => m.Id == mentorId && m.PhoneId == c.ConversationId)), mentorId, cancellationToken);
        var his = await SelectAsync(db, db.Concerns.Where(c => c.TakenById == mentorId && c.State == ConcernState.Taken), mentorId, cancellationToken);
        return new DutyAtDesk(schemes.Count > 0, [.. waiting, .. his]);
    }

    /// <summary>The concerns that nobody looks after.</summary>
    internal static IQueryable<RaisedConcern> OpenIn(MentorBotDb db, IReadOnlyCollection<int> schemes) => db.Concerns.Where(c => schemes.Contains(c.SchemeId) && c.State == ConcernState.Open);

    private static Task<List<DeskConcern>> SelectAsync(MentorBotDb db, IQueryable<RaisedConcern> concerns, int mentorId, CancellationToken cancellationToken) => concerns.AsNoTracking()
        .OrderBy(c => c.Urgency).ThenBy(c => c.RaisedAt)
        .Select(c => new { Concern = c, c.Mentee!.Alias, c.Conversation!.Floor, Handoff = db.Handoffs.FirstOrDefault(h => h.ConversationId == c.ConversationId && h.State < HandoffState.Ended) })
        .Select(row => new DeskConcern(row.Concern, row.Alias, row.Floor == Floor.Nobody)
        {
            HandoffId = row.Handoff!.Id,
            Holder = row.Handoff.State == HandoffState.Active || row.Handoff.State == HandoffState.AwaitingMentee ? row.Handoff.Mentor!.Name : null,
            IsHolder = row.Handoff.MentorId == mentorId && (row.Handoff.State == HandoffState.Active || row.Handoff.State == HandoffState.AwaitingMentee),
            IsAsked = db.Offers.Any(o => o.HandoffId == row.Handoff.Id && o.MentorId == mentorId && o.Answer == OfferAnswer.None),
        })
        .ToListAsync(cancellationToken);
}

/// <summary>What a mentor has to do with people in danger.</summary>
/// <param name="IsHis">Whether he is the lead or the deputy of any scheme.</param>
/// <param name="Concerns">The concerns that are his to take, and those that he looks after.</param>
public sealed record DutyAtDesk(bool IsHis, IReadOnlyList<DeskConcern> Concerns);

/// <summary>A concern, as whoever has the duty sees it.</summary>
/// <param name="Concern">The concern.</param>
/// <param name="Alias">What we call her.</param>
/// <param name="HasStopped">Whether she told us to stop: nobody can write to her.</param>
public sealed record DeskConcern(RaisedConcern Concern, string Alias, bool HasStopped)
{
    /// <summary>The handoff that is open in her conversation, or null.</summary>
    public long? HandoffId { get; init; }

    /// <summary>Who talks with her, or null.</summary>
    public string? Holder { get; init; }

    /// <summary>Whether he himself does.</summary>
    public bool IsHolder { get; init; }

    /// <summary>Whether he was offered her, too, and has not answered.</summary>
    public bool IsAsked { get; init; }
}
