using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;
using MentorBot.Mentoring.Tests.Desk;
using MentorBot.Mentoring.Tests.Handoffs;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Concerns;

/// <summary>Sam leads, and has the desk alone; Priya stands in, and has a phone.</summary>
public sealed class DeskAlertsTests
{
    private const string Sam = "Sam";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_lead_without_a_phone_is_told_at_the_desk_that_he_has_open_and_the_audit_says_so(DatabaseProvider database)
    {
        await using var world = await OpenAsync(database);
        await OpenDeskAsync(world);
        var before = await world.StateAsync(Sam);

        await world.HearAsync(Cast.Amina, "CRY");

        var after = await world.StateAsync(Sam);
        Assert.NotEqual(before.Mark, after.Mark);
        Assert.Equal((0, 1), (before.Concerns, after.Concerns));
        Assert.Equal((true, true), (before.NewestAlert == 0, after.NewestAlert > 0));
        Assert.Equal([(false, true)], await AlertsAsync(world));
        Assert.Empty(world.PhoneOf(Cast.Priya));
        Assert.Empty(await world.IncidentsAsync());
    }

    [Theory, EachDatabase]
    public async Task Once_his_page_is_closed_the_deputy_is_told_in_his_place(DatabaseProvider database)
    {
        await using var world = await OpenAsync(database);
        await OpenDeskAsync(world);
        world.Clock.Advance(4 * DeskPresence.NotedEvery);

        await world.HearAsync(Cast.Amina, "CRY");

        Assert.Equal(["alert A1"], world.PhoneOf(Cast.Priya));
        Assert.Equal([(false, false), (true, false)], (await AlertsAsync(world)).Order());
    }

