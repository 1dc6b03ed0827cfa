using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace MentorBot.Tests.DirectLine;

/// <summary>A socket of Direct Line, as a client has it.</summary>
public sealed class WireSocket : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket;
    private readonly Queue<JsonNode> _waiting = new();

    private WireSocket(ClientWebSocket socket) => _socket = socket;

    /// <summary>The last watermark that came.</summary>
    public string Watermark { get; private set; } = "";

    /// <summary>Why the server closed it.</summary>
    public WebSocketCloseStatus? Closed => _socket.CloseStatus;

    public static async Task<WireSocket> OpenAsync(string url, string? origin = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new Uri(url), new CancellationTokenSource(Patience).Token);
        return new WireSocket(socket);
    }

    /// <summary>Tries to open one, and gives the status of the refusal.</summary>
    public static async Task<int> RefusalAsync(string url, string? origin = null)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri(url), new CancellationTokenSource(Patience).Token));
        return (int)socket.HttpStatusCode;
    }

    /// <summary>The next activity; null if the server closes.</summary>
    public async Task<JsonNode?> NextAsync()
    {
        while (_waiting.Count == 0)
        {
            var frame = await FrameAsync();
            if (frame is null)
                return null;
            // An empty one says only that the server lives.
            if (frame.Length == 0)
                continue;
            var set = JsonNode.Parse(frame)!;
            Watermark = (string?)set["watermark"] ?? Watermark;
            foreach (var activity in set["activities"]!.AsArray())
                _waiting.Enqueue(activity!);
        }
        return _waiting.Dequeue();
    }

    /// <summary>What came in the same frame as the last activity, and was not taken yet.</summary>
    public IReadOnlyList<JsonNode> TakeReceived()
    {
        JsonNode[] received = [.. _waiting];
        _waiting.Clear();
        return received;
    }

    /// <summary>Waits for an activity that fits.</summary>
    public async Task<JsonNode> UntilAsync(Func<JsonNode, bool> isIt)
    {
        while (true)
        {
            var next = await NextAsync();
            Assert.NotNull(next);
            if (isIt(next))
                return next;
        }
    }

    public Task SendAsync(string words) => _socket.SendAsync(Encoding.UTF8.GetBytes(words), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>Says goodbye, and waits for the server's.</summary>
    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, new CancellationTokenSource(Patience).Token);

    /// <summary>Pulls the plug.</summary>
    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();
    }

    private async Task<string?> FrameAsync()
    {
        using var frame = new MemoryStream();
        var buffer = new byte[4096];
        using var giveUp = new CancellationTokenSource(Patience);
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, giveUp.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            frame.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(frame.ToArray());
        }
    }
}
