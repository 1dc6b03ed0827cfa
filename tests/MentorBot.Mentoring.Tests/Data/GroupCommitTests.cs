using System.Collections.Concurrent;
using MentorBot.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Data;

public sealed class GroupCommitTests
{
    [Fact]
    public async Task Whatever_arrives_during_a_commit_is_in_the_next_up_to_the_most()
    {
        var sizes = new ConcurrentQueue<int>();
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var commits = new GroupCommit<int, int>(async items =>
        {
            sizes.Enqueue(items.Count);
            begun.TrySetResult();
            await gate.Task;
            return [.. items.Select(i => i * 2)];
        }, most: 4);

        var first = commits.AddAsync(0);
        await begun.Task;
        var others = Enumerable.Range(1, 9).Select(commits.AddAsync).ToArray();
        gate.SetResult();

        Assert.Equal(0, await first);
        Assert.Equal(Enumerable.Range(1, 9).Select(i => i * 2), await Task.WhenAll(others));
        Assert.Equal([1, 4, 4, 1], sizes);
    }

    [Fact]
    public async Task Nobody_is_ever_left_waiting()
    {
        var commits = new GroupCommit<int, int>(items => Task.FromResult(items), most: 3);
        for (var round = 0; round < 2_000; round++)
        {
            // A few at a time, so that the queue runs empty again and again: that is where one could be forgotten.
            var sum = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => commits.AddAsync(i)))).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            Assert.Equal(6, sum.Sum());
        }
    }

    [Fact]
    public async Task Only_what_the_database_refuses_fails()
    {
        var stored = new ConcurrentQueue<int>();
        var (commits, gate) = Gated(items =>
        {
            if (items.Contains(2)) throw new DbUpdateException("refused");
            foreach (var item in items) stored.Enqueue(item);
        });

        var all = Enumerable.Range(0, 5).Select(commits.AddAsync).ToArray();
        gate.SetResult();

        await Assert.ThrowsAsync<DbUpdateException>(() => all[2]);
        await Task.WhenAll(all.Where((_, i) => i != 2));
        Assert.Equal([0, 1, 3, 4], stored);
    }

    [Fact]
    public async Task When_the_database_is_away_everybody_hears_it_after_one_try()
    {
        var tries = 0;
        var (commits, gate) = Gated(_ =>
        {
            tries++;
            throw new DatabaseFault();
        });

        var all = Enumerable.Range(0, 5).Select(commits.AddAsync).ToArray();
        gate.SetResult();
        foreach (var one in all) await Assert.ThrowsAsync<DatabaseFault>(() => one);

        // One for the first, which was alone, and one for the others; or one for all.
        Assert.InRange(tries, 1, 2);
    }

    [Fact]
    public async Task A_failure_does_not_stop_what_comes_after_it()
    {
        var isAway = true;
        var commits = new GroupCommit<int, int>(items => isAway ? throw new DatabaseFault() : Task.FromResult(items), most: 4);
        await Assert.ThrowsAsync<DatabaseFault>(() => commits.AddAsync(1));
        isAway = false;

        Assert.Equal(2, await commits.AddAsync(2));
    }

    private static (GroupCommit<int, int> Commits, TaskCompletionSource Gate) Gated(Action<IReadOnlyList<int>> commit)
    {
        var gate = new TaskCompletionSource();
        return (new(async items =>
        {
            await gate.Task;
            commit(items);
            return items;
        }, most: 100), gate);
    }
}
