using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.WebChats;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.WebChats;

public sealed class ChatNewsTests
{
    [Theory, EachDatabase]
    public async Task What_happens_on_another_node_is_told_once_for_each_line_that_is_shown(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var (chat, other) = (new Chat(world, "a"), new Chat(world, "b"));
        var news = world.NewProcess().Get<ChatNews>();
        Assert.Null(await news.LookAsync(CancellationToken.None));

        await chat.SayAsync("hello");
        Assert.Equal([chat.Key], await LookAsync(news));
        await world.TakeTurnsAsync();
        Assert.Empty(await LookAsync(news));
        await world.DeliverAsync();
        Assert.Equal([chat.Key], await LookAsync(news));
        Assert.Empty(await LookAsync(news));
        await other.SayAsync("hello");
        Assert.Equal([other.Key], await LookAsync(news));
    }

    [Theory, EachDatabase]
    public async Task A_line_that_is_claimed_late_is_told_still(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var chat = new Chat(world, "a");
        var news = world.NewProcess().Get<ChatNews>();
        await news.LookAsync(CancellationToken.None);
        await chat.SayAsync("hello");
        await world.TakeTurnsAsync();
        for (var i = 0; i < 50; i++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(1));
            await news.LookAsync(CancellationToken.None);
        }
        await world.DeliverAsync();

        Assert.Equal([chat.Key], await LookAsync(news));
    }

    [Theory, EachDatabase]
    public async Task What_waited_for_long_is_told_when_it_is_claimed_whether_a_look_saw_it_written_or_not(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var (before, after) = (new Chat(world, "a"), new Chat(world, "b"));
        var news = world.NewProcess().Get<ChatNews>();
        await before.SayAsync("hello");
        await world.TakeTurnsAsync();
        await news.LookAsync(CancellationToken.None);
        await after.SayAsync("hello");
        await world.TakeTurnsAsync();
        for (var i = 0; i < 20; i++)
        {
            await news.LookAsync(CancellationToken.None);
            world.Clock.Advance(TimeSpan.FromSeconds(30));
        }
        await world.DeliverAsync();

        Assert.Equal([before.Key, after.Key], (await LookAsync(news)).OrderBy(key => key.SequenceEqual(after.Key)));
        Assert.Empty(await LookAsync(news));
    }

    [Theory, EachDatabase]
    public async Task A_look_reads_nothing_again_that_was_written_long_before_the_last_one(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var news = world.Here.Get<ChatNews>();
        await news.LookAsync(CancellationToken.None);
        await world.ReceiveAsync(Testing.Cast.Amina, "hello");
        for (var i = 0; i < 12; i++)
        {
            await news.LookAsync(CancellationToken.None);
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        // Were it read again, it would be told now.
        await world.ChangeAsync(db => db.Inbox.ExecuteUpdateAsync(m => m.SetProperty(x => x.Channel, BotFramework.Channels.WebChat)));

        Assert.Empty(await LookAsync(news));
    }

    [Theory, EachDatabase]
    public async Task Other_channels_are_no_news_and_one_that_begins_anew_tells_nothing_old(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var news = world.Here.Get<ChatNews>();
        await news.LookAsync(CancellationToken.None);
        await world.ReceiveAsync(Testing.Cast.Amina, "hello");
        await world.RunAsync();
        Assert.Empty(await LookAsync(news));

        await new Chat(world, "a").SayAsync("hello");
        news.Forget();
        Assert.Null(await news.LookAsync(CancellationToken.None));
        Assert.Empty(await LookAsync(news));
    }

    private static async Task<IReadOnlyList<byte[]>> LookAsync(ChatNews news) => Assert.IsType<IReadOnlyList<byte[]>>(await news.LookAsync(CancellationToken.None), exactMatch: false);
}
