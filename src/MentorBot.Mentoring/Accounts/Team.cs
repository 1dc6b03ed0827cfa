using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Accounts;

/// <summary>The mentors and coordinators of a scheme and of all below it, as its coordinators see them.</summary>
public sealed class Team(IDbContextFactory<MentorBotDb> contexts, Writes writes, AccountVault vault, Saying saying, MachineClock machine, TimeProvider clock)
{
    /// <summary>Everybody, those who may still help first, by name.</summary>
    public async Task<IReadOnlyList<TeamMember>> ListAsync(int schemeId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schemes = await db.SchemesDownwardsAsync(schemeId, CancellationToken.None);
        var accounts = await db.Accounts.AsNoTracking().Include(a => a.Mentor).Where(a => schemes.Contains(a.SchemeId) && a.ClosedAt == null).ToListAsync(cancellationToken);
        var mentors = await db.Mentors.AsNoTracking().Where(m => schemes.Contains(m.SchemeId)).ToListAsync(cancellationToken);
        var atTheDesk = accounts.Where(a => a.MentorId is not null).Select(a => a.MentorId!.Value).ToHashSet();
        return [.. accounts.Select(Of).Concat(mentors.Where(m => !atTheDesk.Contains(m.Id)).Select(Of)).OrderBy(c => c.IsWithdrawn).ThenBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Id.MentorId ?? 0).ThenBy(c => c.Id.AccountId)];
    }

    /// <summary>A mentor of these schemes whom a coordinator may invite to the desk, or null.</summary>
    public async Task<Mentor?> FindMentorAsync(int schemeId, int mentorId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var schemes = await db.SchemesDownwardsAsync(schemeId, CancellationToken.None);
        return await db.Mentors.AsNoTracking().SingleOrDefaultAsync(m => m.Id == mentorId && schemes.Contains(m.SchemeId), cancellationToken);
    }

    /// <summary>Takes somebody's rights away, at once: he is signed out everywhere, and <see cref="Withdrawals"/> says what becomes of all that he held, looked after or was asked.</summary>
    /// <param name="by">The coordinator's account. He cannot withdraw himself: nobody might be left.</param>
    /// <param name="schemeId">His scheme.</param>
    /// <param name="who">The colleague.</param>
    /// <returns>Whether it was done: he belongs to the coordinator's schemes, and is somebody else.</returns>
    public Task<bool> WithdrawAsync(int by, int schemeId, TeamMemberId who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return writes.RunAsync(
            async db =>
            {
                var schemes = await db.SchemesDownwardsAsync(schemeId, CancellationToken.None);
                var accounts = await db.Accounts.Where(a => (a.Id == who.AccountId || (a.MentorId != null && a.MentorId == who.MentorId)) && a.ClosedAt == null && schemes.Contains(a.SchemeId)).ToListAsync();
                var mentorId = accounts.FirstOrDefault()?.MentorId ?? who.MentorId;
                var mentor = await db.Mentors.SingleOrDefaultAsync(m => m.Id == mentorId && schemes.Contains(m.SchemeId));
                if (accounts.Exists(a => a.Id == by) || (mentor is null && accounts.Count == 0)) return false;
                foreach (var account in accounts) await Joining.CloseAsync(db, account, machine.Now);
                if (mentor is not null) await WithdrawAsync(db, mentor);
                return true;
            },
            CancellationToken.None);
    }

    /// <summary>Lets a mentor who is at the desk answer for the scheme, too. He sees the coordinators' pages from his next request on.</summary>
    /// <param name="schemeId">The coordinator's scheme.</param>
    /// <param name="accountId">The mentor's account.</param>
    /// <returns>Whether it was done: he belongs to the coordinator's schemes, and helps.</returns>
    public Task<bool> MakeCoordinatorAsync(int schemeId, int accountId) => writes.RunAsync(
        async db =>
        {
            var schemes = await db.SchemesDownwardsAsync(schemeId, CancellationToken.None);
            var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId && a.ClosedAt == null && schemes.Contains(a.SchemeId) && a.Mentor!.WithdrawnAt == null);
            if (account is null) return false;
            (account.IsCoordinator, account.Version) = (true, account.Version + 1);
            return true;
        },
        CancellationToken.None);

    /// <summary>Lets a coordinator who helps as a mentor be a mentor alone. He cannot do it to himself: nobody might be left.</summary>
    /// <param name="by">The coordinator's account who does it.</param>
    /// <param name="schemeId">His scheme.</param>
    /// <param name="accountId">The colleague's account.</param>
    /// <returns>Whether it was done.</returns>
    public Task<bool> EndCoordinatorAsync(int by, int schemeId, int accountId) => writes.RunAsync(
        async db =>
        {
            var schemes = await db.SchemesDownwardsAsync(schemeId, CancellationToken.None);
            var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId && a.Id != by && a.IsCoordinator && a.ClosedAt == null && schemes.Contains(a.SchemeId) && a.Mentor!.WithdrawnAt == null);
            if (account is null) return false;
            (account.IsCoordinator, account.Version) = (false, account.Version + 1);
            return true;
        },
        CancellationToken.None);

    /// <summary>Lets a coordinator who is no mentor be one, too, so that he may look on. He is away at first: nobody is offered to him until he says otherwise.</summary>
    /// <returns>Whether it was done.</returns>
    public Task<bool> BecomeMentorAsync(int accountId) => writes.RunAsync(
        async db =>
        {
            if (await db.Accounts.SingleOrDefaultAsync(a => a.Id == accountId && a.ClosedAt == null && a.IsCoordinator && a.MentorId == null) is not { } account) return false;
            var now = clock.GetUtcNow();
            account.Mentor = db.Mentors.Add(new Mentor { SchemeId = account.SchemeId, Name = NameOf(account), HearsBy = HearsBy.Desk, AwaySince = now, JoinedAt = now }).Entity;
            account.Version++;
            return true;
        },
        CancellationToken.None);

    private async Task WithdrawAsync(MentorBotDb db, Mentor mentor)
    {
        var invitations = await db.Invitations.Where(i => i.MentorId == mentor.Id && i.UsedAt == null).ToListAsync();
        foreach (var one in invitations) (one.UsedAt, one.Version) = (machine.Now, one.Version + 1);
        var record = new TurnRecord();
        var turn = new Turn(db, record, clock.GetUtcNow());
        await turn.WithdrawAsync(mentor, CancellationToken.None);
        saying.PrepareElsewhere(turn);
        await db.SaveChangesAsync();
        await record.WriteAsync(db);
    }

    private TeamMember Of(Account account)
    {
        var name = NameOf(account);
        var isWithdrawn = !account.IsCoordinator && account.Mentor is not { WithdrawnAt: null };
        return new TeamMember(new TeamMemberId(account.MentorId, account.Id), name, account.IsCoordinator, HasPhone: account.Mentor is { PhoneId: not null }, isWithdrawn);
    }

    private string NameOf(Account account) => vault.Open(account.SealedName, account.Handle, AccountVault.NamePurpose);

    private static TeamMember Of(Mentor mentor) =>
        new(new TeamMemberId(mentor.Id, AccountId: null), mentor.Name, IsCoordinator: false, HasPhone: mentor.PhoneId is not null, IsWithdrawn: mentor.WithdrawnAt is not null);
}

/// <summary>Somebody in the team.</summary>
/// <param name="Id">Who it is.</param>
/// <param name="Name">What he is called.</param>
/// <param name="IsCoordinator">Whether he answers for the scheme.</param>
/// <param name="HasPhone">Whether he answers from a phone of his own.</param>
/// <param name="IsWithdrawn">Whether his rights were withdrawn.</param>
public sealed record TeamMember(TeamMemberId Id, string Name, bool IsCoordinator, bool HasPhone, bool IsWithdrawn)
{
    /// <summary>Whether he can sign in.</summary>
    public bool IsAtTheDesk => Id.AccountId is not null;
}

/// <summary>Who somebody in the team is: a mentor, an account, or both.</summary>
/// <param name="MentorId">The mentor, or null.</param>
/// <param name="AccountId">The account, or null.</param>
public sealed record TeamMemberId(int? MentorId, int? AccountId);
