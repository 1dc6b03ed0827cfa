using MentorBot.BotFramework;
using MentorBot.Channels.WebChat;

namespace MentorBot.Channels.Tests.WebChat;

public class OpenChatsTests
{
    private readonly OpenChats _chats = new();

    [Fact]
    public async Task Everybody_who_looks_at_a_chat_is_woken_and_nobody_else()
    {
        using var first = _chats.Open("a");
        using var second = _chats.Open("a");
        using var other = _chats.Open("b");

        _chats.Wake("a");

        Assert.True(await IsAwakeAsync(first));
        Assert.True(await IsAwakeAsync(second));
        Assert.False(await IsAwakeAsync(other));
    }

    [Fact]
    public async Task News_that_came_while_nobody_waited_wakes_once()
    {
        using var viewer = _chats.Open("a");
        _chats.Wake("a");
        _chats.Wake("a");

        Assert.True(await IsAwakeAsync(viewer));
        Assert.False(await IsAwakeAsync(viewer));
    }

    [Fact]
    public async Task What_is_shown_is_taken_once_and_the_oldest_is_forgotten_rather_than_piled_up()
    {
        using var viewer = _chats.Open("a");
        for (var i = 0; i < 15; i++) _chats.Show("a", new Activity(ActivityTypes.Typing) { Id = $"{i}" });

        Assert.True(await IsAwakeAsync(viewer));
        Assert.Equal(Enumerable.Range(5, 10).Select(i => $"{i}"), viewer.TakeFleeting().Select(a => a.Id));
        Assert.Empty(viewer.TakeFleeting());
    }

    [Fact]
    public async Task Who_looks_no_more_is_forgotten()
    {
        var gone = _chats.Open("a");
        using var stays = _chats.Open("a");
        gone.Dispose();
        _chats.Wake("a");

        Assert.Equal((1, 1), (_chats.Count, _chats.CountOn("a")));
        Assert.False(await IsAwakeAsync(gone));
        Assert.True(await IsAwakeAsync(stays));
    }

    [Fact]
    public void Nothing_is_left_of_chats_that_nobody_looks_at()
    {
        Parallel.For(0, 1000, i => _chats.Open($"{i % 7}").Dispose());
        Assert.Equal(0, _chats.Count);
    }

    private static Task<bool> IsAwakeAsync(ChatViewer viewer) => viewer.WaitAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);
}