    [Theory, EachDatabase]
    public async Task That_nobody_could_be_told_by_phone_or_at_the_desk_is_an_incident(DatabaseProvider database)
    {
        await using var world = await OpenAsync(database);
        await world.GiveFloorAsync(Cast.Priya, Floor.Nobody);

        await world.HearAsync(Cast.Amina, "CRY");
        Assert.Equal(["concern.alert nobody-told"], await world.IncidentsAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await OpenDeskAsync(world);
        await world.GoOnAsync(TimeSpan.Zero);
        Assert.Equal([(false, false), (false, false), (false, true), (false, false)], await AlertsAsync(world));
        Assert.Single(await world.IncidentsAsync());
    }

    [Theory, EachDatabase]
    public async Task A_person_may_be_spoken_of_while_the_lead_has_the_desk_open(DatabaseProvider database)
    {
        await using var world = await OpenAsync(database);
        await world.GiveFloorAsync(Cast.Priya, Floor.Nobody);
        var isHere = new List<bool>();
        world.Bot.When("HERE", async context =>
        {
            var turn = context.Turn();
            isHere.Add((await turn.FindOnDutyAsync(turn.Mentee.SchemeId, default))!.IsAnybodyThere(turn.Now, turn.Conversation));
        });

        await world.HearAsync(Cast.Amina, "HERE");
        await OpenDeskAsync(world);
        await world.HearAsync(Cast.Amina, "HERE");

        Assert.Equal([false, true], isHere);
    }

    [Theory, EachDatabase]
    public async Task What_he_looks_after_is_his_while_the_desk_is_open_and_is_alerted_of_again_when_it_is_not(DatabaseProvider database)
    {
        await using var world = await OpenAsync(database);
        await OpenDeskAsync(world);
        await world.HearAsync(Cast.Amina, "CRY");
        Assert.Equal(DeskResult.Done, await LookAfterAsync(world, Sam));
        var before = await world.StateAsync(Sam);

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.HearAsync(Cast.Amina, "CRY");
        Assert.Equal(ConcernState.Taken, (await world.ConcernAsync()).State);
        Assert.True((await world.StateAsync(Sam)).NewestAlert > before.NewestAlert);

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.HearAsync(Cast.Amina, "CRY");
        Assert.Equal(ConcernState.Open, (await world.ConcernAsync()).State);
        Assert.Equal(["alert A1"], world.PhoneOf(Cast.Priya));
    }

    [Theory, EachDatabase]
    public async Task Of_two_who_take_it_at_the_same_moment_one_has_it_and_alerts_stop(DatabaseProvider database)
    {
        await using var world = await OpenAsync(database);
        await world.HearAsync(Cast.Amina, "CRY");

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => LookAfterAsync(world, i % 2 == 0 ? Sam : PriyasName, $"form {i}"), Stop)));

        Assert.Single(results, DeskResult.Done);
        await world.GoOnAsync(TimeSpan.FromHours(1));
        Assert.Equal(1, world.PhoneOf(Cast.Priya).Count(text => text == "alert A1"));
        Assert.Equal(1, await world.CountAsync("concern.taken"));
    }

    [Theory, EachDatabase]
    public async Task The_desk_lists_what_is_his_to_take_what_he_looks_after_and_nothing_of_others(DatabaseProvider database)
    {
        await using var world = await OpenAsync(database);
        await world.AddMentorsAsync("Wilma");
        await world.HearAsync(Cast.Tomas, "COLD");
        await world.HearAsync(Cast.Amina, "CRY");

        var duty = await ReadAsync(world, Sam);
        Assert.True(duty.IsHis);
        Assert.Equal(["self-harm", "homeless"], duty.Concerns.Select(one => one.Concern.KindId));
        await LookAfterAsync(world, Sam);
        Assert.Equal([("homeless", ConcernState.Open), ("self-harm", ConcernState.Taken)], (await ReadAsync(world, Sam)).Concerns.Select(one => (one.Concern.KindId, one.Concern.State)));
        Assert.Equal(["homeless"], (await ReadAsync(world, PriyasName)).Concerns.Select(one => one.Concern.KindId));
        Assert.Equal((false, 0), (await ReadAsync(world, "Wilma")) is var none ? (none.IsHis, none.Concerns.Count) : default);
    }

    [Theory, EachDatabase]
    public async Task Whoever_talks_with_her_sees_what_it_is_and_who_has_the_duty(DatabaseProvider database)
    {
        await using var world = await OpenAsync(database);
        await world.HearAsync(Cast.Amina, "PERSON");
        await world.TakeAsync(TomassName);
        Assert.Null((await world.TalkAsync(TomassName))!.Concern);
        var before = await world.StateAsync(TomassName);

        await world.HearAsync(Cast.Amina, "CRY");

        var seen = (await world.TalkAsync(TomassName))!.Concern!;
        Assert.Equal(("self-harm", null, Sam, PriyasName), (seen.Concern.KindId, seen.TakenBy, seen.Lead, seen.Deputy));
        Assert.NotEqual(before.Mark, (await world.StateAsync(TomassName)).Mark);
        await LookAfterAsync(world, Sam);
        Assert.Equal(Sam, (await world.TalkAsync(TomassName))!.Concern!.TakenBy);
    }

    // Whoever becomes a mentor by text in the world of handoffs is called as mentees are.
    private const string TomassName = "Blue Heron";
    private const string PriyasName = "Red Kite";

    private static async Task<World> OpenAsync(DatabaseProvider database)
    {
        var world = await ConcernWorld.OpenAsync(database);
        await world.AddMentorsAsync(Sam);
        await world.ChangeAsync(async db =>
        {
            var both = await db.Mentors.OrderBy(m => m.Id).Take(2).ToListAsync(Stop);
            (both[0].Name, both[1].Name) = (TomassName, PriyasName);
        });
        var top = await world.ReadAsync(db => db.Schemes.MinAsync(s => s.Id, Stop));
        Assert.Equal(DutyResult.Set, await world.Here.Get<Duties>().SetPeopleAsync(top, await world.MentorAsync(Sam), await world.MentorAsync(PriyasName), Stop));
        return world;
    }

    private static async Task OpenDeskAsync(World world) => await world.Here.Get<DeskPresence>().NoteAsync([await world.MentorAsync(Sam)]);

    private static async Task<DutyAtDesk> ReadAsync(World world, string name) => await world.Here.Get<DeskConcerns>().ReadAsync(await world.MentorAsync(name), Stop);

    private static async Task<List<(bool, bool)>> AlertsAsync(World world) =>
        (await world.ReadAsync(db => db.ConcernAlerts.OrderBy(a => a.Id).Select(a => new { a.WasTold, a.WasShown }).ToListAsync(Stop))).ConvertAll(alert => (alert.WasTold, alert.WasShown));

    private static async Task<DeskResult> LookAfterAsync(World world, string name, string form = "take it") =>
        await world.Here.Get<DeskTurns>().TakeAsync(await world.MentorAsync(name), form, async (turn, mentor) =>
        {
            if ((await turn.ConcernsForAsync(mentor, default)).FirstOrDefault(one => one.KindId == "self-harm") is not { } concern) return DeskResult.Gone;
            await turn.TakeConcernAsync(concern, mentor, default);
            return DeskResult.Done;
        }, Stop);
}
