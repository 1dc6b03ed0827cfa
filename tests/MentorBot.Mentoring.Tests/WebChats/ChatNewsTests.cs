using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.WebChats;

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
