using System.Buffers;
using System.Net.WebSockets;
using MentorBot.BotFramework;
using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.Channels.DirectLine;

/// <summary>One open socket: tells its client everything new in a chat, and listens for nothing but signs of life.</summary>
/// <remarks>
/// It keeps no queue: what is new is read from the history when the client can take it. It has no timer and, while nothing happens, no buffer:
/// <see cref="ChatStreams"/> keeps all sockets alive.
/// </remarks>
internal sealed class ChatStream(WebSocket socket, ChatViewer viewer, TimeProvider machineClock, ILogger log) : IDisposable
{
    /// <summary>How long a client may be silent. Microsoft's says something every 20 seconds (DirectLineJS).</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(5);

    /// <summary>What a socket is closed with whose chat was left: the page asks then whether its browser is still in it. One of the codes that are free for use (RFC 6455, 7.4.2).</summary>
    public const WebSocketCloseStatus WasLeft = (WebSocketCloseStatus)4001;

    // Clients have nothing to say on a socket but that they live.
    private const int LongestWords = 64 * 1024;
    private const int ReceiveBuffer = 1024;

    private static readonly TimeSpan SlowestReader = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _end = new();
    private WebSocketCloseStatus _why = WebSocketCloseStatus.NormalClosure;
    private long _heardAt = machineClock.GetTimestamp();

    /// <summary>The chat that it shows.</summary>
    public string ConversationId => viewer.ConversationId;

    /// <summary>Whether nothing was heard for too long: whoever was there is gone.</summary>
    public bool IsSilent => machineClock.GetElapsedTime(Volatile.Read(ref _heardAt)) > LongestSilence;

    /// <summary>Tells what follows after a watermark, until the socket or the program ends.</summary>
    public async Task RunAsync(Func<Watermark, CancellationToken, Task<DirectLinePage>> readAsync, Func<Activity, Activity> fitForTheWire, Watermark after)
    {
        var listening = ListenAsync();
        try
        {
            while (true) after = await TellAsync(readAsync, fitForTheWire, after);
        }
        catch (Exception error) when (IsEnd(error))
        {
            await CloseAsync(listening);
        }
    }

    /// <summary>Ends it, telling the client why: 1001 makes it come back.</summary>
    public void End(WebSocketCloseStatus why)
    {
        if (_end.IsCancellationRequested) return;
        _why = why;
        _end.Cancel();
    }

    /// <summary>Tells the client that we live, unless it is being told something anyway.</summary>
    public void KeepAlive()
    {
        if (_sending.Wait(0)) _ = SendAsync(ReadOnlyMemory<byte>.Empty);
    }

    // Not the right to send: a keep-alive under way still gives it back, and it holds nothing of the system's.
    public void Dispose() => _end.Dispose();

    private async Task<Watermark> TellAsync(
        Func<Watermark, CancellationToken, Task<DirectLinePage>> readAsync, Func<Activity, Activity> fitForTheWire, Watermark after)
    {
        var fleeting = viewer.TakeFleeting();
        var page = await ReadAsync(readAsync, after);
        if (page is { Activities.Count: > 0 }) await SendAsync(page.Activities, page.Watermark.ToString());
        if (fleeting.Count > 0) await SendAsync([.. fleeting.Select(fitForTheWire)], watermark: null);
        if (page is { MayHaveMore: false }) await viewer.WaitAsync(_end.Token);
        return page?.Watermark ?? after;
    }

    private async Task<DirectLinePage?> ReadAsync(Func<Watermark, CancellationToken, Task<DirectLinePage>> readAsync, Watermark after)
    {
        try
        {
            return await readAsync(after, _end.Token);
        }
        catch (Exception error)
        {
            // Each driver has its own word for a question that was called off.
            if (_end.IsCancellationRequested) throw new OperationCanceledException(error.Message, error);
            // A database that is away closes no socket: what is new is told when it is back.
            log.NotRead(error.GetType().Name);
            await Task.Delay(AfterFailure, machineClock, _end.Token);
            return null;
        }
    }

    private async Task SendAsync(IReadOnlyList<Activity> activities, string? watermark)
    {
        var frame = new ArrayBufferWriter<byte>();
        ActivitySet.Write(frame, activities, watermark);
        await _sending.WaitAsync(_end.Token);
        if (!await SendAsync(frame.WrittenMemory)) throw new OperationCanceledException();
    }

    /// <summary>Sends a frame; whoever calls has the right to. A client that does not read is let go: nothing piles up for it.</summary>
    /// <returns>Whether the socket is still there.</returns>
    private async Task<bool> SendAsync(ReadOnlyMemory<byte> frame)
    {
        try
        {
            await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).AsTask().WaitAsync(SlowestReader, machineClock);
            return true;
        }
        catch (Exception error) when (IsEnd(error))
        {
            socket.Abort();
            return false;
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ListenAsync()
    {
        try
        {
            while (await HearAsync()) Volatile.Write(ref _heardAt, machineClock.GetTimestamp());
        }
        catch (Exception error) when (IsEnd(error))
        {
            // The connection is gone, as it may be at any time.
        }
        End(WebSocketCloseStatus.NormalClosure);
    }

    /// <summary>Hears one message to its end.</summary>
    /// <returns>False if there will be no more.</returns>
    private async Task<bool> HearAsync()
    {
        // Waits without a buffer.
        var heard = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
        if (heard.MessageType == WebSocketMessageType.Close) return false;
        if (heard.EndOfMessage) return true;

        var buffer = ArrayPool<byte>.Shared.Rent(ReceiveBuffer);
        try
        {
            for (var length = 0; heard.MessageType != WebSocketMessageType.Close; length = Math.Min(length + heard.Count, LongestWords + 1))
            {
                // Who says too much is told so, and not heard any more. What she is still saying is read, or she would not read our goodbye.
                if (length > LongestWords) End(WebSocketCloseStatus.MessageTooBig);
                else if (heard.EndOfMessage) return true;
                heard = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            }
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task CloseAsync(Task listening)
    {
        try
        {
            var maySend = await _sending.WaitAsync(LongestFarewell);
            if (maySend && socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(_why, statusDescription: null, CancellationToken.None).WaitAsync(LongestFarewell, machineClock);
            await listening.WaitAsync(LongestFarewell, machineClock);
        }
        catch (Exception error) when (IsEnd(error))
        {
            // It is not waited for any longer.
        }
        socket.Abort();
        await listening;
    }

    private static bool IsEnd(Exception error) =>
        error is OperationCanceledException or WebSocketException or IOException or TimeoutException or ObjectDisposedException;
}
