using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Schemes;

namespace MentorBot.Mentoring.Accounts;

/// <summary>Somebody's way to the desk: a mentor's, a coordinator's, or that of one who is both.</summary>
/// <remarks>Whoever reads the database learns no name from it, and cannot sign in: names and the key of codes are sealed, the password is hashed.</remarks>
public sealed class Account
{
    /// <summary>The database's number for it.</summary>
    public int Id { get; init; }

    /// <summary>What passkeys know it by: random, so that it tells nothing. What is sealed in this row is bound to it.</summary>
    public Guid Handle { get; init; }

    /// <summary>The scheme that he helps in or answers for, and all below it.</summary>
    public int SchemeId { get; init; }

    /// <summary>The scheme itself; null where a query did not ask for it.</summary>
    public Scheme? Scheme { get; init; }

    /// <summary>The mentor that he is, or null: a coordinator need be none.</summary>
    public int? MentorId { get; private set; }

    /// <summary>The mentor himself; null where a query did not ask for him.</summary>
    public Mentor? Mentor { get; set; }

    /// <summary>Whether he answers for the scheme.</summary>
    public bool IsCoordinator { get; set; }

    /// <summary>The look-up key of the name that he signs in with: 32 bytes. Unique; random once the account is closed, so that the name is free again.</summary>
    public required byte[] SignInNameKey { get; set; }

    /// <summary>That name, sealed; null once the account is closed.</summary>
    public byte[]? SealedSignInName { get; set; }

    /// <summary>What his colleagues call him, sealed.</summary>
    public required byte[] SealedName { get; set; }

    /// <summary>The hash of his password, as ASP.NET Core Identity makes it; empty once the account is closed, which no password fits.</summary>
    public string PasswordHash { get; set; } = "";

    /// <summary>The key that his authenticator app makes codes from, sealed, or null if he has none.</summary>
    public byte[]? SealedCodeKey { get; set; }

    /// <summary>The step of the last code that was taken: no code counts twice (RFC 6238, 5.2).</summary>
    public long LastCodeStep { get; set; }

    /// <summary>The look-up keys, in base 64, of the recovery codes that were not used yet.</summary>
    public IList<string> RecoveryKeys { get; set; } = [];

    /// <summary>Holds up whoever guesses in a browser that nobody knows.</summary>
    public Lockout Lockout { get; init; } = new();

    /// <summary>The same for the browsers in which he signed in before, counted by themselves: whoever guesses elsewhere does not lock him out of his own (OWASP's device cookies).</summary>
    public Lockout KnownLockout { get; init; } = new();

    /// <summary>When he joined.</summary>
    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>When it was closed, or null. It is never opened again.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Counts changes, so that two writers never overwrite each other unseen.</summary>
    public int Version { get; set; }

    /// <summary>What counts his answers in a browser.</summary>
    /// <param name="isKnown">Whether he signed in by it before, or is signed in.</param>
    internal Lockout LockoutIn(bool isKnown) => isKnown ? KnownLockout : Lockout;

    /// <summary>Closes it for good, and forgets what he signed in with. His name stays, so that colleagues can tell who it was.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="nobodysKey">A random look-up key.</param>
    internal void Close(DateTimeOffset now, byte[] nobodysKey)
    {
        (ClosedAt, SignInNameKey, SealedSignInName, PasswordHash, SealedCodeKey, RecoveryKeys) = (now, nobodysKey, null, "", null, []);
        Version++;
    }
}
