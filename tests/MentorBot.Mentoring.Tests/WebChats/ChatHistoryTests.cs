using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.WebChats;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.WebChats;

public sealed class ChatHistoryTests
{
    [Theory, EachDatabase]
    public async Task What_was_said_is_read_in_order_with_question_before_answer(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var chat = new Chat(world, "a");
        await chat.SayAsync("one // more");
        await world.RunAsync();
        await chat.SayAsync("two");
        await world.RunAsync();

        Assert.Equal(["> one // more", "1. one", "more", "> two", "2. two"], (await chat.ReadAsync()).Words);
        var times = (await chat.PageAsync()).Lines.Select(line => line.Activity.Timestamp!.Value).ToList();
        Assert.Equal(times.Order(), times);
        Assert.Equal(5, (await chat.PageAsync()).Lines.Select(line => line.Activity.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, EachDatabase]
    public async Task A_watermark_gives_what_followed_and_nothing_twice(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var chat = new Chat(world, "a");
        await chat.SayAsync("one");
        var (_, asked) = await chat.ReadAsync();
        await world.RunAsync();

        var (answer, answered) = await chat.ReadAsync(asked);

        Assert.Equal(["1. one"], answer);
        Assert.Empty((await chat.ReadAsync(answered)).Words);
        Assert.Equal(answered, (await chat.ReadAsync(answered)).Watermark);
    }

    [Theory, EachDatabase]
    public async Task A_line_that_may_still_be_dropped_is_not_shown_and_neither_is_what_follows_it(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var chat = new Chat(world, "a");
        await chat.SayAsync("one // two");
        await world.TakeTurnsAsync();
        Assert.Equal(["> one // two"], (await chat.ReadAsync()).Words);

        // The second was claimed out of turn: as urgent ones are.
        await world.ChangeAsync(async db => (await db.Outbox.OrderBy(m => m.Sequence).LastAsync()).State = OutboxState.Accepted);
        var (words, watermark) = await chat.ReadAsync();
        Assert.Equal(["> one // two"], words);

        await world.RunAsync();
        Assert.Equal(["1. one", "two"], (await chat.ReadAsync(watermark)).Words);
    }

    [Theory, EachDatabase]
    public async Task A_line_that_was_dropped_is_passed_over(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var chat = new Chat(world, "a");
        await chat.SayAsync("one // two // three");
        await world.TakeTurnsAsync();
        await world.ChangeAsync(async db => (await db.Outbox.SingleAsync(m => m.Sequence == 1)).State = OutboxState.Dropped);
        await world.RunAsync();

        Assert.Equal(["> one // two // three", "1. one", "three"], (await chat.ReadAsync()).Words);
    }

    [Theory, EachDatabase]
    public async Task A_line_is_shown_from_its_claim_on_whether_its_answer_is_known_or_not(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        world.Carrier.Next(1, _ => Delivery.Uncertain("test", TimeSpan.FromHours(1)));
        var chat = new Chat(world, "a");
        await chat.SayAsync("one");
        await world.RunAsync();

        Assert.Equal(["> one", "1. one"], (await chat.ReadAsync()).Words);
    }

    [Theory, EachDatabase]
    public async Task More_than_a_page_is_read_page_by_page_without_a_gap(DatabaseProvider database)
    {
        const int Said = 130;
        await using var world = await Chat.OpenAsync(database);
        var chat = new Chat(world, "a");
        for (var i = 0; i < Said; i++)
        {
            await chat.SayAsync($"{i}");
            world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }
        await world.RunAsync();

        var words = new List<string>();
        for (var after = Watermark.Start; await chat.ReadAsync(after) is { Words.Count: > 0 } page; after = page.Watermark)
        {
            Assert.InRange(page.Words.Count, 1, ChatHistory.MostInOnePage);
            words.AddRange(page.Words);
        }

        Assert.Equal(Enumerable.Range(0, Said).Select(i => $"> {i}"), words.Where(w => w[0] == '>'));
        Assert.Equal(Enumerable.Range(0, Said).Select(i => $"{i + 1}. {i}"), words.Where(w => w[0] != '>'));
    }

    [Theory, EachDatabase]
    public async Task Nothing_is_passed_over_where_the_nodes_clocks_differ(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var chat = new Chat(world, "a");
        for (var i = 0; i < 150; i++) await chat.SayAsync($"{i}");
        // Every other row has a time from a node whose clock is an hour behind.
        await world.ChangeAsync(db => db.Inbox.Where(m => m.Id % 2 == 0).ExecuteUpdateAsync(m => m.SetProperty(x => x.ReceivedAt, world.Clock.GetUtcNow().AddHours(-1))));

        var (first, watermark) = await chat.ReadAsync();
        var (second, _) = await chat.ReadAsync(watermark);

        Assert.Equal(Enumerable.Range(0, 150).Select(i => $"> {i}"), first.Concat(second));
    }

    [Theory, EachDatabase]
    public async Task What_was_erased_is_not_shown_and_does_not_end_the_reading(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var chat = new Chat(world, "a");
        for (var i = 0; i < 250; i++) await chat.SayAsync($"{i}");
        await world.ChangeAsync(db => db.Inbox.ExecuteUpdateAsync(m => m.SetProperty(x => x.SealedActivity, (byte[]?)null)));
        await chat.SayAsync("still here");

        var (words, watermark) = await chat.ReadAsync();

        Assert.Equal(["> still here"], words);
        Assert.Empty((await chat.ReadAsync(watermark)).Words);
    }

    [Theory, EachDatabase]
    public async Task A_chat_shows_no_other_chats_words_and_has_begun_when_something_was_said(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var (one, other) = (new Chat(world, "a"), new Chat(world, "b"));
        await one.SayAsync("hello");
        await world.RunAsync();

        Assert.Empty((await other.ReadAsync()).Words);
        Assert.True(await world.Here.Get<ChatHistory>().HasBegunAsync(one.Key, CancellationToken.None));
        Assert.False(await world.Here.Get<ChatHistory>().HasBegunAsync(other.Key, CancellationToken.None));
    }

    [Theory, EachDatabase]
    public async Task One_line_that_cannot_be_opened_does_not_silence_the_others(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var chat = new Chat(world, "a");
        foreach (var words in new[] { "one", "two", "three" }) await chat.SayAsync(words);
        await world.ChangeAsync(async db => await db.Inbox.OrderBy(m => m.Id).Take(1).ExecuteUpdateAsync(m => m.SetProperty(x => x.SealedActivity, [1, 2, 3])));

        Assert.Equal(["> two", "> three"], (await chat.ReadAsync()).Words);
        Assert.Equal(["> two", "> three"], Chat.WordsOf(await chat.LatestAsync(10)));
    }
}
