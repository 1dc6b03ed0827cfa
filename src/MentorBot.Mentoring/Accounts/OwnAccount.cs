using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Accounts;

/// <summary>What somebody may change about how he signs in. Each change asks for his password, and ends what is open in other browsers.</summary>
public sealed class OwnAccount(IDbContextFactory<MentorBotDb> contexts, Writes writes, AccountVault vault, Proofs proofs, Invitations invitations, IPasswordHasher<Account> hasher, MachineClock clock)
{
    /// <summary>How he signs in now.</summary>
    public async Task<WaysIn> ViewAsync(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancellationToken);
        var passkeys = await db.Passkeys.AsNoTracking().Where(p => p.AccountId == accountId).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        var name = account.SealedSignInName is { } box ? vault.Open(box, account.Handle, AccountVault.SignInNamePurpose) : "";
        var lacksPhone = await db.Mentors.AnyAsync(m => m.Id == account.MentorId && m.PhoneId == null, cancellationToken);
        return new WaysIn(account.Handle, name, account.SealedCodeKey is not null, passkeys, account.RecoveryKeys.Count) { LacksPhone = lacksPhone };
    }

    /// <summary>Another password.</summary>
    public async Task<OwnChange> ChangePasswordAsync(Owner owner, string password)
    {
        ArgumentNullException.ThrowIfNull(owner);
        var name = (await ViewAsync(owner.AccountId, CancellationToken.None)).SignInName;
        if (Passwords.ProblemWith(password, name) is { } bad) return bad == PasswordProblem.TooCommon ? OwnChange.TooCommon : OwnChange.BadLength;
        var hash = hasher.HashPassword(null!, password);
        return await ChangeAsync(owner, account => account.PasswordHash = hash);
    }

    /// <summary>Another authenticator app, or the first one.</summary>
    public async Task<OwnChange> SetAppAsync(Owner owner, byte[] key, string code)
    {
        if (Totp.Find(key, code, clock.Now, after: 0) is not { } step) return OwnChange.WrongCode;
        return await ChangeAsync(owner, account => (account.SealedCodeKey, account.LastCodeStep) = (vault.Seal(key, account.Handle, AccountVault.CodeKeyPurpose), step));
    }

    /// <summary>One more passkey, which was proved.</summary>
    public Task<OwnChange> AddPasskeyAsync(Owner owner, UserPasskeyInfo passkey)
    {
        ArgumentNullException.ThrowIfNull(passkey);
        return ChangeAsync(owner, async (db, account) =>
        {
            var key = vault.KeyOfPasskey(passkey.CredentialId);
            if (await db.Passkeys.AnyAsync(p => p.Key == key)) return OwnChange.Done;
            db.Passkeys.Add(new Passkey { Account = account, Key = key, Sealed = PasskeyBox.Seal(vault, passkey, account.Handle), AddedAt = clock.Now });
            return OwnChange.Done;
        });
    }

    /// <summary>A passkey less; never the last second step.</summary>
    public Task<OwnChange> RemovePasskeyAsync(Owner owner, int passkeyId) => ChangeAsync(owner, async (db, account) =>
    {
        var all = await db.Passkeys.Where(p => p.AccountId == account.Id).ToListAsync();
        if (all.Find(p => p.Id == passkeyId) is not { } gone) return OwnChange.Done;
        if (all.Count == 1 && account.SealedCodeKey is null) return OwnChange.LastSecondStep;
        db.Passkeys.Remove(gone);
        return OwnChange.Done;
    });

    /// <summary>Fresh recovery codes; those that he had count no more.</summary>
    /// <returns>What became of it, and the codes.</returns>
    public async Task<(OwnChange Change, IReadOnlyList<string> Codes)> NewRecoveryCodesAsync(Owner owner)
    {
        var codes = RecoveryCodes.New();
        var change = await ChangeAsync(owner, account => account.RecoveryKeys = [.. codes.Select(code => vault.KeyOfRecovery(account.Handle, code))]);
        return (change, change == OwnChange.Done ? codes : []);
    }

    /// <summary>A code by which a mentor who has no phone here joins from his own, as the mentor that he is. Those that he was given before count no more.</summary>
    /// <returns>What became of it, and the code, which nobody can read again.</returns>
    public async Task<(OwnChange Change, string? Code)> InvitePhoneAsync(Owner owner)
    {
        var code = Invitations.NewCode();
        var change = await ChangeAsync(owner, async (db, account) =>
        {
            if (await db.Mentors.SingleOrDefaultAsync(m => m.Id == account.MentorId && m.WithdrawnAt == null && m.PhoneId == null) is not { } mentor) return OwnChange.HasPhone;
            foreach (var former in await db.Invitations.Where(i => i.MentorId == mentor.Id && i.Kind == InvitationKind.Phone && i.UsedAt == null).ToListAsync())
                (former.UsedAt, former.Version) = (clock.Now, former.Version + 1);
            db.Invitations.Add(invitations.New(code, mentor.Name, mentor.SchemeId, mentor.Id));
            return OwnChange.Done;
        });
        return (change, change == OwnChange.Done ? code : null);
    }

    private Task<OwnChange> ChangeAsync(Owner owner, Action<Account> change) => ChangeAsync(owner, (_, account) =>
    {
        change(account);
        return Task.FromResult(OwnChange.Done);
    });

    private async Task<OwnChange> ChangeAsync(Owner owner, Func<MentorBotDb, Account, Task<OwnChange>> change)
    {
        if (!await proofs.FitsAsync(await FindAsync(owner.AccountId), owner.Password, isKnown: true)) return OwnChange.WrongPassword;
        return await writes.RunAsync(
            async db =>
            {
                var account = await db.Accounts.SingleAsync(a => a.Id == owner.AccountId);
                if (account.ClosedAt is not null) return OwnChange.WrongPassword;
                account.KnownLockout.Forget();
                account.Version++;
                var made = await change(db, account);
                if (made != OwnChange.Done) return made;
                await SignIns.EndAllAsync(db, account.Id, except: vault.KeyOfSignIn(owner.Token));
                return made;
            },
            CancellationToken.None);
    }

    private async Task<Account?> FindAsync(int accountId)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId);
    }
}

