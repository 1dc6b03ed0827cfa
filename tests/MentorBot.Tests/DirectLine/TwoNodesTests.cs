using MentorBot.Mentoring.Tests;

namespace MentorBot.Tests.DirectLine;

/// <summary>Somebody's socket hangs on one node while another one takes what she posts, and her turns.</summary>
public class TwoNodesTests
{
    // Half of all chats are the second node's business.
    private const int EnoughChats = 50;

    /// <summary>Nothing else than a look of the news worker, a second after the last, wakes this socket: what a node does itself wakes only its own.</summary>
    [Fact]
    public async Task What_another_node_stores_and_answers_is_told_at_a_socket_of_this_one()
    {
        Assert.SkipWhen(Postgres.WhyNotHere is not null, Postgres.WhyNotHere ?? "");
        await using var nodes = await TwoNodes.StartAsync();

        var isTheSeconds = false;
        for (var chats = 0; !isTheSeconds && chats < EnoughChats; chats++)
        {
            var here = await nodes.First.BeginAsync();
            using var socket = await here.OpenAsync();
            var there = new WireChat(nodes.Second, here.Id, here.Token);
            await there.SayAsync("hi");
            isTheSeconds = await nodes.IsLastTheSecondsAsync();

            Assert.Equal("hi", WireChat.TextOf((await socket.NextAsync())!));
            Assert.True(WireChat.IsBots((await socket.NextAsync())!));
            Assert.Empty((await there.ReadAsync(socket.Watermark)).Activities);
        }
        Assert.True(isTheSeconds);
    }
}
