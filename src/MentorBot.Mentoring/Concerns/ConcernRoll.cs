using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Concerns;

/// <summary>The concerns of a scheme and of all below it, without a word of theirs: those are read by <see cref="ConcernReadings"/>, with a reason.</summary>
public sealed class ConcernRoll(IDbContextFactory<MentorBotDb> contexts, ConcernReadings readings)
{
    /// <summary>How many are listed at the most.</summary>
    public const int MostListed = 100;

    /// <summary>The newest of them, those that nobody looks after first.</summary>
    public async Task<IReadOnlyList<RolledConcern>> ListAsync(int schemeId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schemes = await db.SchemesDownwardsAsync(schemeId, cancellationToken);
        return await Rolled(db.Concerns.AsNoTracking().Where(c => schemes.Contains(c.SchemeId)).OrderBy(c => c.State != ConcernState.Open).ThenByDescending(c => c.Id))
            .Take(MostListed).ToListAsync(cancellationToken);
    }

    /// <summary>One of them, with who was alerted and who read it; null if there is none of this number, or it is not theirs.</summary>
    public async Task<ConcernFile?> FindAsync(int schemeId, long concernId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schemes = await db.SchemesDownwardsAsync(schemeId, cancellationToken);
        if (await Rolled(db.Concerns.AsNoTracking().Where(c => c.Id == concernId && schemes.Contains(c.SchemeId))).FirstOrDefaultAsync(cancellationToken) is not { } concern) return null;
        var alerts = await db.ConcernAlerts.AsNoTracking().Where(a => a.ConcernId == concernId).OrderBy(a => a.Id)
            .Select(a => new ConcernAlertShown(a.Mentor!.Name, a.At, a.WasTold, a.WasShown)).ToListAsync(cancellationToken);
        return new ConcernFile(concern, alerts, await readings.ListAsync(db, concernId, cancellationToken));
    }

    /// <summary>Reads the words of one of them: see <see cref="ConcernReadings.ReadAsync"/>.</summary>
    public async Task<ConcernWords> ReadAsync(int schemeId, long concernId, string reader, string reason, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await readings.ReadAsync(concernId, new ConcernReader(reader, await db.SchemesDownwardsAsync(schemeId, cancellationToken)), reason, cancellationToken);
    }

    private static IQueryable<RolledConcern> Rolled(IQueryable<RaisedConcern> concerns) => concerns.Select(c => new RolledConcern(c, c.Mentee!.Alias, c.TakenBy!.Name));
}

/// <summary>A concern, as a coordinator sees it.</summary>
/// <param name="Concern">The concern.</param>
/// <param name="Alias">What we call her.</param>
/// <param name="TakenBy">Who looks after it or did, or null.</param>
public sealed record RolledConcern(RaisedConcern Concern, string Alias, string? TakenBy);

/// <summary>A concern, with what was done about it.</summary>
/// <param name="Rolled">The concern.</param>
/// <param name="Alerts">Who was alerted, the first first.</param>
/// <param name="Readings">Who read it, the first first.</param>
public sealed record ConcernFile(RolledConcern Rolled, IReadOnlyList<ConcernAlertShown> Alerts, IReadOnlyList<ConcernReadingShown> Readings);

/// <summary>Somebody was to be alerted.</summary>
/// <param name="Name">Who.</param>
/// <param name="At">When.</param>
/// <param name="WasTold">Whether he was told on his own phone.</param>
/// <param name="WasShown">Whether he was told at the desk.</param>
public sealed record ConcernAlertShown(string Name, DateTimeOffset At, bool WasTold, bool WasShown);