/// <summary>Whoever changes his account.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Password">The password that he has now, as typed.</param>
/// <param name="Token">What this browser keeps: it stays signed in.</param>
public sealed record Owner(int AccountId, string Password, string Token);

/// <summary>How somebody signs in.</summary>
/// <param name="Handle">What passkeys know him by.</param>
/// <param name="SignInName">The name that he signs in with.</param>
/// <param name="HasApp">Whether he has an authenticator app.</param>
/// <param name="Passkeys">His passkeys, the oldest first.</param>
/// <param name="RecoveryCodesLeft">How many recovery codes he has not used.</param>
public sealed record WaysIn(Guid Handle, string SignInName, bool HasApp, IReadOnlyList<Passkey> Passkeys, int RecoveryCodesLeft)
{
    /// <summary>Whether he is a mentor who has no phone that talks to us.</summary>
    public bool LacksPhone { get; init; }
}

/// <summary>What became of a change.</summary>
public enum OwnChange
{
    /// <summary>It is done, and other browsers are signed out.</summary>
    Done,

    /// <summary>The password that he has now is another one, or the account is locked for a while.</summary>
    WrongPassword,

    /// <summary>The new password is too short or too long.</summary>
    BadLength,

    /// <summary>The new password is tried first.</summary>
    TooCommon,

    /// <summary>That is not what the app shows.</summary>
    WrongCode,

    /// <summary>It is the last second step that he has.</summary>
    LastSecondStep,

    /// <summary>He has a phone already, or is no mentor.</summary>
    HasPhone,
}
