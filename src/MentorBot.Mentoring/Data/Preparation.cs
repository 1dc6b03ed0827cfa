using System.Data.Common;
using System.Security.Cryptography;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Privacy;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Data;

/// <summary>Brings a database up to date before anything else runs: its tables, its key ring, the scheme at the top.</summary>
public sealed class Preparation(IDbContextFactory<MentorBotDb> contexts, KeyRing keys)
{
    /// <summary>What the first scheme is called until somebody renames it.</summary>
    public const string FirstScheme = "Digital mentors";

    /// <summary>Applies the migrations and checks the keys. Doing it again changes nothing; several nodes may do it at once.</summary>
    /// <exception cref="KeyRingMismatchException">The database was written with other keys; nothing was changed.</exception>
    /// <exception cref="TimeZonesMissingException">The machine has no time zone database; nothing was changed.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        TimeZones.Require(Mentee.FirstTimeZone);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Count > 0) await HasKeysAsync(db, cancellationToken);
        // To migrate compares the whole model first, which is a good part of a start, and nearly always for nothing.
        var missing = db.Database.GetMigrations().Except(applied).Count();
        if (missing > 0) await MigrateAsync(db, missing, cancellationToken);
        // Kept in the file. A database that was copied in by hand may be without it.
        if (db is SqliteDb) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        if (!await HasKeysAsync(db, cancellationToken)) await BeginAsync(db, cancellationToken);
    }

    /// <summary>Migrates. Nodes that do so at once take turns at each migration, not at all of them: who finds one done meanwhile looks again what is missing.</summary>
    private static async Task MigrateAsync(MentorBotDb db, int missing, CancellationToken cancellationToken)
    {
        for (var forestalled = 0; ; forestalled++)
        {
            try
            {
                await db.Database.MigrateAsync(cancellationToken);
                return;
            }
            catch (DbException) when (db is not SqliteDb && forestalled < missing)
            {
                // Each migration is a transaction of its own, so nothing of the failed one was kept.
            }
        }
    }

    /// <summary>Whether the database is in use already, with these keys.</summary>
    private async Task<bool> HasKeysAsync(MentorBotDb db, CancellationToken cancellationToken)
    {
        var record = await db.KeyRings.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (record is null) return false;
        return CryptographicOperations.FixedTimeEquals(record.Fingerprint, keys.Fingerprint()) ? true : throw new KeyRingMismatchException();
    }

    /// <summary>Records the keys and the first scheme in one transaction: of several nodes that begin at once, one does.</summary>
    private async Task BeginAsync(MentorBotDb db, CancellationToken cancellationToken)
    {
        try
        {
            db.KeyRings.Add(new KeyRingRecord { Fingerprint = keys.Fingerprint() });
            db.Schemes.Add(new Scheme { Name = FirstScheme });
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            if (!await HasKeysAsync(db, cancellationToken)) throw;
        }
    }
}

/// <summary>A database meets keys that it was not written with. Going on would lose everybody in it.</summary>
public sealed class KeyRingMismatchException()
    : Exception("The address keys are not the ones that this database was written with. Restore the keys' folder that belongs to it (setting MentorBot:Keys:Directory), or name another database.");
