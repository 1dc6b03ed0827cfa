using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Messages;

/// <summary>News that somebody blocked the bot, or lets it in again.</summary>
public sealed class ReachTests
{
    [Theory, EachDatabase]
    public async Task Whoever_blocks_the_bot_is_not_written_to_and_the_bot_does_not_hear_of_it(DatabaseProvider database)
    {
        await using var world = await GreetedAsync(database);
        await world.PrepareAsync(Cast.Amina, "a reminder", priority: Priority.Reminder);

        await NewsAsync(world, "remove");
        await world.RunAsync();

        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));
        Assert.Equal("blocked", (await world.ConversationAsync(Cast.Amina)).Address!.UnusableBecause);
        Assert.Equal(["hello"], world.Bot.Heard);
        Assert.All(await world.InboxAsync(), m => Assert.Equal(InboxState.Done, m.State));
    }

    [Theory, EachDatabase]
    public async Task Whoever_lets_it_in_again_can_be_written_to(DatabaseProvider database)
    {
        await using var world = await GreetedAsync(database);
        await NewsAsync(world, "remove");
        await world.TakeTurnsAsync();

        await NewsAsync(world, "add");
        await world.TakeTurnsAsync();
        await world.PrepareAsync(Cast.Amina, "a reminder", priority: Priority.Reminder);
        await world.RunAsync();

        Assert.Equal(["1. hello", "a reminder"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task A_stranger_who_blocks_the_bot_becomes_no_mentee(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);

        await NewsAsync(world, "add");
        await NewsAsync(world, "remove");
        await world.RunAsync();

        Assert.Equal((0, 0), await world.ReadAsync(async db => (await db.Mentees.CountAsync(), await db.Addresses.CountAsync())));
        Assert.All(await world.InboxAsync(), m => Assert.Equal((InboxState.Done, true), (m.State, m.SealedAddress is null)));
    }

    [Theory, EachDatabase]
    public async Task Whoever_starts_with_the_news_and_a_message_at_once_is_answered(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);

        await NewsAsync(world, "add");
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.RunAsync();

        Assert.Equal(["1. hello"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task News_of_a_blocking_that_comes_after_what_she_wrote_later_is_over_already(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var blockedAt = world.Clock.GetUtcNow();
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.RunAsync();

        await NewsAsync(world, "remove", blockedAt);
        await world.ReceiveAsync(Cast.Amina, "again");
        await world.RunAsync();

        Assert.Equal(["1. hello", "2. again"], world.PhoneOf(Cast.Amina));
    }

    private static async Task<World> GreetedAsync(DatabaseProvider database)
    {
        var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "hello");
        await world.RunAsync();
        return world;
    }

    private static async Task NewsAsync(World world, string action, DateTimeOffset? at = null)
    {
        var message = world.Message(Cast.Amina.Mobile, "");
        await world.Here.Inbox.AcceptAsync(message with { Activity = new(ActivityTypes.InstallationUpdate) { Action = action, Timestamp = at } });
    }
}
