using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Accounts;

/// <summary>Invites people to the desk, by a link that counts once. Its code is kept only as a keyed hash.</summary>
public sealed class DeskInvitations(IDbContextFactory<MentorBotDb> contexts, Writes writes, AccountVault vault, MachineClock clock)
{
    /// <summary>How long the link counts that the first start prints.</summary>
    public static readonly TimeSpan SetUpLasts = TimeSpan.FromHours(24);

    /// <summary>Makes an invitation for a mentor or a coordinator.</summary>
    /// <returns>The code of its link, which nobody can read again.</returns>
    public Task<string> InviteAsync(DeskGuest guest)
    {
        ArgumentNullException.ThrowIfNull(guest);
        return AddAsync(guest, InvitationKind.Desk, Invitations.Lasts);
    }

    /// <summary>Makes the invitation of the first coordinator.</summary>
    /// <returns>The code of its link; null if somebody has an account already.</returns>
    public async Task<string?> InviteFirstAsync(string name, CancellationToken cancellationToken)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (await db.Accounts.AnyAsync(cancellationToken)) return null;
        }
        return await AddAsync(new DeskGuest(name, IsCoordinator: true), InvitationKind.SetUp, SetUpLasts);
    }

    /// <summary>What a link's code leads to; null if it is wrong, used or too old.</summary>
    public async Task<Invitation?> FindAsync(string code, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, code);
    }

    /// <summary>The same within a transaction that uses it.</summary>
    internal async Task<Invitation?> FindAsync(MentorBotDb db, string code)
    {
        var key = vault.KeyOfInvitation(code);
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.CodeKey == key);
        if (invitation is null or { Kind: InvitationKind.Phone } || !invitation.IsOpen(clock.Now)) return null;
        return invitation.Kind == InvitationKind.SetUp && await db.Accounts.AnyAsync() ? null : invitation;
    }

    private async Task<string> AddAsync(DeskGuest guest, InvitationKind kind, TimeSpan lasts)
    {
        var code = AccountVault.NewToken();
        await writes.RunAsync(
            async db => db.Invitations.Add(new Invitation
            {
                CodeKey = vault.KeyOfInvitation(code),
                SchemeId = guest.SchemeId ?? await db.Schemes.Where(s => s.ParentId == null).MinAsync(s => s.Id),
                Name = guest.Name,
                Kind = kind,
                IsCoordinator = guest.IsCoordinator,
                MentorId = guest.MentorId,
                ExpiresAt = clock.Now + lasts,
            }),
            CancellationToken.None);
        return code;
    }
}

/// <summary>Who is invited to the desk.</summary>
/// <param name="Name">What he is called; he may change it when he joins.</param>
/// <param name="IsCoordinator">Whether he is to answer for the scheme; otherwise he is to be a mentor.</param>
/// <param name="MentorId">The mentor that he is already, or null.</param>
/// <param name="SchemeId">The scheme; null for the one at the top.</param>
public sealed record DeskGuest(string Name, bool IsCoordinator, int? MentorId = null, int? SchemeId = null);
