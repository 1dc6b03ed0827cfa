using MentorBot.Mentoring.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Accounts;

/// <summary>Asks for a password, and lets nobody guess.</summary>
public sealed class Proofs(Writes writes, IPasswordHasher<Account> hasher, MachineClock clock)
{
    private readonly Lazy<string> _nobodys = new(() => hasher.HashPassword(null!, AccountVault.NewToken()));

    /// <summary>Whether a password is an account's. The answer counts as a wrong one until <see cref="Lockout.Forget"/>.</summary>
    /// <param name="account">The account, or null if nobody is called so: that takes as long, and is as wrong.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="isKnown">Whether it is typed in a browser by which he signed in before.</param>
    public async Task<bool> FitsAsync(Account? account, string password, bool isKnown)
    {
        var counts = account is not null && await CountTryAsync(account.Id, isKnown);
        // An empty hash is that of a closed account, and would be found wrong sooner.
        var hash = account is { PasswordHash.Length: > 0 } ? account.PasswordHash : _nobodys.Value;
        var typed = password is { Length: <= Passwords.Longest } ? password : "";
        return hasher.VerifyHashedPassword(account!, hash, typed) != PasswordVerificationResult.Failed && counts;
    }

    /// <summary>Counts the try before it is known to be wrong. More at once than there can be in a row are not looked at.</summary>
    private async Task<bool> CountTryAsync(int accountId, bool isKnown)
    {
        try
        {
            return await writes.RunAsync(
                async db =>
                {
                    if (await db.Accounts.FindAsync(accountId) is not { ClosedAt: null } account || account.LockoutIn(isKnown).HoldsAt(clock.Now)) return false;
                    account.LockoutIn(isKnown).CountTry(clock.Now);
                    account.Version++;
                    return true;
                },
                CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
