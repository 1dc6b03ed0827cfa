using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.WebChats;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.WebChats;

public sealed class LatestLinesTests
{
    [Theory, EachDatabase]
    public async Task Of_a_long_chat_the_last_lines_are_read_and_the_watermark_is_at_its_end(DatabaseProvider database)
    {
        const int Said = 310;
        await using var world = await Chat.OpenAsync(database);
        var chat = new Chat(world, "a");
        for (var i = 0; i < Said; i++)
        {
            await chat.SayAsync($"{i}");
            world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }
        await world.RunAsync();

        var latest = await chat.LatestAsync(50);
        Assert.Equal(Enumerable.Range(260, 50).Select(i => $"{i + 1}. {i}"), Chat.WordsOf(latest));
        Assert.True(latest.MayHaveMore);
        Assert.Equal(await chat.NowAsync(), latest.Watermark);
        Assert.Empty((await chat.ReadAsync(latest.Watermark)).Words);
        Assert.Equal(500, (await chat.LatestAsync(500)).Lines.Count);
        var all = await chat.LatestAsync(1_000);
        Assert.Equal((2 * Said, false), (all.Lines.Count, all.MayHaveMore));

        await chat.SayAsync("more");
        Assert.Equal(["> more"], (await chat.ReadAsync(latest.Watermark)).Words);
        Assert.Equal("> more", Chat.WordsOf(await chat.LatestAsync(1)).Single());
    }

    [Theory, EachDatabase]
    public async Task Nothing_after_a_line_that_may_still_be_dropped_is_among_the_last_and_the_watermark_stays_before_it(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var chat = new Chat(world, "a");
        await chat.SayAsync("one");
        await world.RunAsync();
        await chat.SayAsync("two // three // four");
        await world.TakeTurnsAsync();
        await world.ChangeAsync(async db => (await db.Outbox.SingleAsync(m => m.Sequence == 3)).State = OutboxState.Accepted);
        await world.ChangeAsync(async db => (await db.Outbox.SingleAsync(m => m.Sequence == 1)).State = OutboxState.Dropped);

        var latest = await chat.LatestAsync(50);
        Assert.Equal(["> one", "1. one", "> two // three // four"], Chat.WordsOf(latest));
        Assert.Equal((await chat.ReadAsync()).Watermark, latest.Watermark);

        await world.RunAsync();
        Assert.Equal(["three", "four"], (await chat.ReadAsync(latest.Watermark)).Words);
    }

    [Theory, EachDatabase]
    public async Task Before_the_first_words_there_is_nothing(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var chat = new Chat(world, "a");
        Assert.Equal(Watermark.Start, await chat.NowAsync());
        Assert.Empty((await chat.LatestAsync(50)).Lines);
    }
}
