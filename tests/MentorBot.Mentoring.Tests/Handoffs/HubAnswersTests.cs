using System.Text.Json.Nodes;
using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Handoffs;

/// <summary>A hub carries Amina's conversation, and was asked for a person as Tomas and Priya were. <c>ACCEPTED</c> and <c>FAILED</c> are the hub's words in it.</summary>
public sealed class HubAnswersTests
{
    private const string Initiation = "handoff.initiate A";
    private const string TakenByMentor = "handoff.status accepted";
    private const string TooLate = "handoff.status failed too-late";
    private const string Outside = "somebody of the hub is here";

    [Theory, EachDatabase]
    public async Task The_first_to_take_her_has_her_and_the_other_is_told(DatabaseProvider database)
    {
        await using var world = await AskedAsync(database);

        await world.ReceiveAsync(Cast.Amina, "ACCEPTED");
        await world.ReceiveAsync(Cast.Tomas, "TAKE");
        await world.RunAsync();

        Assert.Equal(["offer A", "taken"], world.PhoneOf(Cast.Tomas));
        Assert.Equal([Initiation, Outside], world.PhoneOf(Cast.Amina));
        Assert.Equal((HandoffState.Outside, null), await HandoffAsync(world));
        Assert.Equal(Floor.Outside, (await world.ConversationAsync(Cast.Amina)).Floor);
    }

    [Theory, EachDatabase]
    public async Task A_mentor_who_is_first_has_her_and_the_hub_is_told_both_before_and_after_it_accepts(DatabaseProvider database)
    {
        await using var world = await AskedAsync(database);

        await world.HearAsync(Cast.Tomas, "TAKE");
        await world.HearAsync(Cast.Amina, "ACCEPTED");

        Assert.Equal([Initiation, TakenByMentor, HandoffWorld.Here, TooLate], world.PhoneOf(Cast.Amina));
        Assert.Equal(HandoffState.Active, (await HandoffAsync(world)).State);
        Assert.Equal(Floor.Mentor, (await world.ConversationAsync(Cast.Amina)).Floor);
    }

    [Theory, EachDatabase]
    public async Task Where_a_mentor_takes_her_on_another_node_in_the_same_moment_the_hub_is_too_late(DatabaseProvider database)
    {
        await using var world = await AskedAsync(database, behindTheHub: world => TakingTests.TakeAsAnotherNodeWouldAsync(world));

        await world.HearAsync(Cast.Amina, "ACCEPTED");

        Assert.Equal([Initiation, TooLate], world.PhoneOf(Cast.Amina));
        Assert.Equal(HandoffState.Active, (await HandoffAsync(world)).State);
        Assert.Equal(0, await world.CountAsync("handoff.taken-outside"));
    }

    [Theory, EachDatabase]
    public async Task Where_the_hub_accepts_on_another_node_in_the_same_moment_the_mentor_is_too_late(DatabaseProvider database)
    {
        await using var world = await AskedAsync(database, behindTheMentor: AcceptAsAnotherNodeWouldAsync);

        await world.HearAsync(Cast.Tomas, "TAKE");

        Assert.Equal(["offer A", "taken"], world.PhoneOf(Cast.Tomas));
        Assert.Equal((HandoffState.Outside, null), await HandoffAsync(world));
        Assert.Equal(0, await world.CountAsync("handoff.taken"));
    }

    [Theory, EachDatabase]
    public async Task An_initiation_that_waits_to_be_sent_when_a_mentor_takes_her_is_dropped(DatabaseProvider database)
    {
        await using var world = await AskedAsync(database, asksToo: false);
        await world.ReceiveAsync(Cast.Amina, "PERSON");
        await world.TakeTurnsAsync();

        await world.ReceiveAsync(Cast.Tomas, "TAKE");
        await world.TakeTurnsAsync();
        await world.RunAsync();

        Assert.Equal([TakenByMentor, HandoffWorld.Here], world.PhoneOf(Cast.Amina));
        Assert.Equal("floor", (await world.OutboxOfAsync(Cast.Amina))[0].ErrorCode);
    }

    [Theory, EachDatabase]
    public async Task A_hub_that_has_nobody_is_believed_no_more_when_it_accepts_afterwards(DatabaseProvider database)
    {
        await using var world = await AskedAsync(database);

        await world.HearAsync(Cast.Amina, "FAILED");
        await world.HearAsync(Cast.Amina, "ACCEPTED");

        Assert.Equal([Initiation, TooLate], world.PhoneOf(Cast.Amina));
        Assert.Equal(HandoffState.Offered, (await HandoffAsync(world)).State);
    }

