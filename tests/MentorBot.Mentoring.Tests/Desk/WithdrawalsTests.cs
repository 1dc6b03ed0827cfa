using MentorBot.Mentoring.Accounts;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Schemes;
using MentorBot.Mentoring.Tests.Concerns;
using MentorBot.Mentoring.Tests.Handoffs;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Desk;

public sealed class WithdrawalsTests
{
    [Theory, EachDatabase]
    public async Task A_concern_that_the_lead_took_without_a_talk_is_alerted_of_again_at_once(DatabaseProvider database)
    {
        await using var world = await ConcernWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "CRY");
        await world.HearAsync(Cast.Tomas, "MINE");

        await WithdrawAsync(world, 0);
        await world.GoOnAsync(TimeSpan.Zero);

        Assert.Equal((ConcernState.Open, "alert A1"), ((await world.ConcernAsync()).State, Assert.Single(world.PhoneOf(Cast.Priya))));
        Assert.Equal(["alert A1", "yours"], world.PhoneOf(Cast.Tomas));
        Assert.Equal(1, await world.CountAsync("concern.reopened"));
        Assert.Empty(await world.IncidentsAsync());
    }

    [Theory, EachDatabase]
    public async Task The_duty_falls_to_the_deputy_then_to_the_scheme_above_and_then_nobody_has_it(DatabaseProvider database)
    {
        await using var world = await ConcernWorld.OpenAsync(database);
        await world.HearAsync(Cast.Grace, "MENTOR");
        var mentors = await world.ReadAsync(db => db.Mentors.OrderBy(m => m.Id).Select(m => m.Id).ToListAsync());
        await world.ChangeAsync(async db =>
        {
            var top = await db.Schemes.SingleAsync();
            (top.LeadId, top.DeputyId) = (mentors[2], null);
            db.Schemes.Add(new Scheme { Name = "town", ParentId = top.Id, LeadId = mentors[0], DeputyId = mentors[1] });
        });
        var had = new List<Duty?>();

        for (var i = 0; i < mentors.Count; i++)
        {
            await WithdrawAsync(world, i);
            had.Add(await world.ReadAsync(async db => Duty.Of(await db.Schemes.ToDictionaryAsync(s => s.Id), await db.Schemes.MaxAsync(s => s.Id))));
        }

        Assert.Equal([(null, mentors[1]), (mentors[2], null), (null, null)], had.Select(duty => (duty?.LeadId, duty?.DeputyId)));
    }

    [Theory, EachDatabase]
    public async Task That_nobody_has_the_duty_of_a_concern_that_was_looked_after_is_an_incident(DatabaseProvider database)
    {
        await using var world = await ConcernWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "CRY");
        await world.HearAsync(Cast.Tomas, "MINE");

        await WithdrawAsync(world, 1);
        await WithdrawAsync(world, 0);
        await world.GoOnAsync(TimeSpan.Zero);

        Assert.Equal(ConcernEnd.NobodyOnDuty, (await world.ConcernAsync()).Ending);
        Assert.Equal(["concern.alert nobody-on-duty"], await world.IncidentsAsync());
    }

    [Theory, EachDatabase]
    public async Task What_he_was_asked_is_declined_and_if_he_was_the_last_others_are_asked_at_once(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);

        await WithdrawAsync(world, 0);
        await world.RunAsync();
        Assert.Equal((HandoffState.Offered, 1), ((await world.HandoffAsync()).State, (await world.HandoffAsync()).Waves));
        await WithdrawAsync(world, 1);
        await world.RunAsync();

        Assert.Equal([HandoffWorld.Nobody], world.PhoneOf(Cast.Amina));
        Assert.Equal([OfferAnswer.Declined, OfferAnswer.Declined], await world.ReadAsync(db => db.Offers.Select(o => o.Answer).ToListAsync()));
    }

    [Theory, EachDatabase]
    public async Task He_looks_on_nowhere_and_whoever_holds_the_talk_goes_on(DatabaseProvider database)
    {
        await using var world = await DeskWorld.AskedAsync(database, "Tomas", "Priya");
        await world.TakeAsync("Tomas");
        var priya = await world.MentorAsync("Priya");
        await world.DoAsync("Tomas", "invite", (turn, handoff) => turn.LetLookOnAsync(handoff, priya, default));

        await WithdrawAsync(world, 1);

        Assert.NotNull((await world.ReadAsync(db => db.Onlookers.SingleAsync())).Until);
        Assert.True((await world.HandoffAsync()).IsHeld);
    }

    private static async Task WithdrawAsync(World world, int index)
    {
        var mentor = await world.ReadAsync(db => db.Mentors.OrderBy(m => m.Id).Skip(index).FirstAsync());
        Assert.True(await world.Here.Get<Team>().WithdrawAsync(by: 0, mentor.SchemeId, new TeamMemberId(mentor.Id, AccountId: null)));
    }
}
