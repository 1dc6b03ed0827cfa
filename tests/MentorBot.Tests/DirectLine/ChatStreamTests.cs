using System.Net.WebSockets;
using MentorBot.BotFramework;
using MentorBot.Channels.DirectLine;
using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.WebChats;
using Microsoft.Extensions.Logging.Abstractions;

namespace MentorBot.Tests.DirectLine;

/// <summary>One socket by itself, its clock moved by the test.</summary>
public class ChatStreamTests
{
    private readonly FakeClock _clock = new();
    private readonly OpenChats _chats = new();

    [Fact]
    public async Task A_keep_alive_is_an_empty_text_and_asks_nothing_of_the_history()
    {
        var (server, client) = Pair();
        using var stream = Open(server);
        var reads = 0;
        var running = stream.RunAsync((after, _) => Read(after, ref reads), activity => activity, Watermark.Start);

        stream.KeepAlive();
        stream.KeepAlive();

        for (var i = 0; i < 2; i++)
        {
            var frame = await client.ReceiveAsync(new byte[16], CancellationToken.None);
            Assert.Equal((0, WebSocketMessageType.Text, true), (frame.Count, frame.MessageType, frame.EndOfMessage));
        }
        Assert.Equal(1, reads);
        await LeaveAsync(client, running);
    }

    [Fact]
    public async Task Who_says_nothing_for_five_minutes_is_taken_for_gone_and_an_empty_text_is_enough()
    {
        var (server, client) = Pair();
        using var stream = Open(server);
        var reads = 0;
        var running = stream.RunAsync((after, _) => Read(after, ref reads), activity => activity, Watermark.Start);

        _clock.Advance(ChatStream.LongestSilence);
        Assert.False(stream.IsSilent);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(stream.IsSilent);
        await client.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        Assert.True(SpinWait.SpinUntil(() => !stream.IsSilent, TimeSpan.FromSeconds(30)));
        await LeaveAsync(client, running);
    }

    [Fact]
    public async Task Who_does_not_read_is_let_go_after_half_a_minute()
    {
        using var stuck = WebSocket.CreateFromStream(new StuckStream(), new WebSocketCreationOptions { IsServer = true });
        using var stream = Open(stuck);
        var running = stream.RunAsync(
            (after, _) => Task.FromResult(new DirectLinePage([new Activity(ActivityTypes.Message)], after, MayHaveMore: false)), activity => activity, Watermark.Start);

        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(running.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await running.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(WebSocketState.Aborted, stuck.State);
    }

    private ChatStream Open(WebSocket socket) => new(socket, _chats.Open("a"), _clock, NullLogger.Instance);

    private static Task<DirectLinePage> Read(Watermark after, ref int reads)
    {
        reads++;
        return Task.FromResult(new DirectLinePage([], after, MayHaveMore: false));
    }

    private static async Task LeaveAsync(WebSocket client, Task running)
    {
        await client.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await running.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static (WebSocket Server, WebSocket Client) Pair()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var client = new System.Net.Sockets.TcpClient();
        client.Connect((System.Net.IPEndPoint)listener.LocalEndpoint);
        return (WebSocket.CreateFromStream(listener.AcceptTcpClient().GetStream(), new WebSocketCreationOptions { IsServer = true }),
            WebSocket.CreateFromStream(client.GetStream(), new WebSocketCreationOptions()));
    }

    /// <summary>A connection to somebody who reads nothing and says nothing, until it is closed.</summary>
    private sealed class StuckStream : Stream
    {
        private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
            // There is nothing to flush.
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _closed.Task.WaitAsync(cancellationToken);
            throw new IOException("closed");
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _closed.Task.WaitAsync(cancellationToken);
            throw new IOException("closed");
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            _closed.TrySetResult();
            base.Dispose(disposing);
        }
    }
}
