using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;

namespace MentorBot.Mentoring.Tests.Messages;

public sealed class FloorTests
{
    [Theory, EachDatabase]
    public async Task A_bot_line_from_before_a_mentor_took_the_floor_is_never_sent(DatabaseProvider database)
    {
        await using var world = await GreetedAsync(database);
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.TakeTurnsAsync();

        await world.GiveFloorAsync(Cast.Amina, Floor.Mentor);
        await world.PrepareAsync(Cast.Amina, "Hi, I am Tomas.", Speaker.Mentor);
        await world.RunAsync();

        Assert.Equal(["1. hello", "Hi, I am Tomas."], world.PhoneOf(Cast.Amina));
        await world.GiveFloorAsync(Cast.Amina, Floor.Bot);
        await world.RunAsync();
        Assert.Equal(2, world.PhoneOf(Cast.Amina).Count);
    }

    [Theory, EachDatabase]
    public async Task Another_way_to_our_side_is_the_same_conversation_and_the_mentor_in_it_is_answered_for_on_that_way(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.Here.Inbox.AcceptAsync(world.Message(Cast.Amina.Mobile, "hello", to: "bot by one") with { OurName = Cast.OurNumber });
        await world.RunAsync();
        await world.GiveFloorAsync(Cast.Amina, Floor.Mentor);
        await world.Here.Inbox.AcceptAsync(world.Message(Cast.Amina.Mobile, "again", to: "bot by two") with { OurName = Cast.OurNumber });
        await world.PrepareAsync(Cast.Amina, "Hi, I am Tomas.", Speaker.Mentor);
        await world.RunAsync();

        Assert.Equal(["1. hello", "Hi, I am Tomas."], world.PhoneOf(Cast.Amina));
        Assert.Equal("bot by two", (await world.ConversationAsync(Cast.Amina)).OurAddress);
    }

    [Theory, EachDatabase]
    public async Task A_bot_line_that_waits_for_a_second_try_is_dropped_when_a_mentor_takes_the_floor(DatabaseProvider database)
    {
        await using var world = await GreetedAsync(database);
        world.Carrier.Next(1, _ => Delivery.TryLater("busy", TimeSpan.FromMinutes(1)));
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.RunAsync();

        await world.GiveFloorAsync(Cast.Amina, Floor.Mentor);
        await world.RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task A_mentors_last_words_are_sent_even_if_the_bot_has_the_floor_back_before_a_provider_took_them(DatabaseProvider database)
    {
        await using var world = await GreetedAsync(database);
        await world.GiveFloorAsync(Cast.Amina, Floor.Mentor);

        await world.PrepareAsync(Cast.Amina, "Good luck!", Speaker.Mentor);
        await world.GiveFloorAsync(Cast.Amina, Floor.Bot);
        await world.RunAsync();

        Assert.Equal(["1. hello", "Good luck!"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task A_mentors_line_is_not_sent_once_she_told_us_to_stop(DatabaseProvider database)
    {
        await using var world = await GreetedAsync(database);
        await world.GiveFloorAsync(Cast.Amina, Floor.Mentor);

        await world.PrepareAsync(Cast.Amina, "Are you there?", Speaker.Mentor);
        await world.GiveFloorAsync(Cast.Amina, Floor.Nobody);
        await world.RunAsync();

        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task After_an_opt_out_only_the_notice_goes_until_she_opts_in_again(DatabaseProvider database)
    {
        await using var world = await GreetedAsync(database);
        world.Bot.When("STOP", async turn =>
        {
            turn.Turn().Conversation.OptOut(turn.Turn().Now);
            turn.Turn().Speaker = Speaker.Notice;
            await turn.SendActivityAsync("You are stopped.");
        });
        world.Bot.When("START", async turn =>
        {
            turn.Turn().Conversation.OptIn();
            await EchoBot.EchoAsync(turn, "back");
        });

        await world.ReceiveAsync(Cast.Amina, "one");
        await world.TakeTurnsAsync();
        await world.PrepareAsync(Cast.Amina, "reminder", priority: Priority.Reminder);
        await world.ReceiveAsync(Cast.Amina, "STOP");
        await world.ReceiveAsync(Cast.Amina, "two");
        await world.RunAsync();
        await world.PrepareAsync(Cast.Amina, "mentor", Speaker.Mentor);
        await world.RunAsync();
        Assert.Equal(["1. hello", "You are stopped."], world.PhoneOf(Cast.Amina));

        await world.ReceiveAsync(Cast.Amina, "START");
        await world.RunAsync();
        Assert.Equal("4. back", world.PhoneOf(Cast.Amina)[^1]);
        Assert.Equal(3, world.PhoneOf(Cast.Amina).Count);
    }

    [Theory, EachDatabase]
    public async Task An_opt_out_from_one_of_our_numbers_holds_for_all_of_them(DatabaseProvider database)
    {
        await using var world = await GreetedAsync(database);
        world.Bot.When("STOP", turn =>
        {
            turn.Turn().Conversation.OptOut(turn.Turn().Now);
            return Task.CompletedTask;
        });

        await world.ReceiveAsync(Cast.Amina, "STOP", to: "+447700900001");
        await world.RunAsync();
        await world.PrepareAsync(Cast.Amina, "reminder", priority: Priority.Reminder);
        await world.RunAsync();

        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task An_opt_out_that_crosses_an_answer_of_the_carrier_is_kept_with_it(DatabaseProvider database)
    {
        await using var world = await GreetedAsync(database);
        world.Bot.When("STOP", turn =>
        {
            turn.Turn().Conversation.OptOut(turn.Turn().Now);
            return Task.CompletedTask;
        });
        world.Carrier.Script = async _ =>
        {
            // Her text arrives and its turn is taken while the carrier is being asked.
            await world.ReceiveAsync(Cast.Amina, "STOP");
            await world.TakeTurnsAsync();
            return Delivery.Refused(DeliveryOutcome.OptedOut, "21610");
        };
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.RunAsync();

        var conversation = await world.ConversationAsync(Cast.Amina);
        Assert.Equal((Floor.Nobody, true), (conversation.Floor, conversation.Address!.OptedOutAt is not null));
        Assert.Equal([OutboxState.Accepted, OutboxState.Failed], (await world.OutboxOfAsync(Cast.Amina)).Select(m => m.State));
        Assert.All(await world.InboxAsync(), m => Assert.Equal((InboxState.Done, 0), (m.State, m.FailedTurns)));
    }

    private static async Task<World> GreetedAsync(DatabaseProvider database)
    {
        var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.RunAsync();
        return world;
    }
}
