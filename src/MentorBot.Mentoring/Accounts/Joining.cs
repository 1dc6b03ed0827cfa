using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Accounts;

/// <summary>Makes an account of an invitation: in one step, with the password and the second step together. There is no account that only a password protects.</summary>
public sealed class Joining(Writes writes, DeskInvitations invitations, SigningIn signingIn, AccountVault vault, IPasswordHasher<Account> hasher, MachineClock clock)
{
    /// <summary>Whether this can be a name to sign in with: 3 to 60 letters, digits and <c>. _ - + @</c>, so that an e-mail address is one, and need not be.</summary>
    public static bool IsSignInName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is >= 3 and <= 60 && name.All(c => char.IsLetterOrDigit(c) || "._-+@".Contains(c, StringComparison.Ordinal));
    }

    /// <summary>Joins, if all is well: the invitation is used, the account is there, and he is signed in, or nothing happened.</summary>
    public async Task<Joined> JoinAsync(Newcomer who)
    {
        ArgumentNullException.ThrowIfNull(who);
        if (!Invitations.IsName(who.Name)) return JoinProblem.BadName;
        if (!IsSignInName(who.SignInName)) return JoinProblem.BadSignInName;
        if (Passwords.ProblemWith(who.Password, who.SignInName) is { } bad) return new Joined(JoinProblem.BadPassword, Password: bad);
        var step = who.Second.CodeKey is { } key ? Totp.Find(key, who.Second.Code, clock.Now, after: 0) : 0;
        if (step is null) return JoinProblem.WrongCode;
        var hash = hasher.HashPassword(null!, who.Password);
        try
        {
            return await writes.RunAsync(db => JoinAsync(db, who, hash, step.Value), CancellationToken.None);
        }
        catch (DbUpdateException error) when (error is not DbUpdateConcurrencyException)
        {
            // Somebody else took the name in the same moment.
            return JoinProblem.NameTaken;
        }
    }

    private async Task<Joined> JoinAsync(MentorBotDb db, Newcomer who, string hash, long step)
    {
        var nameKey = vault.KeyOfSignInName(who.SignInName);
        if (await invitations.FindAsync(db, who.Code) is not { } invitation)
            return await db.Accounts.AnyAsync(a => a.Handle == who.Second.Handle) ? JoinProblem.HasJoined : JoinProblem.InvitationGone;
        if (await db.Accounts.AnyAsync(a => a.SignInNameKey == nameKey && (a.MentorId == null || a.MentorId != invitation.MentorId))) return JoinProblem.NameTaken;

        await UseAsync(db, invitation);
        // Whoever answers for the scheme still does when he is invited again.
        var former = await db.Accounts.FirstOrDefaultAsync(a => a.MentorId != null && a.MentorId == invitation.MentorId && a.ClosedAt == null && a.IsCoordinator);
        var mentor = await MentorAsync(db, invitation, who.Name);
        var codes = RecoveryCodes.New();
        var account = db.Accounts.Add(NewAccount(who, invitation, mentor, former)).Entity;
        (account.PasswordHash, account.LastCodeStep, account.RecoveryKeys) = (hash, step, [.. codes.Select(code => vault.KeyOfRecovery(account.Handle, code))]);
        if (who.Second.Passkey is { } passkey)
            db.Passkeys.Add(new Passkey { Account = account, Key = vault.KeyOfPasskey(passkey.CredentialId), Sealed = PasskeyBox.Seal(vault, passkey, account.Handle), AddedAt = clock.Now });
        // It has no number until it is saved, and whoever signs in needs one.
        await db.SaveChangesAsync();
        return new Joined(Problem: null, Token: await signingIn.BeginAsync(db, account), RecoveryCodes: codes);
    }

    private async Task UseAsync(MentorBotDb db, Invitation invitation)
    {
        // Of two links of two starts one makes the first coordinator: whoever uses the other at the same moment changes the same rows, and looks again.
        var others = invitation.Kind == InvitationKind.SetUp ? await db.Invitations.Where(i => i.Kind == InvitationKind.SetUp && i.Id != invitation.Id).ToListAsync() : [];
        foreach (var one in others.Append(invitation)) (one.UsedAt, one.Version) = (clock.Now, one.Version + 1);
    }

    private async Task<Mentor?> MentorAsync(MentorBotDb db, Invitation invitation, string name)
    {
        if (invitation.MentorId is not { } id)
            return invitation.IsCoordinator ? null : db.Mentors.Add(new Mentor { SchemeId = invitation.SchemeId, Name = name, JoinedAt = clock.Now }).Entity;
        var mentor = await db.Mentors.SingleAsync(m => m.Id == id);
        (mentor.SchemeId, mentor.WithdrawnAt, mentor.Version) = (invitation.SchemeId, null, mentor.Version + 1);
        // Whoever lost all that he signed in with is invited again: what he had counts no more.
        foreach (var former in await db.Accounts.Where(a => a.MentorId == id && a.ClosedAt == null).ToListAsync()) await CloseAsync(db, former, clock.Now);
        // Its name is free from here on.
        await db.SaveChangesAsync();
        return mentor;
    }

    /// <summary>Closes an account within a transaction, with all that it was open in.</summary>
    internal static async Task CloseAsync(MentorBotDb db, Account account, DateTimeOffset now)
    {
        account.Close(now, AccountVault.NobodysKey());
        await SignIns.EndAllAsync(db, account.Id);
        await db.Passkeys.Where(p => p.AccountId == account.Id).ExecuteDeleteAsync();
    }

    private Account NewAccount(Newcomer who, Invitation invitation, Mentor? mentor, Account? former)
    {
        var handle = who.Second.Handle;
        return new Account
        {
            Handle = handle,
            SchemeId = former?.SchemeId ?? invitation.SchemeId,
            Mentor = mentor,
            IsCoordinator = invitation.IsCoordinator || former is not null,
            SignInNameKey = vault.KeyOfSignInName(who.SignInName),
            SealedSignInName = vault.Seal(who.SignInName.Trim(), handle, AccountVault.SignInNamePurpose),
            SealedName = vault.Seal(who.Name, handle, AccountVault.NamePurpose),
            SealedCodeKey = who.Second.CodeKey is { } key ? vault.Seal(key, handle, AccountVault.CodeKeyPurpose) : null,
            JoinedAt = clock.Now,
        };
    }
}

