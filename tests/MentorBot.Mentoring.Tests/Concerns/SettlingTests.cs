using MentorBot.BotFramework;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using MentorBot.Mentoring.Tests.Handoffs;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Concerns;

/// <summary>Whoever looks after a concern says how she is, or gives it to others.</summary>
public sealed class SettlingTests
{
    [Theory, EachDatabase]
    public async Task It_is_over_with_how_she_is(DatabaseProvider database)
    {
        await using var world = await TakenAsync(database);

        await world.HearAsync(Cast.Tomas, "SAFE");

        var concern = await world.ConcernAsync();
        Assert.Equal((ConcernState.Ended, ConcernEnd.DealtWith, ConcernOutcome.Safe), (concern.State, concern.Ending, concern.Outcome));
        Assert.Equal("Safe", await world.ReadAsync(db => db.Events.Where(e => e.Name == "concern.settled").Select(e => e.Subject).SingleAsync()));
    }

    [Theory, EachDatabase]
    public async Task The_lead_who_could_not_reach_her_may_end_it(DatabaseProvider database)
    {
        await using var world = await TakenAsync(database);

        await world.HearAsync(Cast.Tomas, "LOST");

        var concern = await world.ConcernAsync();
        Assert.Equal((ConcernState.Ended, ConcernOutcome.NotReached), (concern.State, concern.Outcome));
    }

    [Theory, EachDatabase]
    public async Task Anybody_else_who_could_not_reach_her_has_the_lead_alerted_again(DatabaseProvider database)
    {
        await using var world = await TakenAsync(database);
        await LeadIsPriyaAsync(world);

        await world.HearAsync(Cast.Tomas, "LOST");
        await world.GoOnAsync(TimeSpan.Zero);

        var concern = await world.ConcernAsync();
        Assert.Equal((ConcernState.Open, ConcernOutcome.NotReached), (concern.State, concern.Outcome));
        Assert.Contains("alert A1", world.PhoneOf(Cast.Priya));
    }

    [Theory, EachDatabase]
    public async Task Where_nobody_has_the_duty_there_is_nobody_to_alert(DatabaseProvider database)
    {
        await using var world = await TakenAsync(database);
        await world.SetPeopleAsync(lead: null);

        await world.HearAsync(Cast.Tomas, "LOST");

        Assert.Equal(ConcernState.Ended, (await world.ConcernAsync()).State);
    }

    [Theory, EachDatabase]
    public async Task Who_gives_it_to_others_has_both_alerted_at_once(DatabaseProvider database)
    {
        await using var world = await TakenAsync(database);
        Assert.DoesNotContain("alert A1", world.PhoneOf(Cast.Priya));

        await world.HearAsync(Cast.Tomas, "PASS");
        await world.GoOnAsync(TimeSpan.Zero);

        Assert.Equal(ConcernState.Open, (await world.ConcernAsync()).State);
        Assert.Contains("alert A1", world.PhoneOf(Cast.Priya));
        Assert.Equal(2, world.PhoneOf(Cast.Tomas).Count(text => text == "alert A1"));
    }

    [Theory, EachDatabase]
    public async Task He_is_reminded_within_the_hours_of_duty_that_it_is_not_over(DatabaseProvider database)
    {
        await using var world = await TakenAsync(database);

        await world.GoOnAsync(AlertTimes.BetweenReminders - TimeSpan.FromMinutes(1));
        Assert.DoesNotContain("remember A1", world.PhoneOf(Cast.Tomas));
        await world.GoOnAsync(TimeSpan.FromMinutes(1));
        await world.GoOnAsync(AlertTimes.BetweenReminders);
        Assert.Equal(2, world.PhoneOf(Cast.Tomas).Count(text => text == "remember A1"));

        var tomorrow = world.Clock.GetUtcNow().AddDays(1).DayOfWeek;
        await world.Here.Get<Duties>().SetHoursAsync((await world.ConcernAsync()).SchemeId, [new WeeklyHours { Day = tomorrow, From = new(9, 0), Until = new(17, 0) }], Duty.FirstTimeZone, CancellationToken.None);
        await world.GoOnAsync(AlertTimes.BetweenReminders);
        Assert.Equal(2, world.PhoneOf(Cast.Tomas).Count(text => text == "remember A1"));
        await world.GoOnAsync((await world.ConcernAsync()).DueAt!.Value - world.Clock.GetUtcNow());
        Assert.Equal(3, world.PhoneOf(Cast.Tomas).Count(text => text == "remember A1"));
    }

    private static async Task LeadIsPriyaAsync(World world) =>
        await world.SetPeopleAsync(await world.ReadAsync(db => db.Mentors.OrderBy(m => m.Id).Select(m => m.Id).LastAsync()));

    private static async Task<World> TakenAsync(DatabaseProvider database)
    {
        var world = await ConcernWorld.OpenAsync(database);
        world.Bot.When("SAFE", context => SettleAsync(context, ConcernOutcome.Safe))
            .When("LOST", context => SettleAsync(context, ConcernOutcome.NotReached))
            .When("PASS", async context => context.Turn().PassConcernOn(await HisAsync(context.Turn())));
        await world.HearAsync(Cast.Amina, "CRY");
        await world.HearAsync(Cast.Tomas, "MINE");
        return world;
    }

    private static async Task SettleAsync(ITurnContext context, ConcernOutcome outcome) =>
        await context.Turn().SettleConcernAsync(await HisAsync(context.Turn()), outcome, default);

    private static async Task<RaisedConcern> HisAsync(Turn turn) =>
        Assert.Single(await turn.ConcernsWithAsync((await turn.FindMentorAsync(default))!, default));
}
