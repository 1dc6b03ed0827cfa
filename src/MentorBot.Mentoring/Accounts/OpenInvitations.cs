using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Accounts;

/// <summary>The invitations of a scheme and of all below it that nobody has used yet, as its coordinators see them: without their codes, which nobody can read again.</summary>
public sealed class OpenInvitations(IDbContextFactory<MentorBotDb> contexts, Writes writes, MachineClock machine, TimeProvider clock)
{
    /// <summary>All of them, the first to run out first.</summary>
    public async Task<IReadOnlyList<OpenInvitation>> ListAsync(int schemeId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var all = await (await OpenAsync(db, schemeId, cancellationToken)).AsNoTracking().ToListAsync(cancellationToken);
        return [.. all.Where(IsOpen).OrderBy(one => one.ExpiresAt).Select(one => new OpenInvitation(one.Id, one.Name, one.Kind, one.IsCoordinator, one.ExpiresAt))];
    }

    /// <summary>Revokes one: its code or link counts no more.</summary>
    /// <returns>Whether it was there, and theirs.</returns>
    public Task<bool> RevokeAsync(int schemeId, int invitationId) => writes.RunAsync(
        async db =>
        {
            if (await (await OpenAsync(db, schemeId, CancellationToken.None)).SingleOrDefaultAsync(one => one.Id == invitationId) is not { } invitation) return false;
            (invitation.UsedAt, invitation.Version) = (machine.Now, invitation.Version + 1);
            return true;
        },
        CancellationToken.None);

    // Each kind goes by the clock of those who use it.
    private bool IsOpen(Invitation invitation) => invitation.IsOpen(invitation.Kind == InvitationKind.Phone ? clock.GetUtcNow() : machine.Now);

    private static async Task<IQueryable<Invitation>> OpenAsync(MentorBotDb db, int schemeId, CancellationToken cancellationToken)
    {
        var schemes = await db.SchemesDownwardsAsync(schemeId, cancellationToken);
        return db.Invitations.Where(one => one.UsedAt == null && one.Kind != InvitationKind.SetUp && schemes.Contains(one.SchemeId));
    }
}

/// <summary>An invitation that counts.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">For whom it is.</param>
/// <param name="Kind">Where it leads.</param>
/// <param name="IsCoordinator">Whether it makes a coordinator of him.</param>
/// <param name="ExpiresAt">Until when.</param>
public sealed record OpenInvitation(int Id, string Name, InvitationKind Kind, bool IsCoordinator, DateTimeOffset ExpiresAt);
