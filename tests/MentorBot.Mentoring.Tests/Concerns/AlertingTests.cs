using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Tests.Handoffs;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Concerns;

public sealed class AlertingTests
{
    private const string Alert = "alert A1";

    // The clock of tests begins on Sunday 22 November 2026 at noon, in London's winter.
    private static readonly WeeklyHours SundayAfternoon = new() { Day = DayOfWeek.Sunday, From = new(14, 0), Until = new(18, 0) };

    [Theory, EachDatabase]
    public async Task A_red_concern_alerts_the_lead_at_once_and_both_after_5_and_10_and_30_minutes(DatabaseProvider database)
    {
        await using var world = await ConcernWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "CRY");
        var heard = new List<(int, int)> { Heard(world) };

        foreach (var minutes in new[] { 4, 1, 5, 20 })
        {
            await world.GoOnAsync(TimeSpan.FromMinutes(minutes));
            heard.Add(Heard(world));
        }

        Assert.Equal([(1, 0), (1, 0), (2, 1), (3, 2), (4, 3)], heard);
        Assert.Equal(1, await world.CountAsync("concern.unanswered"));
        Assert.Equal(["concern.alert unanswered"], await world.IncidentsAsync());
        Assert.Equal(7, await world.ReadAsync(db => db.ConcernAlerts.CountAsync(a => a.WasTold)));
    }

    [Theory, EachDatabase]
    public async Task An_amber_concern_alerts_the_lead_after_15_minutes_and_both_after_an_hour(DatabaseProvider database)
    {
        await using var world = await ConcernWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "COLD");
        Assert.Equal((0, 0), Heard(world));

        await world.GoOnAsync(TimeSpan.FromMinutes(15));
        Assert.Equal((1, 0), Heard(world));
        await world.GoOnAsync(TimeSpan.FromMinutes(45));

        Assert.Equal((2, 1), Heard(world));
    }

    [Theory, EachDatabase]
    public async Task What_is_worse_than_she_said_before_alerts_at_once_and_what_is_the_same_does_not(DatabaseProvider database)
    {
        await using var world = await ConcernWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "COLD");
        await world.HearAsync(Cast.Amina, "CRY");
        await world.HearAsync(Cast.Amina, "CRY");
        await world.HearAsync(Cast.Amina, "COLD");

        Assert.Equal((1, 0), Heard(world));
        var concern = await world.ConcernAsync();
        Assert.Equal((ConcernKind.SelfHarm.Id, Urgency.Red, 4), (concern.KindId, concern.Urgency, concern.MessageIds.Count));
        Assert.Equal(1, await world.ReadAsync(db => db.Concerns.CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Nobody_is_alerted_any_more_once_somebody_looks_after_it_and_the_other_hears_so(DatabaseProvider database)
    {
        await using var world = await ConcernWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "CRY");

        await world.HearAsync(Cast.Priya, "MINE");
        await world.GoOnAsync(TimeSpan.FromHours(2));
        await world.HearAsync(Cast.Tomas, "MINE");

        Assert.Equal([Alert, "taken", "nothing"], world.PhoneOf(Cast.Tomas));
        Assert.Equal(["yours"], world.PhoneOf(Cast.Priya));
    }

    [Theory, EachDatabase]
    public async Task Outside_their_hours_it_waits_for_the_next_and_is_theirs_to_take_meanwhile(DatabaseProvider database)
    {
        await using var world = await ConcernWorld.OpenAsync(database, SundayAfternoon);
        await world.HearAsync(Cast.Amina, "CRY");
        await world.GoOnAsync(TimeSpan.FromMinutes(119));
        Assert.Equal((0, 0), Heard(world));

        await world.GoOnAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((1, 0), Heard(world));
        await world.HearAsync(Cast.Priya, "MINE");

        Assert.Equal(["yours"], world.PhoneOf(Cast.Priya));
    }

    [Theory, EachDatabase]
    public async Task A_lead_whom_nothing_reaches_is_noted_and_the_deputy_is_in_his_place(DatabaseProvider database)
    {
        await using var world = await ConcernWorld.OpenAsync(database);
        await world.GiveFloorAsync(Cast.Tomas, Floor.Nobody);

        await world.HearAsync(Cast.Amina, "CRY");

        Assert.Equal((0, 1), Heard(world));
        Assert.Equal([false, true], await world.ReadAsync(db => db.ConcernAlerts.OrderBy(a => a.MentorId).Select(a => a.WasTold).ToListAsync()));
        Assert.Empty(await world.IncidentsAsync());
    }

    [Theory, EachDatabase]
    public async Task That_nobody_could_be_told_is_an_incident(DatabaseProvider database)
    {
        await using var world = await ConcernWorld.OpenAsync(database);
        await world.GiveFloorAsync(Cast.Tomas, Floor.Nobody);
        await world.GiveFloorAsync(Cast.Priya, Floor.Nobody);

        await world.HearAsync(Cast.Amina, "CRY");

        Assert.Equal(["concern.alert nobody-told"], await world.IncidentsAsync());
    }

    [Theory, EachDatabase]
    public async Task Whoever_stopped_us_makes_both_know_at_once(DatabaseProvider database)
    {
        await using var world = await ConcernWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "hello");
        await world.GiveFloorAsync(Cast.Amina, Floor.Nobody);

        await world.HearAsync(Cast.Amina, "CRY");

        Assert.Equal((1, 1), Heard(world));
    }

    [Theory, EachDatabase]
    public async Task A_lead_is_not_alerted_of_himself(DatabaseProvider database)
    {
        await using var world = await ConcernWorld.OpenAsync(database);

        await world.HearAsync(Cast.Tomas, "CRY");
        await world.HearAsync(Cast.Tomas, "MINE");

        Assert.Equal(["nothing"], world.PhoneOf(Cast.Tomas));
        Assert.Equal([Alert], world.PhoneOf(Cast.Priya));
    }

    [Theory, EachDatabase]
    public async Task Where_nobody_has_the_duty_it_is_kept_and_is_open_to_nobody(DatabaseProvider database)
    {
        await using var world = await ConcernWorld.OpenAsync(database);
        await world.ChangeAsync(async db =>
        {
            foreach (var scheme in await db.Schemes.ToListAsync()) (scheme.LeadId, scheme.DeputyId) = (null, null);
        });

        await world.HearAsync(Cast.Amina, "CRY");
        await world.HearAsync(Cast.Amina, "CRY");

        Assert.Equal((0, 0), Heard(world));
        Assert.Equal([ConcernEnd.NobodyOnDuty, ConcernEnd.NobodyOnDuty], await world.ReadAsync(db => db.Concerns.Select(c => c.Ending!.Value).ToListAsync()));
    }

    [Theory, EachDatabase]
    public async Task Two_nodes_whose_clocks_strike_alert_once(DatabaseProvider database)
    {
        await using var world = await ConcernWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "CRY");
        world.Clock.Advance(TimeSpan.FromMinutes(5));

        var clock = world.Here.Get<ConcernClock>();
        Assert.Equal((1, 1), (await clock.StrikeAsync(CancellationToken.None), await clock.StrikeAsync(CancellationToken.None)));
        await world.RunAsync();

        Assert.Equal((2, 1), Heard(world));
    }

    [Theory, EachDatabase]
    public async Task After_the_process_died_when_the_clock_had_called_it_alerts_once(DatabaseProvider database)
    {
        await using var world = await ConcernWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "CRY");
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.Here.Get<ConcernClock>().StrikeAsync(CancellationToken.None);

        await world.DieAndStartAgainAsync();
        await world.Here.Get<ConcernClock>().StrikeAsync(CancellationToken.None);
        await world.RunAsync();

        Assert.Equal((2, 1), Heard(world));
    }

    [Theory, EachDatabase]
    public async Task A_day_later_what_was_taken_is_another_story(DatabaseProvider database)
    {
        await using var world = await ConcernWorld.OpenAsync(database);
        await world.HearAsync(Cast.Amina, "CRY");
        await world.HearAsync(Cast.Tomas, "MINE");

        await world.GoOnAsync(TimeSpan.FromHours(25));
        await world.HearAsync(Cast.Amina, "CRY");

        Assert.Equal([ConcernState.Ended, ConcernState.Open], await world.ReadAsync(db => db.Concerns.OrderBy(c => c.Id).Select(c => c.State).ToListAsync()));
        Assert.Equal(2, world.PhoneOf(Cast.Tomas).Count(text => text.StartsWith("alert", StringComparison.Ordinal)));
    }

    // How often the lead and the deputy were alerted.
    private static (int Lead, int Deputy) Heard(World world) => (world.PhoneOf(Cast.Tomas).Count(text => text == Alert), world.PhoneOf(Cast.Priya).Count(text => text == Alert));
}
