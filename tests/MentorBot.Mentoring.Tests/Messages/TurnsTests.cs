using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using MentorBot.Testing;

namespace MentorBot.Mentoring.Tests.Messages;

public sealed class TurnsTests
{
    [Theory, EachDatabase]
    public async Task Two_texts_at_once_are_answered_in_order(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);

        await Task.WhenAll(world.ReceiveAsync(Cast.Amina, "one"), world.ReceiveAsync(Cast.Amina, "two"));
        await world.RunAsync();

        Assert.Equal(["1. one", "2. two"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task Hundreds_of_people_at_once_are_each_answered_in_order(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var people = Enumerable.Range(0, 200).Select(i => $"+4477009{i:00000}").ToList();

        await Task.WhenAll(people.Select(async person =>
        {
            foreach (var text in new[] { "a", "b", "c" }) await world.ReceiveAsync(person, text);
        }));
        await world.RunAsync();

        Assert.All(people, person => Assert.Equal(["1. a", "2. b", "3. c"], world.Carrier.On(person)));
    }

    [Theory, EachDatabase]
    public async Task Whoever_is_known_is_not_met_for_the_first_time_again(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var firsts = new List<bool>();
        world.Bot.When("hi", turn =>
        {
            firsts.Add(turn.Turn().IsFirst);
            return Task.CompletedTask;
        });

        await world.ReceiveAsync(Cast.Amina, "hi");
        await world.RunAsync();
        await world.ReceiveAsync(Cast.Amina, "hi");
        await world.ReceiveAsync(Cast.Amina, "hi", to: "+447700900001");
        await world.RunAsync();

        Assert.Equal([true, false, false], firsts);
    }

    [Theory, EachDatabase]
    public async Task State_that_a_turn_deletes_is_gone_and_the_next_turn_begins_anew(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Bot.When("forget", turn => turn.TurnState.Get<ConversationState>()!.DeleteAsync(turn));
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.ReceiveAsync(Cast.Amina, "forget");
        await world.RunAsync();

        Assert.Null((await world.ConversationAsync(Cast.Amina)).State);
        await world.ReceiveAsync(Cast.Amina, "two");
        await world.RunAsync();
        Assert.Equal(["1. one", "1. two"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task A_conversation_that_somebody_changed_meanwhile_is_read_again_and_answered_once(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.RunAsync();
        var crossings = 0;
        world.Bot.When("cross", async turn =>
        {
            // Once for the batch, and once more for the turn taken alone.
            if (++crossings <= 2) await world.GiveFloorAsync(Cast.Amina, Floor.Bot);
            await EchoBot.EchoAsync(turn, "crossed");
        });

        await world.ReceiveAsync(Cast.Amina, "cross");
        await world.RunAsync();

        Assert.Equal(["1. hello", "2. crossed"], world.PhoneOf(Cast.Amina));
        Assert.Equal(3, crossings);
        Assert.All(await world.InboxAsync(), m => Assert.Equal((InboxState.Done, 0), (m.State, m.FailedTurns)));
    }

    [Theory, EachDatabase]
    public async Task What_is_said_in_one_batch_of_turns_keeps_its_order_by_time_too(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "one // two // three");
        await world.ReceiveAsync(Cast.Amina, "four");
        await world.RunAsync();

        var key = (await world.ConversationAsync(Cast.Amina)).Key;
        var times = (await world.OutboxOfAsync(Cast.Amina)).OrderBy(m => m.Sequence)
            .Select(m => world.Here.Get<TextVault>().OpenActivity(m.SealedActivity!, key).Timestamp).ToList();
        Assert.Equal(4, times.Distinct().Count());
        Assert.Equal(times.Order(), times);
    }
}
