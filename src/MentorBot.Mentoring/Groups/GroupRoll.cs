using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Groups;

/// <summary>What the desk shows of group sessions: those of a scheme, who has a seat in one by her alias, and what was asked.</summary>
public sealed class GroupRoll(IDbContextFactory<MentorBotDb> contexts, Abouts abouts, Digests digests, TimeProvider clock)
{
    private const int Most = 50;

    /// <summary>The sessions that are ahead, the first first, and behind them the last ones that are not.</summary>
    public async Task<IReadOnlyList<RolledGroup>> ListAsync(GroupMaker by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (down, now, mentor) = (await db.SchemesDownwardsAsync(by.SchemeId, cancellationToken), clock.GetUtcNow(), by.MentorId);
        var theirs = db.GroupMeetings.AsNoTracking().Include(s => s.Mentor).Where(s => down.Contains(s.SchemeId) || s.MentorId == mentor);
        var ahead = await theirs.Where(s => s.State == GroupState.Planned && s.EndsAt > now).OrderBy(s => s.StartsAt).Take(Most).ToListAsync(cancellationToken);
        var past = await theirs.Where(s => s.State != GroupState.Planned || s.EndsAt <= now).OrderByDescending(s => s.StartsAt).Take(Most).ToListAsync(cancellationToken);
        var ids = ahead.Concat(past).Select(s => s.Id).ToList();
        var counts = await db.Participants.Where(p => ids.Contains(p.SessionId) && (p.State == ParticipantState.Seated || p.State == ParticipantState.Waiting))
            .GroupBy(p => new { p.SessionId, p.State }).Select(g => new { g.Key.SessionId, g.Key.State, Count = g.Count() }).ToListAsync(cancellationToken);
        int CountOf(long id, ParticipantState state) => counts.Find(c => c.SessionId == id && c.State == state)?.Count ?? 0;
        return [.. ahead.Concat(past).Select(s => new RolledGroup(s, CountOf(s.Id, ParticipantState.Seated), CountOf(s.Id, ParticipantState.Waiting)))];
    }

    /// <summary>One of them, with all who are in it; null if it is none of theirs.</summary>
    public async Task<GroupSheet?> ReadAsync(GroupMaker by, long id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await GroupPlans.FindAsync(db, by, id, cancellationToken) is not { } session) return null;
        var people = await db.Participants.AsNoTracking().Include(p => p.Mentee).Include(p => p.Seat).Include(p => p.Conversation!.Address)
            .Where(p => p.SessionId == id && p.State != ParticipantState.Left).OrderBy(p => p.State).ThenBy(p => p.AskedAt).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        var asked = await db.GroupQuestions.AsNoTracking().Include(q => q.Participant!.Mentee).Where(q => q.Participant!.SessionId == id).OrderByDescending(q => q.Id).Take(Most).ToListAsync(cancellationToken);
        var questions = new List<AskedQuestion>();
        foreach (var question in asked)
            if (await abouts.ReadAsync(db, question.MessageId, cancellationToken) is { } words) questions.Add(new(question.Participant!.Mentee!.Alias, Contacts.Hide(words), question.At));
        return new GroupSheet(session, people, questions, digests.Read(session));
    }

    /// <summary>Whom and what somebody may choose who makes one: mentors and places.</summary>
    public async Task<(IReadOnlyList<Mentor> Mentors, IReadOnlyList<Venue> Venues)> ReadChoicesAsync(GroupMaker by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (down, up, mentor, all) = (await db.SchemesDownwardsAsync(by.SchemeId, cancellationToken), await db.SchemesUpwardsAsync(by.SchemeId, cancellationToken), by.MentorId, by.IsCoordinator);
        return (
            await db.Mentors.AsNoTracking().Where(m => m.WithdrawnAt == null && (m.Id == mentor || (all && down.Contains(m.SchemeId)))).OrderBy(m => m.Id != mentor).ThenBy(m => m.Name).ToListAsync(cancellationToken),
            await db.Venues.AsNoTracking().Where(v => v.ClosedAt == null && (down.Contains(v.SchemeId) || up.Contains(v.SchemeId))).OrderBy(v => v.Name).ToListAsync(cancellationToken));
    }
}

/// <summary>A session, and how full it is.</summary>
/// <param name="Session">The session.</param>
/// <param name="Seated">How many have a seat.</param>
/// <param name="Waiting">How many wait for one.</param>
public sealed record RolledGroup(GroupMeeting Session, int Seated, int Waiting);

/// <summary>All that the desk shows of a session.</summary>
/// <param name="Session">The session.</param>
/// <param name="People">Who has a seat, is offered one or waits, in this order.</param>
/// <param name="Questions">What was asked, the newest first, without numbers.</param>
/// <param name="Digest">The digest, or null.</param>
public sealed record GroupSheet(GroupMeeting Session, IReadOnlyList<Participant> People, IReadOnlyList<AskedQuestion> Questions, string? Digest);

/// <summary>A question that was asked.</summary>
/// <param name="Alias">By whom.</param>
/// <param name="Words">Without numbers.</param>
/// <param name="At">When.</param>
public sealed record AskedQuestion(string Alias, string Words, DateTimeOffset At);
