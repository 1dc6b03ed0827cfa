using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Mentors;

/// <summary>The mentors whom a coordinator answers for: those of one scheme and of all below it.</summary>
public sealed class MentorRoll(IDbContextFactory<MentorBotDb> contexts, Writes writes, TimeProvider clock)
{
    /// <summary>All of them, those with rights first, by name.</summary>
    public async Task<IReadOnlyList<RolledMentor>> ListAsync(int schemeId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schemes = await db.SchemesDownwardsAsync(schemeId, cancellationToken);
        var weekAgo = clock.GetUtcNow().AddDays(-7);
        return await db.Mentors.AsNoTracking().Where(m => schemes.Contains(m.SchemeId))
            .OrderBy(m => m.WithdrawnAt != null).ThenBy(m => m.Name).ThenBy(m => m.Id)
            .Select(m => new RolledMentor(
                m,
                db.Handoffs.Count(h => h.MentorId == m.Id && (h.State == HandoffState.Active || h.State == HandoffState.AwaitingMentee)),
                db.Handoffs.Count(h => h.MentorId == m.Id && h.TakenAt >= weekAgo)))
            .ToListAsync(cancellationToken);
    }

    /// <summary>One of them; null if there is none of this number, or he is not theirs.</summary>
    public async Task<Mentor?> FindAsync(int schemeId, int mentorId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, schemeId, mentorId, cancellationToken);
    }

    /// <summary>Changes one of them.</summary>
    /// <param name="schemeId">The coordinator's scheme.</param>
    /// <param name="mentorId">The mentor's number.</param>
    /// <param name="profile">What he is from now on. It has no <see cref="MentorProfile.Problems"/>.</param>
    /// <param name="version">The version that the coordinator looked at.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Task<RollChange> SaveAsync(int schemeId, int mentorId, MentorProfile profile, int version, CancellationToken cancellationToken) => writes.RunAsync(
        async db =>
        {
            ArgumentNullException.ThrowIfNull(profile);
            if (await FindAsync(db, schemeId, mentorId, cancellationToken) is not { } mentor) return RollChange.NotTheirs;
            if (mentor.Version != version) return RollChange.ChangedMeanwhile;
            profile.Fill(mentor);
            return RollChange.Saved;
        },
        cancellationToken);

    private static async Task<Mentor?> FindAsync(MentorBotDb db, int schemeId, int mentorId, CancellationToken cancellationToken)
    {
        var schemes = await db.SchemesDownwardsAsync(schemeId, cancellationToken);
        return await db.Mentors.FirstOrDefaultAsync(m => m.Id == mentorId && schemes.Contains(m.SchemeId), cancellationToken);
    }
}

/// <summary>A mentor, and how much he does.</summary>
/// <param name="Mentor">The mentor.</param>
/// <param name="Holds">How many conversations he holds.</param>
/// <param name="TookThisWeek">How many he took in the last seven days.</param>
public sealed record RolledMentor(Mentor Mentor, int Holds, int TookThisWeek);

/// <summary>What became of a change.</summary>
public enum RollChange
{
    /// <summary>It is stored.</summary>
    Saved,

    /// <summary>There is no such mentor, or another coordinator answers for him.</summary>
    NotTheirs,

    /// <summary>Somebody changed him since the coordinator looked: look again.</summary>
    ChangedMeanwhile,
}
