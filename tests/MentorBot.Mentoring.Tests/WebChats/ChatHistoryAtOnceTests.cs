using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.WebChats;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.WebChats;

/// <summary>Several nodes store for one chat at once, and somebody reads between them.</summary>
public sealed class ChatHistoryAtOnceTests
{
    [Theory, EachDatabase(OnlyServers = true)]
    public async Task What_a_node_began_to_store_earlier_and_stores_later_is_not_passed_over(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var chat = new Chat(world, "a");
        await chat.SayAsync("hello");
        var (slow, held) = (world.NewProcess(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var stored = HoldCommitAsync(slow, held);
        var first = chat.SayAsync("slow", slow);
        await stored;
        var second = chat.SayAsync("quick");
        await DoneOrWaitingAsync(world, second);

        var (before, watermark) = await chat.ReadAsync();
        var now = await chat.NowAsync();
        held.SetResult();
        Assert.Equal([Acceptance.Stored, Acceptance.Stored], await Task.WhenAll(first, second));

        Assert.Equal(["> hello", "> slow", "> quick"], before.Concat((await chat.ReadAsync(watermark)).Words));
        Assert.Equal(["> slow", "> quick"], (await chat.ReadAsync(now)).Words);
    }

    [Theory, EachDatabase(OnlyServers = true)]
    public async Task Who_reads_on_while_three_nodes_store_sees_every_message_once(DatabaseProvider database)
    {
        const int Each = 15;
        await using var world = await Chat.OpenAsync(database);
        var (chat, other) = (new Chat(world, "a"), new Chat(world, "b"));
        ProcessUnderTest[] nodes = [world.Here, world.NewProcess(), world.NewProcess()];
        var storing = Task.WhenAll(nodes.Select(async (node, number) =>
        {
            for (var i = 0; i < Each; i++) await Task.WhenAll(chat.SayAsync($"{number}-{i}", node), other.SayAsync($"{number}-{i}", node));
        }));

        var (seen, after, isLast) = (new List<string>(), Watermark.Start, false);
        while (!isLast)
        {
            isLast = storing.IsCompleted;
            var page = await chat.ReadAsync(after);
            (after, seen) = (page.Watermark, [.. seen, .. page.Words]);
        }

        await storing;
        Assert.Equal(3 * Each, seen.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(3 * Each, seen.Count);
        Assert.Equal((await chat.PageAsync()).Watermark, after);
    }

    [Theory, EachDatabase]
    public async Task A_chat_counts_its_own_messages_in_the_order_in_which_they_have_their_turns(DatabaseProvider database)
    {
        await using var world = await Chat.OpenAsync(database);
        var (chat, other) = (new Chat(world, "a"), new Chat(world, "b"));
        foreach (var said in new[] { chat, other, chat, chat, other }) await said.SayAsync("hello");

        var rows = await world.InboxAsync();
        Assert.Equal([1, 2, 3], rows.Where(m => m.ConversationKey.SequenceEqual(chat.Key)).Select(m => m.Sequence));
        Assert.Equal([1, 2], rows.Where(m => m.ConversationKey.SequenceEqual(other.Key)).Select(m => m.Sequence));
    }

    /// <summary>Holds the next commit of a process.</summary>
    /// <returns>Completes when its rows are written, and only the commit is missing.</returns>
    private static Task HoldCommitAsync(ProcessUnderTest process, TaskCompletionSource held)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.Faults.BeforeCommit = () =>
        {
            written.TrySetResult();
            return held.Task;
        };
        return written.Task;
    }

    /// <summary>Waits until a writer has finished, or waits for another one, as the server tells.</summary>
    private static async Task DoneOrWaitingAsync(World world, Task writer)
    {
        const string Waiting = """SELECT COUNT(*)::int AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'""";
        while (!writer.IsCompleted && await world.ReadAsync(db => db.Database.SqlQueryRaw<int>(Waiting).SingleAsync()) == 0) await Task.Yield();
    }
}
