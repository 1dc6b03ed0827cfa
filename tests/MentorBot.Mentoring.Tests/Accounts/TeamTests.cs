using MentorBot.Mentoring.Accounts;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
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
    public async Task A_coordinator_who_is_a_mentor_too_stays_one_when_he_is_invited_again_and_may_be_a_mentor_alone(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var (grace, priya) = (await world.JoinAsync(Cast.Grace, isCoordinator: true), await world.JoinAsync(Cast.Priya));
        var (by, who) = ((await grace.StandingAsync())!, (await priya.StandingAsync())!);
        var team = world.Here.Get<Team>();
        Assert.True(await team.MakeCoordinatorAsync(by.SchemeId, who.AccountId));

        var again = (await (await world.JoinAsync(Cast.Priya, mentorId: who.MentorId)).StandingAsync())!;

        Assert.Equal((true, who.MentorId), (again.IsCoordinator, again.MentorId));
        Assert.False(await team.EndCoordinatorAsync(by.AccountId, by.SchemeId, by.AccountId));
        Assert.True(await team.EndCoordinatorAsync(by.AccountId, by.SchemeId, again.AccountId));
        Assert.False((await world.Here.Get<Standings>().FindAsync(again.AccountId, CancellationToken.None))!.IsCoordinator);
    }

    [Theory, EachDatabase]
    public async Task A_coordinator_becomes_a_mentor_too_once_and_is_away_at_first(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var grace = await world.JoinAsync(Cast.Grace, isCoordinator: true);
        var id = await grace.IdAsync();

        Assert.True(await world.Here.Get<Team>().BecomeMentorAsync(id));
        Assert.False(await world.Here.Get<Team>().BecomeMentorAsync(id));

        var mentor = await world.ReadAsync(db => db.Mentors.SingleAsync());
        Assert.Equal((mentor.Id, true), ((await grace.StandingAsync())!.MentorId, mentor.AwaySince is not null));
    }

    [Theory, EachDatabase]
    public async Task A_code_for_his_own_phone_counts_for_the_mentor_that_he_is_and_for_the_newest_alone(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var priya = await world.JoinAsync(Cast.Priya);
        var (own, owner) = (world.Here.Get<OwnAccount>(), new Owner(await priya.IdAsync(), Member.Password, priya.Token));
        var (first, second) = ((await own.InvitePhoneAsync(owner)).Code!, (await own.InvitePhoneAsync(owner)).Code!);
        var joined = new List<int?>();
        world.Bot.When("FIRST", async context => joined.Add((await world.Here.Get<Invitations>().JoinAsync(context.Turn(), first, default))?.Id))
            .When("SECOND", async context => joined.Add((await world.Here.Get<Invitations>().JoinAsync(context.Turn(), second, default))?.Id));

        // Joining took minutes by the machine's clock, which leases go by.
        await world.Here.Partitions.RenewAsync(CancellationToken.None);
        foreach (var text in new[] { "FIRST", "SECOND" })
        {
            await world.ReceiveAsync(Cast.Priya, text);
            await world.RunAsync();
        }

        Assert.Equal([null, (await priya.StandingAsync())!.MentorId], joined);
        Assert.Equal((OwnChange.HasPhone, null), await own.InvitePhoneAsync(owner));
        Assert.False((await own.ViewAsync(owner.AccountId, CancellationToken.None)).LacksPhone);
    }

    [Theory, EachDatabase]
    public async Task Invitations_that_nobody_used_are_listed_and_revoked_by_their_own_coordinators(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var grace = (await (await world.JoinAsync(Cast.Grace, isCoordinator: true)).StandingAsync())!;
        await world.ChangeAsync(async db => await db.Schemes.AddAsync(new Scheme { Name = "Elsewhere", ParentId = grace.SchemeId }));
        var elsewhere = await world.ReadAsync(db => db.Schemes.Where(s => s.ParentId != null).Select(s => s.Id).SingleAsync());
        var (open, link) = (world.Here.Get<OpenInvitations>(), await world.Here.Get<DeskInvitations>().InviteAsync(new DeskGuest("Tomas", IsCoordinator: false)));
        await world.Here.Get<Invitations>().InviteAsync("Sam", grace.SchemeId);

        var listed = await open.ListAsync(grace.SchemeId, CancellationToken.None);
        Assert.Equal(["Sam", "Tomas"], listed.Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.Empty(await open.ListAsync(elsewhere, CancellationToken.None));
        var tomas = listed.Single(one => one.Name == "Tomas").Id;
        Assert.False(await open.RevokeAsync(elsewhere, tomas));
        Assert.True(await open.RevokeAsync(grace.SchemeId, tomas));
        Assert.False(await open.RevokeAsync(grace.SchemeId, tomas));

        Assert.Equal(JoinProblem.InvitationGone, (await world.JoinAsync(link, "tomas")).Problem);
        world.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Empty(await open.ListAsync(grace.SchemeId, CancellationToken.None));
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
