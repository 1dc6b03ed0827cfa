using System.Net;
using System.Net.WebSockets;

namespace MentorBot.Tests.DirectLine;

/// <summary>The program is stopped, killed, and without its database.</summary>
public class DeathTests : IAsyncLifetime
{
    private readonly ChattedProgram _program = new();

    public ValueTask InitializeAsync() => _program.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _program.DisposeAsync();
    }

    [Fact]
    public async Task Killed_after_a_post_was_answered_it_answers_when_it_is_back_and_the_same_token_is_good()
    {
        var chat = await _program.BeginAsync();
        for (var i = 0; i < 3; i++)
        {
            var id = await chat.SayAsync(i == 0 ? "hi" : "help", $"said-{i}");
            await _program.RestartAsync();
            // The client's own try, since it cannot know.
            Assert.Equal(id, await chat.SayAsync(i == 0 ? "hi" : "help", $"said-{i}"));
        }

        var said = await chat.AnswersAsync(3);
        Assert.Equal(["hi", "help", "help"], said.Where(a => !WireChat.IsBots(a)).Select(WireChat.TextOf));
        Assert.Equal(3, said.Count(WireChat.IsBots));
    }

    [Fact]
    public async Task Stopped_it_sends_its_sockets_away_so_that_they_come_back()
    {
        var chat = await _program.BeginAsync();
        using var socket = await chat.OpenAsync();
        await chat.SayAsync("hi");
        await socket.UntilAsync(WireChat.IsBots);

        var stopping = _program.Program.Process.StopAsync();

        Assert.Null(await socket.NextAsync());
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, socket.Closed);
        Assert.Equal(0, await stopping);
    }

    [Fact]
    public async Task While_the_database_is_away_a_post_is_not_acknowledged_and_who_polls_is_shown_nothing_new()
    {
        var chat = await _program.BeginAsync();
        using var socket = await chat.OpenAsync();
        await chat.SayAsync("hi");
        await socket.UntilAsync(WireChat.IsBots);
        var before = await chat.ReadAsync();

        using (new Memory(_program.Folder).Without("Inbox"))
        {
            var refused = await chat.PostAsync("help", "said-2");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "ServiceUnavailable", "1"), (refused.Status, refused.Error, refused.Header("Retry-After")));
            Assert.Equal(HttpStatusCode.Created, (await (await _program.BeginAsync()).StartAsync()).Status);
            var (nothing, watermark) = await chat.ReadAsync(before.Watermark);
            Assert.Equal((0, before.Watermark), (nothing.Count, watermark));
        }

        await chat.SayAsync("help", "said-2");
        await socket.UntilAsync(a => WireChat.TextOf(a) == "help");
        await socket.UntilAsync(WireChat.IsBots);
        Assert.Equal(2, (await chat.AnswersAsync(2)).Count(a => !WireChat.IsBots(a)));
    }
}
