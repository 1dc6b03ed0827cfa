using MentorBot.Mentoring.Accounts;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Schemes;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Accounts;

public class TeamTests
{
    [Theory, EachDatabase]
    public async Task Whoever_is_withdrawn_is_out_at_once_and_his_name_is_free_again(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var (grace, priya) = (await world.JoinAsync(Cast.Grace, isCoordinator: true), await world.JoinAsync(Cast.Priya));
        var (by, who) = ((await grace.StandingAsync())!, (await priya.StandingAsync())!);

        Assert.True(await world.Here.Get<Team>().WithdrawAsync(by.AccountId, by.SchemeId, new TeamMemberId(who.MentorId, AccountId: null)));

        Assert.Null(await priya.StandingAsync());
        Assert.Null(await world.Here.Get<Standings>().FindAsync(who.AccountId, CancellationToken.None));
        Assert.Null(await priya.SignInAsync());
        Assert.NotNull(await world.ReadAsync(db => db.Mentors.Select(m => m.WithdrawnAt).SingleAsync()));
        Assert.NotNull(await world.JoinAsync(Cast.Priya));
    }

    [Theory, EachDatabase]
    public async Task A_coordinator_withdraws_neither_himself_nor_anybody_of_a_scheme_that_is_not_his(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var (grace, priya) = (await world.JoinAsync(Cast.Grace, isCoordinator: true), await world.JoinAsync(Cast.Priya));
        var (by, who) = ((await grace.StandingAsync())!, (await priya.StandingAsync())!);
        await world.ChangeAsync(async db => await db.Schemes.AddAsync(new Scheme { Name = "Elsewhere", ParentId = by.SchemeId }));
        var elsewhere = await world.ReadAsync(db => db.Schemes.Where(s => s.ParentId != null).Select(s => s.Id).SingleAsync());

        Assert.False(await world.Here.Get<Team>().WithdrawAsync(by.AccountId, by.SchemeId, new TeamMemberId(MentorId: null, by.AccountId)));
        Assert.False(await world.Here.Get<Team>().WithdrawAsync(by.AccountId, elsewhere, new TeamMemberId(who.MentorId, who.AccountId)));
        Assert.False(await world.Here.Get<Team>().WithdrawAsync(by.AccountId, by.SchemeId, new TeamMemberId(MentorId: 4711, AccountId: null)));
        Assert.NotNull(await priya.StandingAsync());
        Assert.NotNull(await grace.StandingAsync());
    }

    [Theory, EachDatabase]
    public async Task The_team_is_shown_once_each_whether_by_phone_or_at_the_desk(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var grace = await world.JoinAsync(Cast.Grace, isCoordinator: true);
        await world.JoinAsync(Cast.Priya);
        var scheme = (await grace.StandingAsync())!.SchemeId;
        await world.ChangeAsync(async db => await db.Mentors.AddAsync(new Mentor { SchemeId = scheme, Name = "Sam", WithdrawnAt = world.Clock.GetUtcNow() }));
        await world.ChangeAsync(async db => await db.Mentors.AddAsync(new Mentor { SchemeId = scheme, Name = "Zoe" }));

        var team = await world.Here.Get<Team>().ListAsync(scheme, CancellationToken.None);

        Assert.Equal([(true, true, false), (false, true, false), (false, false, false), (false, false, true)], team.Select(c => (c.IsCoordinator, c.IsAtTheDesk, c.IsWithdrawn)));
    }

    [Theory, EachDatabase]
    public async Task The_database_tells_no_name_and_nothing_to_sign_in_with(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var code = await world.Here.Get<DeskInvitations>().InviteAsync(new DeskGuest("Grace", IsCoordinator: true));
        var joined = await world.JoinAsync(code, "grace.at.example");

        var account = await world.ReadAsync(db => db.Accounts.SingleAsync());
        var row = string.Join('\n', new[] { account.SignInNameKey, account.SealedSignInName!, account.SealedName, account.SealedCodeKey! }.Select(System.Text.Encoding.UTF8.GetString).Append(account.PasswordHash).Concat(account.RecoveryKeys));

        Assert.All(["grace", "Tomas", code, joined.Token!, joined.RecoveryCodes![0]], secret => Assert.DoesNotContain(secret, row, StringComparison.OrdinalIgnoreCase));
    }
}
