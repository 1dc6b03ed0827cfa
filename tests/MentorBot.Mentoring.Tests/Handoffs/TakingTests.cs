using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Handoffs;

public sealed class TakingTests
{
    [Theory, EachDatabase]
    public async Task The_first_to_take_it_has_it_and_the_other_is_told(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);

        await world.ReceiveAsync(Cast.Priya, "TAKE");
        await world.ReceiveAsync(Cast.Tomas, "TAKE");
        await world.RunAsync();

        Assert.Equal(["offer A", "yours"], world.PhoneOf(Cast.Priya));
        Assert.Equal(["offer A", "taken"], world.PhoneOf(Cast.Tomas));
        Assert.Equal([HandoffWorld.Here], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task Of_two_who_take_it_on_two_nodes_at_once_one_has_it(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database, TakeAsAnotherNodeWouldAsync);

        await world.HearAsync(Cast.Tomas, "TAKE");

        Assert.Equal(["offer A", "taken"], world.PhoneOf(Cast.Tomas));
        Assert.Empty(world.PhoneOf(Cast.Amina));
        Assert.Equal(HandoffState.Active, (await world.HandoffAsync()).State);
        Assert.Equal(0, await world.CountAsync("handoff.taken"));
    }

    [Theory, EachDatabase]
    public async Task Of_a_thousand_who_take_it_at_once_exactly_one_has_it(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.OpenAsync(database);
        var numbers = Enumerable.Range(0, 1000).Select(i => $"+4479000{i:00000}").ToList();
        await ReceiveAllAsync(world, numbers, "MENTOR");
        await world.TakeTurnsAsync();
        await world.ReceiveAsync(Cast.Amina, "URGENT");
        await world.TakeTurnsAsync();
        Assert.Equal(1000, await world.ReadAsync(db => db.Offers.CountAsync()));

        await ReceiveAllAsync(world, numbers, "TAKE");
        await world.TakeTurnsAsync();

        Assert.Equal(1, await world.CountAsync("handoff.taken"));
        var answers = await world.ReadAsync(db => db.Offers.GroupBy(o => o.Answer).Select(o => new { o.Key, Count = o.Count() }).ToDictionaryAsync(o => o.Key, o => o.Count));
        Assert.Equal((1, 999), (answers[OfferAnswer.Taken], answers[OfferAnswer.Closed]));
        Assert.All(await world.InboxAsync(), m => Assert.Equal((InboxState.Done, 0), (m.State, m.FailedTurns)));
    }

    // Her text and his order cross, each time a little otherwise: before her turn, in it, after it, and while her answer is being sent.
    [Theory, EachDatabase]
    public async Task A_line_of_the_bot_that_races_a_take_is_never_sent_after_it(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);
        await world.ChangeAsync(async db => (await db.Mentors.OrderBy(m => m.Id).FirstAsync()).MostAWeek = int.MaxValue);
        for (var round = 0; round < 40; round++)
        {
            var (before, after) = round % 2 == 0 ? (Cast.Amina, Cast.Tomas) : (Cast.Tomas, Cast.Amina);
            await world.ReceiveAsync(before, TextOf(before));
            if (round % 3 == 0) await world.TakeTurnsAsync();
            await world.ReceiveAsync(after, TextOf(after));
            if (round % 4 < 2) await world.TakeTurnsAsync();
            await Task.WhenAll(Task.Run(world.TakeTurnsAsync, TestContext.Current.CancellationToken), Task.Run(world.DeliverAsync, TestContext.Current.CancellationToken));
            await world.RunAsync();

            var said = await world.OutboxOfAsync(Cast.Amina);
            var taken = said.Last(line => line.Speaker == Speaker.Mentor);
            Assert.Equal(OutboxState.Accepted, taken.State);
            Assert.All(said.Where(line => line.Speaker == Speaker.Bot && line.Sequence > taken.Sequence), line => Assert.NotEqual(OutboxState.Accepted, line.State));
            Assert.Equal(HandoffWorld.Here, world.PhoneOf(Cast.Amina)[^1]);

            await world.HearAsync(Cast.Tomas, "DONE");
            await world.HearAsync(Cast.Amina, "PERSON");
        }
    }

    [Theory, EachDatabase]
    public async Task An_answer_of_the_bot_that_waits_to_be_sent_when_it_is_taken_is_dropped(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.TakeTurnsAsync();

        await world.HearAsync(Cast.Tomas, "TAKE");
        await world.HearAsync(Cast.Tomas, "DONE");

        Assert.Equal([HandoffWorld.Here, HandoffWorld.Back], world.PhoneOf(Cast.Amina));
        Assert.Equal("floor", (await world.OutboxOfAsync(Cast.Amina))[0].ErrorCode);
    }

    [Theory, EachDatabase]
    public async Task A_turn_of_hers_that_a_take_overtakes_is_taken_again_in_silence(DatabaseProvider database)
    {
        await using var world = await HandoffWorld.AskedAsync(database);
        var others = 0;
        world.Bot.When("hello", async context =>
        {
            if (context.Turn().Conversation.Floor == Floor.Bot) await context.SendActivityAsync("the bot says hello");
            if (others++ == 0) await TakeAsAnotherNodeWouldAsync(world);
        });

        await world.HearAsync(Cast.Amina, "hello");

        Assert.Empty(world.PhoneOf(Cast.Amina));
        Assert.Empty(await world.OutboxOfAsync(Cast.Amina));
    }

    private static string TextOf(Person person) => person == Cast.Amina ? "hello" : "TAKE";

    private static Task<Acceptance[]> ReceiveAllAsync(World world, IEnumerable<string> numbers, string text) => Task.WhenAll(numbers.Select(number => world.ReceiveAsync(number, text)));

    internal static Task TakeAsAnotherNodeWouldAsync(World world) => world.ChangeAsync(async db =>
    {
        var handoff = await db.Handoffs.Include(h => h.Conversation).SingleAsync();
        var last = await db.Mentors.OrderByDescending(m => m.Id).FirstAsync();
        var entry = db.Entry(handoff);
        entry.Property(h => h.State).CurrentValue = HandoffState.Active;
        entry.Property(h => h.MentorId).CurrentValue = last.Id;
        entry.Property(h => h.Version).CurrentValue++;
        handoff.Conversation!.GiveFloorTo(Floor.Mentor);
    });
}