    [Theory, EachDatabase]
    public async Task While_the_hub_is_asked_it_is_not_given_up_although_every_mentor_declines(DatabaseProvider database)
    {
        await using var world = await AskedAsync(database);
        world.Bot.When("PASS", async context =>
        {
            var turn = context.Turn();
            await turn.DeclineAsync((await turn.FindOfferAsync((await turn.FindMentorAsync(default))!, null, default))!, default);
        });

        await world.HearAsync(Cast.Tomas, "PASS");
        await world.HearAsync(Cast.Priya, "PASS");

        Assert.Equal(HandoffState.Offered, (await HandoffAsync(world)).State);
        Assert.Equal([Initiation], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task A_hub_that_never_answers_is_waited_for_no_longer_than_mentors_are_and_is_told(DatabaseProvider database)
    {
        await using var world = await AskedAsync(database);

        await world.StrikeAfterAsync(HandoffWorld.BetweenWaves);
        await world.StrikeAfterAsync(HandoffWorld.BetweenWaves);
        await world.StrikeAfterAsync(HandoffWorld.AfterLastWave);

        Assert.Equal([Initiation, HandoffWorld.Nobody, "handoff.status failed expired"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task After_the_process_died_between_the_hubs_word_and_the_turn_it_counts_once(DatabaseProvider database)
    {
        await using var world = await AskedAsync(database);
        await world.ReceiveAsync(Cast.Amina, "ACCEPTED", "event-1");

        await world.DieAndStartAgainAsync();
        await world.ReceiveAsync(Cast.Amina, "ACCEPTED", "event-1");
        await world.RunAsync();

        Assert.Equal([Initiation, Outside], world.PhoneOf(Cast.Amina));
        Assert.Equal(1, await world.CountAsync("handoff.taken-outside"));
    }

    [Theory, EachDatabase]
    public async Task Where_no_program_reads_them_events_are_not_even_prepared(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);

        await world.HearAsync(Cast.Tomas, "TAKE");
        await world.HearAsync(Cast.Tomas, "DONE");

        Assert.Equal([HandoffWorld.Here, HandoffWorld.Back], world.PhoneOf(Cast.Amina));
        Assert.Equal(2, (await world.OutboxOfAsync(Cast.Amina)).Count);
    }

    private static async Task<World> AskedAsync(
        DatabaseProvider database, Func<World, Task>? behindTheMentor = null, Func<World, Task>? behindTheHub = null, bool asksToo = true)
    {
        var world = await HandoffWorld.OpenAsync(database, behindTheMentor);
        world.Carrier.IsOfHub = true;
        world.Bot.When("PERSON", AskAsync)
            .When("FAILED", async context => context.Turn().LoseHub((await context.Turn().FindHandoffAsync(default))!))
            .When("ACCEPTED", async context =>
            {
                await AcceptAsync(context);
                await (Interlocked.Exchange(ref behindTheHub, null)?.Invoke(world) ?? Task.CompletedTask);
            });
        await world.HearAsync(Cast.Tomas, "MENTOR");
        await world.HearAsync(Cast.Priya, "MENTOR");
        if (asksToo) await world.HearAsync(Cast.Amina, "PERSON");
        return world;
    }

    private static async Task AskAsync(ITurnContext context)
    {
        var turn = context.Turn();
        var handoff = await turn.AskForMentorAsync(turn.MessageId, isUrgent: false, default);
        turn.AskHub(handoff, EventFactory.CreateHandoffInitiation(context, new JsonObject { ["tag"] = handoff.Tag }));
        await HandoffWorld.AskNextAsync(context, handoff);
    }

    private static async Task AcceptAsync(ITurnContext context)
    {
        var turn = context.Turn();
        if (await turn.FindHandoffAsync(default) is not { } handoff || await turn.TakeOutsideAsync(handoff, default) is null) turn.RefuseHub();
        else turn.SayIn(turn.Conversation, MessageFactory.Text(Outside), Speaker.Notice);
    }

    private static async Task<(HandoffState State, int? MentorId)> HandoffAsync(World world)
    {
        var handoff = await world.HandoffAsync();
        return (handoff.State, handoff.MentorId);
    }

    private static Task AcceptAsAnotherNodeWouldAsync(World world) => world.ChangeAsync(async db =>
    {
        var handoff = await db.Handoffs.Include(h => h.Conversation).SingleAsync();
        handoff.GoOutside(world.Clock.GetUtcNow(), backAt: world.Clock.GetUtcNow() + Holding.QuietFor);
    });
}
