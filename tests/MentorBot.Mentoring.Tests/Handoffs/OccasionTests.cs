using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.WebChats;
using MentorBot.Testing;

namespace MentorBot.Mentoring.Tests.Handoffs;

/// <summary>What nobody wrote is not shown as if somebody had, and does not make a chat last longer.</summary>
public sealed class OccasionTests
{
    [Theory, EachDatabase]
    public async Task An_occasion_is_no_line_of_a_web_chat(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database, channel: BotFramework.Channels.WebChat);
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.RunAsync();
        await CallAsync(world, _ => Task.CompletedTask);

        var key = (await world.ConversationAsync(Cast.Amina)).Key;
        var history = world.Here.Get<ChatHistory>();
        Assert.Equal(["hello", "1. hello"], (await history.ReadAsync(key, default, CancellationToken.None)).Lines.Select(line => line.Activity.Text));
        Assert.Equal(["hello", "1. hello"], (await history.ReadLatestAsync(key, 10, CancellationToken.None)).Lines.Select(line => line.Activity.Text));
    }

    [Theory, EachDatabase]
    public async Task A_silent_occasion_does_not_make_a_chat_last_longer_and_a_line_said_in_one_has_its_day(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database, channel: BotFramework.Channels.WebChat);
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.RunAsync();
        var last = (await world.ConversationAsync(Cast.Amina)).LastTurnAt;

        world.Clock.Advance(TimeSpan.FromHours(1));
        await CallAsync(world, _ => Task.CompletedTask);
        Assert.Equal(last, (await world.ConversationAsync(Cast.Amina)).LastTurnAt);

        await CallAsync(world, context => context.SendActivityAsync("something to say"));
        Assert.True((await world.ConversationAsync(Cast.Amina)).LastTurnAt > last);
    }

    private static async Task CallAsync(World world, Func<ITurnContext, Task> way)
    {
        world.Bot.When(HandoffClock.Due, way);
        await world.Here.Inbox.CallAsync(new Occasion(await world.ConversationAsync(Cast.Amina), HandoffClock.Due, $"{Guid.NewGuid()}"));
        await world.RunAsync();
    }
}
