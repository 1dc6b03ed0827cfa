using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.WebChats;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.WebChats;

public sealed class ChatRetentionTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan ALittle = TimeSpan.FromMinutes(1);

    [Theory, EachDatabase]
    public async Task The_words_of_an_idle_chat_go_a_day_after_its_last_turn_and_its_rows_stay(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var chat = new Chat(world, "a");
        await chat.SayAsync("one");
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromHours(20));
        await chat.SayAsync("two");
        await world.RunAsync();

        world.Clock.Advance(Day - ALittle);
        Assert.Equal(0, await EraseAsync(world));
        Assert.Equal(4, (await chat.ReadAsync()).Words.Count);
        world.Clock.Advance(ALittle * 2);
        Assert.Equal(1, await EraseAsync(world));

        Assert.Empty((await chat.ReadAsync()).Words);
        Assert.All(await world.InboxAsync(), m => Assert.True(m.SealedActivity is null && m.SealedAddress is null));
        Assert.Equal((2, 2, 0), await world.ReadAsync(async db => (
            await db.Inbox.CountAsync(), await db.Outbox.CountAsync(m => m.SealedActivity == null), await db.Conversations.CountAsync(c => c.State != null))));
    }

    [Theory, EachDatabase]
    public async Task What_is_said_in_an_idle_chat_from_elsewhere_is_kept_for_its_day_and_no_longer(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var (chat, other) = (new Chat(world, "a"), new Chat(world, "b"));
        world.Bot.When("tell her", async context =>
        {
            var turn = context.Turn();
            turn.SayIn(await turn.Db.Conversations.Include(c => c.Address).SingleAsync(c => c.Key == chat.Key), new Activity(ActivityTypes.Message) { Text = "news" });
        });
        await chat.SayAsync("one");
        await world.RunAsync();
        world.Clock.Advance(Day + ALittle);
        Assert.Equal(1, await EraseAsync(world));
        await other.SayAsync("tell her");
        await world.RunAsync();

        world.Clock.Advance(Day - ALittle);
        Assert.Equal(0, await EraseAsync(world));
        Assert.Equal(["news"], (await chat.ReadAsync()).Words);
        world.Clock.Advance(ALittle * 2);
        Assert.Equal(2, await EraseAsync(world));
        Assert.False(await world.ReadAsync(db => db.Outbox.AnyAsync(m => m.SealedActivity != null)));
    }

    [Theory, EachDatabase]
    public async Task Words_in_news_that_her_client_made_up_are_kept_no_longer(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        await new Chat(world, "a").SayAsync("one");
        await world.RunAsync();
        world.Clock.Advance(Day + ALittle);
        await EraseAsync(world);
        await new Chat(world, "a").PostNewsAsync("secret");
        await new Chat(world, "b").PostNewsAsync("secret");
        await world.RunAsync();

        world.Clock.Advance(Day + ALittle);
        await EraseAsync(world);

        Assert.False(await world.ReadAsync(db => db.Inbox.AnyAsync(m => m.SealedActivity != null)));
        Assert.Null(await world.ReadAsync(db => db.Addresses.Select(a => a.UnusableBecause).FirstAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_new_process_counts_and_changes_no_chat_that_was_forgotten_before(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        await new Chat(world, "a").SayAsync("one");
        await world.RunAsync();
        world.Clock.Advance(Day + ALittle);
        Assert.Equal(1, await EraseAsync(world));
        var version = await world.ReadAsync(db => db.Conversations.Select(c => c.Version).SingleAsync());
        var writes = new List<string>();
        var next = world.NewProcess();
        next.Faults.Refuses = sql =>
        {
            if (sql.Contains("UPDATE", StringComparison.Ordinal)) writes.Add(sql);
            return false;
        };

        Assert.Equal(0, await next.Get<ChatRetention>().EraseAsync(CancellationToken.None));
        Assert.Equal(version, await world.ReadAsync(db => db.Conversations.Select(c => c.Version).SingleAsync()));
        Assert.Empty(writes);
    }

    [Theory, EachDatabase]
    public async Task A_chat_that_loses_nothing_is_not_counted(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        world.Carrier.Next(int.MaxValue, _ => Delivery.Uncertain("test", TimeSpan.FromDays(9)));
        await new Chat(world, "a").SayAsync("one");
        await world.RunAsync();
        world.Clock.Advance(Day + ALittle);

        Assert.Equal(1, await EraseAsync(world));
        Assert.Equal(0, await EraseAsync(world));
    }

    [Theory, EachDatabase]
    public async Task Words_by_other_channels_are_kept_as_before(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Testing.Cast.Amina, "hello");
        await world.RunAsync();
        world.Clock.Advance(Day * 2);

        Assert.Equal(0, await EraseAsync(world));
        Assert.NotNull(Assert.Single(await world.InboxAsync()).SealedActivity);
    }

    [Theory, EachDatabase]
    public async Task Somebody_whose_words_were_erased_is_answered_as_if_new_and_her_new_words_are_kept_for_their_day(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var chat = new Chat(world, "a");
        await chat.SayAsync("one");
        await world.RunAsync();
        world.Clock.Advance(Day + ALittle);
        await EraseAsync(world);
        await chat.SayAsync("two");
        await world.RunAsync();
        world.Clock.Advance(ALittle);

        Assert.Equal(0, await EraseAsync(world));
        Assert.Equal(["> two", "1. two"], (await chat.ReadAsync()).Words);
        world.Clock.Advance(Day);
        Assert.Equal(1, await EraseAsync(world));
        Assert.Empty((await chat.ReadAsync()).Words);
    }

    [Theory, EachDatabase]
    public async Task What_still_waits_keeps_its_words_until_it_is_settled(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        world.Carrier.Next(int.MaxValue, _ => Delivery.Uncertain("test", TimeSpan.FromDays(9)));
        var chat = new Chat(world, "a");
        await chat.SayAsync("one");
        await world.RunAsync();
        world.Clock.Advance(Day + ALittle);
        await EraseAsync(world);
        Assert.NotNull(await world.ReadAsync(db => db.Outbox.Select(m => m.SealedActivity).SingleAsync()));

        await world.ChangeAsync(async db => (await db.Outbox.SingleAsync()).State = OutboxState.Accepted);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await EraseAsync(world);

        Assert.Null(await world.ReadAsync(db => db.Outbox.Select(m => m.SealedActivity).SingleAsync()));
    }

    [Theory, EachDatabase]
    public async Task More_chats_than_one_step_takes_are_forgotten_in_one_round(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 450).Select(i => new Chat(world, $"{i}").SayAsync("hello")));
        await world.TakeTurnsAsync();
        await world.ChangeAsync(db => db.Outbox.ExecuteUpdateAsync(m => m.SetProperty(x => x.State, OutboxState.Accepted)));
        world.Clock.Advance(Day + ALittle);

        Assert.Equal(450, await EraseAsync(world));
        Assert.Equal(0, await EraseAsync(world));
        Assert.False(await world.ReadAsync(db => db.Outbox.AnyAsync(m => m.SealedActivity != null)));
    }

    [Theory, EachDatabase]
    public async Task A_file_is_kept_sealed_for_a_day_for_its_own_chat_alone(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var (chat, other) = (new Chat(world, "a"), new Chat(world, "b"));
        var uploads = world.Here.Get<Uploads>();
        byte[] content = [.. "my letter"u8];
        var id = Assert.Single(await uploads.KeepAsync(chat.Key, [new UploadedFile("text/plain", content)]));

        Assert.Equal(("text/plain", content), await FindAsync(chat, id));
        Assert.Null(await FindAsync(other, id));
        Assert.Null(await FindAsync(chat, Guid.NewGuid()));
        Assert.True(await world.ReadAsync(async db => (await db.Uploads.SingleAsync()).SealedContent.AsSpan().IndexOf(content) < 0));

        // Even if the chat goes on.
        world.Clock.Advance(Day);
        await chat.SayAsync("still here");
        await world.RunAsync();
        Assert.Null(await FindAsync(chat, id));
        await EraseAsync(world);
        Assert.Equal(0, await world.ReadAsync(db => db.Uploads.CountAsync()));

        async Task<(string, byte[])?> FindAsync(Chat of, Guid name) =>
            await uploads.FindAsync(of.Key, name, CancellationToken.None) is { } file ? (file.ContentType, file.Content.ToArray()) : null;
    }

    [Theory, EachDatabase]
    public async Task The_way_back_to_a_chat_goes_after_a_day_if_nothing_was_said_and_ninety_days_after_the_last_turn_otherwise(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var (used, unused) = (new Chat(world, "a"), new Chat(world, "b"));
        await world.ChangeAsync(db =>
        {
            db.WebChats.AddRange(CodeOf(used, 1), CodeOf(unused, 2));
            return Task.CompletedTask;
        });
        await used.SayAsync("hello");
        await world.RunAsync();

        world.Clock.Advance(Day - ALittle);
        await EraseAsync(world);
        Assert.Equal(2, await CodesAsync());
        world.Clock.Advance(ALittle * 2);
        await EraseAsync(world);
        Assert.Equal(1, await CodesAsync());
        world.Clock.Advance(TimeSpan.FromDays(89) - (ALittle * 2));
        await EraseAsync(world);
        Assert.Equal(1, await CodesAsync());
        world.Clock.Advance(ALittle * 2);
        await EraseAsync(world);
        Assert.Equal(0, await CodesAsync());

        Task<int> CodesAsync() => world.ReadAsync(db => db.WebChats.CountAsync());
        WebChat CodeOf(Chat chat, byte code) => new() { ConversationKey = chat.Key, SealedAddress = [1], OurAddress = Chat.Site, CodeKey = [code], SealedCode = [1], StartedAt = world.Clock.GetUtcNow() };
    }

    [Theory, EachDatabase]
    public async Task The_way_back_to_a_chat_in_which_something_waits_to_be_answered_stays_until_it_is(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var (waiting, unused) = (new Chat(world, "a"), new Chat(world, "b"));
        await world.ChangeAsync(db =>
        {
            db.WebChats.AddRange(CodeOf(world, waiting, 1), CodeOf(world, unused, 2));
            return Task.CompletedTask;
        });
        await waiting.SayAsync("hello");
        world.Clock.Advance(Day + ALittle);
        await EraseAsync(world);
        Assert.Equal([1], await CodesAsync(world));
        await world.RunAsync();
        world.Clock.Advance(ChatRetention.KeepCodesFor + ALittle);
        await waiting.SayAsync("back");
        await EraseAsync(world);
        Assert.Equal([1], await CodesAsync(world));

        await world.RunAsync();
        await EraseAsync(world);
        Assert.Equal([1], await CodesAsync(world));
        world.Clock.Advance(ChatRetention.KeepCodesFor + ALittle);
        await EraseAsync(world);
        Assert.Empty(await CodesAsync(world));
    }

    [Theory, EachDatabase]
    public async Task A_round_asks_nothing_of_the_codes_that_the_one_before_found_used(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var chats = Enumerable.Range(0, 250).Select(i => new Chat(world, $"{i}")).ToList();
        await world.ChangeAsync(db =>
        {
            db.WebChats.AddRange(chats.Select((chat, i) => CodeOf(world, chat, (byte)i)));
            return Task.CompletedTask;
        });
        await Task.WhenAll(chats.Select(chat => chat.SayAsync("hello")));
        await world.TakeTurnsAsync();
        world.Clock.Advance(Day + ALittle);
        await EraseAsync(world);
        var looks = 0;
        world.Here.Faults.Refuses = sql =>
        {
            if (sql.Contains("StartedAt", StringComparison.Ordinal)) looks++;
            return false;
        };

        await EraseAsync(world);

        Assert.Equal(1, looks);
        Assert.Equal(250, await world.ReadAsync(db => db.WebChats.CountAsync()));
    }

    private static async Task<List<int>> CodesAsync(World world) => [.. (await world.ReadAsync(db => db.WebChats.Select(w => w.CodeKey).ToListAsync())).Select(key => (int)key[0])];

    private static WebChat CodeOf(World world, Chat chat, byte code) =>
        new() { ConversationKey = chat.Key, SealedAddress = [1], OurAddress = Chat.Site, CodeKey = [code], SealedCode = [1], StartedAt = world.Clock.GetUtcNow() };

    private static Task<int> EraseAsync(World world) => world.Here.Get<ChatRetention>().EraseAsync(CancellationToken.None);
}