/// <summary>What somebody who was invited chose.</summary>
/// <param name="Code">The code of his link.</param>
/// <param name="Name">What he wants to be called.</param>
/// <param name="SignInName">What he wants to sign in with.</param>
/// <param name="Password">His password.</param>
/// <param name="Second">His second step.</param>
public sealed record Newcomer(string Code, string Name, string SignInName, string Password, SecondStep Second);

/// <summary>A second step, shown to work: an app's key with a code of it, or a passkey.</summary>
/// <param name="Handle">What the passkey knows the account by; random, and made with the form, so that a form that is sent twice is known again.</param>
/// <param name="CodeKey">The app's key, or null.</param>
/// <param name="Code">What the app showed.</param>
/// <param name="Passkey">The passkey, proved, or null.</param>
public sealed record SecondStep(Guid Handle, byte[]? CodeKey, string Code, UserPasskeyInfo? Passkey);

/// <summary>What became of joining.</summary>
/// <param name="Problem">Why not; null if he joined.</param>
/// <param name="Token">What his browser is to keep: he is signed in.</param>
/// <param name="RecoveryCodes">Shown this once.</param>
/// <param name="Password">What is wrong with the password.</param>
public sealed record Joined(JoinProblem? Problem, string? Token = null, IReadOnlyList<string>? RecoveryCodes = null, PasswordProblem? Password = null)
{
    /// <summary>He did not join.</summary>
    public static Joined FromJoinProblem(JoinProblem problem) => new(problem);

    /// <inheritdoc cref="FromJoinProblem"/>
    public static implicit operator Joined(JoinProblem problem) => FromJoinProblem(problem);
}

/// <summary>Why somebody cannot join.</summary>
public enum JoinProblem
{
    /// <summary>The invitation is wrong, used or too old.</summary>
    InvitationGone,

    /// <summary>This very form was sent before, and he has joined by it.</summary>
    HasJoined,

    /// <summary>That is no name that mentees can be told.</summary>
    BadName,

    /// <summary>That is nothing to sign in with.</summary>
    BadSignInName,

    /// <summary>Somebody else signs in with it.</summary>
    NameTaken,

    /// <summary>The password is too short, too long, or tried first.</summary>
    BadPassword,

    /// <summary>That is not what the app shows.</summary>
    WrongCode,
}
