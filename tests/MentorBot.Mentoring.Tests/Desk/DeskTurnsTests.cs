using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Tests.Handoffs;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Desk;

public sealed class DeskTurnsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_first_to_take_it_at_the_desk_has_it_and_the_other_is_told(DatabaseProvider database)
    {
        await using var world = await DeskWorld.AskedAsync(database, "Tomas", "Priya");

        Assert.Equal(DeskResult.Done, await world.TakeAsync("Priya"));
        Assert.Equal(DeskResult.Gone, await world.TakeAsync("Tomas"));
        await world.RunAsync();

        Assert.Equal([HandoffWorld.Here], world.PhoneOf(Cast.Amina));
        Assert.Equal(Floor.Mentor, (await world.ConversationAsync(Cast.Amina)).Floor);
    }

    [Theory, EachDatabase]
    public async Task A_form_that_is_sent_twice_is_done_once(DatabaseProvider database)
    {
        await using var world = await DeskWorld.AskedAsync(database, "Tomas");
        await world.TakeAsync("Tomas");

        Assert.Equal(DeskResult.Done, await world.WriteAsync("Tomas", "hello", "form 1"));
        Assert.Equal(DeskResult.Repeated, await world.WriteAsync("Tomas", "hello", "form 1"));
        await world.RunAsync();

        Assert.Equal([HandoffWorld.Here, "hello"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task Of_twenty_that_send_one_form_to_two_nodes_at_the_same_moment_one_is_done(DatabaseProvider database)
    {
        await using var world = await DeskWorld.AskedAsync(database, "Tomas");
        await world.TakeAsync("Tomas");
        var other = world.NewProcess();

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => world.WriteAsync("Tomas", "hello", "form 1", i % 2 == 0 ? other : world.Here))));
        await world.RunAsync();

        Assert.Single(results, DeskResult.Done);
        Assert.Equal(19, results.Count(result => result == DeskResult.Repeated));
        Assert.Equal([HandoffWorld.Here, "hello"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task Of_a_thousand_who_take_it_at_the_desk_at_once_exactly_one_has_it(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.OpenAsync(database);
        await world.AddMentorsAsync([.. Enumerable.Range(0, 1000).Select(i => $"M{i}")]);
        await world.HearAsync(Cast.Amina, "URGENT");
        var handoff = (await world.HandoffAsync()).Id;
        var mentors = await world.ReadAsync(db => db.Offers.Select(o => o.MentorId).ToListAsync());
        Assert.Equal(1000, mentors.Count);

        var results = await Task.WhenAll(mentors.Select(mentor => Task.Run(() => DeskWorld.TakeAsync(world, mentor, handoff, "take"))));
        await world.RunAsync();

        Assert.Single(results, DeskResult.Done);
        Assert.Equal(999, results.Count(result => result == DeskResult.Gone));
        Assert.Equal(1, await world.CountAsync("handoff.taken"));
        Assert.Equal([HandoffWorld.Here], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task What_several_write_in_one_conversation_on_two_nodes_at_once_all_arrives_once(DatabaseProvider database)
    {
        await using var world = await DeskWorld.AskedAsync(database, "Tomas");
        await world.TakeAsync("Tomas");
        var other = world.NewProcess();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => world.WriteAsync("Tomas", $"words {i}", $"form {i}", i % 2 == 0 ? other : world.Here))));
        await world.RunAsync();

        Assert.Equal(Enumerable.Range(0, 8).Select(i => $"words {i}"), world.PhoneOf(Cast.Amina).Skip(1).Order(StringComparer.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task When_it_is_done_at_the_desk_her_own_turn_gives_her_back_to_the_bot(DatabaseProvider database)
    {
        await using var world = await DeskWorld.AskedAsync(database, "Tomas");
        await world.TakeAsync("Tomas");

        await world.DoAsync("Tomas", "done", (turn, handoff) =>
        {
            turn.Finish(handoff, HandoffOutcome.Solved);
            return Task.CompletedTask;
        });
        await world.RunAsync();

        Assert.Equal([HandoffWorld.Here, HandoffWorld.Back], world.PhoneOf(Cast.Amina));
        var ended = await world.HandoffAsync();
        Assert.Equal((HandoffState.Ended, HandoffEnd.Done, HandoffOutcome.Solved), (ended.State, ended.Ending, ended.Outcome));
    }

    [Theory, EachDatabase]
    public async Task Whose_rights_were_withdrawn_does_nothing_and_whoever_he_held_goes_round_again(DatabaseProvider database)
    {
        await using var world = await DeskWorld.AskedAsync(database, "Tomas", "Priya");
        await world.TakeAsync("Tomas");
        await world.ChangeAsync(async db => (await db.Mentors.SingleAsync(m => m.Name == "Tomas")).WithdrawnAt = world.Clock.GetUtcNow());

        Assert.Equal(DeskResult.NoMentor, await world.WriteAsync("Tomas", "hello", "form 1"));
        await world.RunAsync();

        Assert.Equal([HandoffWorld.Here], world.PhoneOf(Cast.Amina));
        Assert.Equal(HandoffState.Offered, (await world.HandoffAsync()).State);
        Assert.Null(await world.TalkAsync("Tomas"));
        Assert.Equal(DeskResult.Done, await world.TakeAsync("Priya"));
    }

    [Theory, EachDatabase]
    public async Task A_colleague_to_whom_it_is_passed_by_name_is_asked_alone_whatever_he_holds(DatabaseProvider database)
    {
        await using var world = await DeskWorld.AskedAsync(database, "Tomas", "Priya", "Grace");
        await world.TakeAsync("Tomas");
        var grace = await world.MentorAsync("Grace");
        await world.ChangeAsync(async db => (await db.Mentors.SingleAsync(m => m.Id == grace)).MostAWeek = 0);

        await world.DoAsync("Tomas", "pass", async (turn, handoff) =>
        {
            await turn.ReturnAsync(handoff, "handoff.passed", Stop);
            turn.PassTo(handoff, grace);
        });
        await world.RunAsync();

        Assert.Equal([grace], await world.ReadAsync(db => db.Offers.Where(o => o.Answer == OfferAnswer.None).Select(o => o.MentorId).ToListAsync()));
        await world.StrikeAfterAsync(HandoffWorld.BetweenWaves);
        Assert.Equal(2, await world.ReadAsync(db => db.Offers.CountAsync(o => o.Answer == OfferAnswer.None)));
    }

    [Theory, EachDatabase]
    public async Task Who_is_at_the_desk_is_offered_people_without_a_phone(DatabaseProvider database)
    {
        await using var world = await DeskWorld.AskedAsync(database, "Tomas");

        var queue = await world.Here.Get<DeskQueues>().ReadAsync(await world.MentorAsync("Tomas"), Stop);

        var card = Assert.Single(queue.Waiting);
        Assert.Equal((await world.ConversationAsync(Cast.Amina)).Address!.Mentee!.Alias, card.Alias);
        Assert.Empty(world.PhoneOf(Cast.Tomas));
    }
}
