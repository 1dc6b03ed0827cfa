using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Accounts;

/// <summary>What somebody may do at the desk at this moment.</summary>
/// <param name="AccountId">His account.</param>
/// <param name="Name">What his colleagues call him.</param>
/// <param name="MentorId">The mentor that he is, or null.</param>
/// <param name="IsCoordinator">Whether he answers for the scheme.</param>
/// <param name="SchemeId">The scheme that he belongs to.</param>
/// <param name="TimeZone">By whose clock he lives, an IANA name: the mentor's, and London's for who is none.</param>
public sealed record Standing(int AccountId, string Name, int? MentorId, bool IsCoordinator, int SchemeId, string TimeZone);

/// <summary>Tells who may be at the desk, from the database and not from what a browser keeps: rights that were withdrawn are gone at once.</summary>
public sealed class Standings(IDbContextFactory<MentorBotDb> contexts, AccountVault vault)
{
    /// <summary>Where an account stands now; null if it may no longer be at the desk.</summary>
    public async Task<Standing?> FindAsync(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return Of(await db.Accounts.AsNoTracking().Include(a => a.Mentor).SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken));
    }

    /// <summary>What colleagues called whoever has or had an account, also once it is closed; null if there never was one.</summary>
    public async Task<string?> FindNameAsync(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken) is { } account
            ? vault.Open(account.SealedName, account.Handle, AccountVault.NamePurpose)
            : null;
    }

    /// <summary>Where an account stands that was read together with its mentor.</summary>
    internal Standing? Of(Account? account)
    {
        if (account is null or { ClosedAt: not null }) return null;
        var mentor = account.Mentor is { WithdrawnAt: null } still ? still : null;
        if (mentor is null && !account.IsCoordinator) return null;
        var name = vault.Open(account.SealedName, account.Handle, AccountVault.NamePurpose);
        // A coordinator answers for the scheme that he was invited for, wherever he helps as a mentor.
        return new Standing(account.Id, name, mentor?.Id, account.IsCoordinator, account.IsCoordinator ? account.SchemeId : mentor!.SchemeId, mentor?.TimeZone ?? Duty.FirstTimeZone);
    }
}
