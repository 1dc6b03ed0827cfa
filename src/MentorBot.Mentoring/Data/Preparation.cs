using System.Security.Cryptography;
using MentorBot.Mentoring.Privacy;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Data;

/// <summary>Brings a database up to date before anything else runs: its tables, its key ring, the scheme at the top.</summary>
public sealed class Preparation(IDbContextFactory<MentorBotDb> contexts, KeyRing keys)
{
    /// <summary>What the first scheme is called until somebody renames it.</summary>
    public const string FirstScheme = "Digital mentors";

    /// <summary>Applies the migrations and checks the keys. Doing it again changes nothing.</summary>
    /// <exception cref="KeyRingMismatchException">The database was written with other keys; nothing was changed.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await CheckKeysAsync(db, cancellationToken);
        await MakeFirstSchemeAsync(db, cancellationToken);
    }

    private async Task CheckKeysAsync(MentorBotDb db, CancellationToken cancellationToken)
    {
        var fingerprint = keys.Fingerprint();
        var record = await db.KeyRings.SingleOrDefaultAsync(cancellationToken);
        if (record is null)
        {
            db.KeyRings.Add(new KeyRingRecord { Fingerprint = fingerprint });
            await db.SaveChangesAsync(cancellationToken);
        }
        else if (!CryptographicOperations.FixedTimeEquals(record.Fingerprint, fingerprint))
        {
            throw new KeyRingMismatchException();
        }
    }

    private static async Task MakeFirstSchemeAsync(MentorBotDb db, CancellationToken cancellationToken)
    {
        if (await db.Schemes.AnyAsync(cancellationToken)) return;
        db.Schemes.Add(new Scheme { Name = FirstScheme });
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>A database meets keys that it was not written with. Going on would lose everybody in it.</summary>
public sealed class KeyRingMismatchException()
    : Exception("The address keys are not the ones that this database was written with. Restore the keys' folder that belongs to it (setting MentorBot:Keys:Directory), or name another database.");
