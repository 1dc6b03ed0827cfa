using MentorBot.Mentoring.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Accounts;

/// <summary>Lets somebody in by two proofs at once: a password and a code, or a passkey, which is both. Nobody is ever half in.</summary>
/// <remarks>It never tells why somebody was refused: not whether the name is known, nor whether the account is locked.</remarks>
public sealed class SigningIn(IDbContextFactory<MentorBotDb> contexts, Writes writes, AccountVault vault, Proofs proofs, Standings standings, MachineClock clock)
{
    /// <summary>Lets somebody in by his name, his password, and a code of his app or one of his recovery codes.</summary>
    /// <param name="proof">What he typed.</param>
    /// <param name="knownHere">The accounts by which somebody signed in before in this browser.</param>
    /// <returns>What his browser is to keep; null if anything was wrong.</returns>
    public async Task<string?> ByPasswordAsync(TypedProof proof, IReadOnlyCollection<int> knownHere)
    {
        ArgumentNullException.ThrowIfNull(proof);
        var account = await FindAsync(proof.Name);
        var isKnown = account is not null && knownHere.Contains(account.Id);
        return await proofs.FitsAsync(account, proof.Password, isKnown) ? await BeginAsync(account!.Id, fresh => fresh.PasswordHash == account.PasswordHash && Takes(fresh, proof.Code, isKnown)) : null;
    }

    /// <summary>Lets somebody in by a passkey that was proved. No lock holds him up: a passkey cannot be guessed.</summary>
    /// <returns>What his browser is to keep; null if he may not be at the desk, or the passkey is his no more.</returns>
    public Task<string?> ByPasskeyAsync(Account proved, UserPasskeyInfo passkey)
    {
        ArgumentNullException.ThrowIfNull(proved);
        ArgumentNullException.ThrowIfNull(passkey);
        var key = vault.KeyOfPasskey(passkey.CredentialId);
        return BeginAsync(proved.Id, _ => true, async (db, account) =>
        {
            if (await db.Passkeys.SingleOrDefaultAsync(p => p.Key == key && p.AccountId == account.Id) is not { } stored) return false;
            (stored.Sealed, stored.UsedAt) = (PasskeyBox.Seal(vault, passkey, account.Handle), clock.Now);
            return true;
        });
    }

    /// <summary>Lets somebody in without any proof: for who has just joined, and for the demo in Development.</summary>
    /// <returns>What his browser is to keep; null if he may not be at the desk.</returns>
    public Task<string?> AtOnceAsync(int accountId) => BeginAsync(accountId, _ => true);

    private async Task<Account?> FindAsync(string name)
    {
        var key = vault.KeyOfSignInName(name);
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.SignInNameKey == key);
    }

    private Task<string?> BeginAsync(int accountId, Func<Account, bool> takes, Func<MentorBotDb, Account, Task<bool>>? also = null) => writes.RunAsync(
        async db =>
        {
            var account = await db.Accounts.Include(a => a.Mentor).SingleAsync(a => a.Id == accountId);
            if (standings.Of(account) is null || !takes(account) || (also is not null && !await also(db, account))) return null;
            return await BeginAsync(db, account);
        },
        CancellationToken.None);

    /// <summary>Adds a sign-in to a transaction, and clears away those whose time is over.</summary>
    internal async Task<string> BeginAsync(MentorBotDb db, Account account)
    {
        var (now, token) = (clock.Now, AccountVault.NewToken());
        var (begun, used) = (now - SignIn.Longest, now - SignIn.Idle);
        await db.SignIns.Where(s => s.AccountId == account.Id && (s.BeganAt <= begun || s.UsedAt <= used)).ExecuteDeleteAsync();
        db.SignIns.Add(new SignIn { Key = vault.KeyOfSignIn(token), Account = account, BeganAt = now, UsedAt = now });
        return token;
    }

    // What somebody guesses elsewhere goes on to count.
    private bool Takes(Account account, string code, bool isKnown)
    {
        if (!TakesCode(account, code)) return false;
        account.LockoutIn(isKnown).Forget();
        account.Version++;
        return true;
    }

    private bool TakesCode(Account account, string code) => TakesAppsCode(account, code) || TakesRecoveryCode(account, code);

    private bool TakesAppsCode(Account account, string code)
    {
        if (account.SealedCodeKey is not { } box) return false;
        var key = vault.OpenBytes(box, account.Handle, AccountVault.CodeKeyPurpose);
        if (Totp.Find(key, code, clock.Now, account.LastCodeStep) is not { } step) return false;
        account.LastCodeStep = step;
        return true;
    }

    private bool TakesRecoveryCode(Account account, string code)
    {
        var key = vault.KeyOfRecovery(account.Handle, code);
        if (!account.RecoveryKeys.Contains(key)) return false;
        account.RecoveryKeys = [.. account.RecoveryKeys.Where(kept => kept != key)];
        return true;
    }
}

/// <summary>What somebody types to sign in.</summary>
/// <param name="Name">The name that he signs in with.</param>
/// <param name="Password">His password.</param>
/// <param name="Code">A code of his app, or one of his recovery codes.</param>
public sealed record TypedProof(string Name, string Password, string Code);
