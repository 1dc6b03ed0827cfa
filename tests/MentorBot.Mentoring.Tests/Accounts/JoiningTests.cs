using MentorBot.Mentoring.Accounts;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Accounts;

public class JoiningTests
{
    [Theory, EachDatabase]
    public async Task An_invitation_counts_once_and_the_form_that_used_it_is_known_again(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var code = await InviteAsync(world);
        var handle = Guid.NewGuid();

        var first = await world.JoinAsync(code, "tomas", handle: handle);
        Assert.Equal((null, RecoveryCodes.Count), (first.Problem, first.RecoveryCodes!.Count));
        Assert.Equal(JoinProblem.HasJoined, (await world.JoinAsync(code, "tomas", handle: handle)).Problem);
        Assert.Equal(JoinProblem.InvitationGone, (await world.JoinAsync(code, "other")).Problem);
        Assert.Equal(1, await world.ReadAsync(db => db.Accounts.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Two_who_open_one_link_at_once_are_one_who_joins(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var code = await InviteAsync(world);

        var both = await Task.WhenAll(world.JoinAsync(code, "tomas"), world.JoinAsync(code, "other"));

        Assert.Single(both, joined => joined.Problem is null);
        Assert.Equal(1, await world.ReadAsync(db => db.Mentors.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_code_for_a_phone_a_code_that_is_too_old_and_one_that_was_made_up_lead_nowhere(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var phone = await world.Here.Get<Invitations>().InviteAsync("Tomas", schemeId: null);
        var old = await InviteAsync(world);

        Assert.Equal(JoinProblem.InvitationGone, (await world.JoinAsync(phone, "tomas")).Problem);
        Assert.Equal(JoinProblem.InvitationGone, (await world.JoinAsync("made-up", "tomas")).Problem);
        world.MachineClock.Advance(Invitations.Lasts + TimeSpan.FromSeconds(1));
        Assert.Equal(JoinProblem.InvitationGone, (await world.JoinAsync(old, "tomas")).Problem);
    }

    [Theory, EachDatabase]
    public async Task What_cannot_be_taken_is_said_and_uses_nothing_up(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.JoinAsync(Cast.Priya);
        var code = await InviteAsync(world);
        var key = Totp.NewKey();

        Assert.Equal(JoinProblem.NameTaken, (await world.JoinAsync(code, "PRIYA")).Problem);
        Assert.Equal(JoinProblem.BadSignInName, (await world.JoinAsync(code, "to")).Problem);
        Assert.Equal(PasswordProblem.TooShort, (await world.JoinAsync(code, "tomas", password: "short")).Password);
        var wrong = new Newcomer(code, "Tomas", "tomas", Member.Password, new SecondStep(Guid.NewGuid(), key, "000", Passkey: null));
        Assert.Equal(JoinProblem.WrongCode, (await world.Here.Get<Joining>().JoinAsync(wrong)).Problem);
        Assert.Equal(JoinProblem.BadName, (await world.Here.Get<Joining>().JoinAsync(wrong with { Name = "07700 900123" })).Problem);

        Assert.Null((await world.JoinAsync(code, "tomas")).Problem);
    }

    [Theory, EachDatabase]
    public async Task The_first_coordinator_is_invited_while_nobody_has_an_account_and_of_two_links_one_counts(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var invitations = world.Here.Get<DeskInvitations>();
        var (one, other) = (await invitations.InviteFirstAsync("Coordinator", CancellationToken.None), await invitations.InviteFirstAsync("Coordinator", CancellationToken.None));

        var both = await Task.WhenAll(world.JoinAsync(one!, "grace"), world.JoinAsync(other!, "other"));

        var joined = Assert.Single(both, j => j.Problem is null);
        var standing = await world.Here.Get<SignIns>().FindAsync(joined.Token!, CancellationToken.None);
        Assert.Equal((true, null), (standing!.IsCoordinator, standing.MentorId));
        Assert.Null(await invitations.InviteFirstAsync("Coordinator", CancellationToken.None));
    }

    [Theory, EachDatabase]
    public async Task The_first_link_is_gone_after_a_day(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var code = await world.Here.Get<DeskInvitations>().InviteFirstAsync("Coordinator", CancellationToken.None);
        world.MachineClock.Advance(DeskInvitations.SetUpLasts + TimeSpan.FromSeconds(1));
        Assert.Equal(JoinProblem.InvitationGone, (await world.JoinAsync(code!, "grace")).Problem);
    }

    [Theory, EachDatabase]
    public async Task Whoever_lost_everything_is_invited_again_as_the_same_mentor_under_the_same_name(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var before = await world.JoinAsync(Cast.Priya);
        var mentor = (await before.StandingAsync())!.MentorId;

        var after = await world.JoinAsync(Cast.Priya, mentorId: mentor);

        Assert.Equal(mentor, (await after.StandingAsync())!.MentorId);
        Assert.Null(await before.StandingAsync());
        Assert.Null(await before.SignInAsync());
        Assert.NotNull(await after.SignInAsync());
    }

    private static Task<string> InviteAsync(World world) => world.Here.Get<DeskInvitations>().InviteAsync(new DeskGuest("Tomas", IsCoordinator: false));
}
