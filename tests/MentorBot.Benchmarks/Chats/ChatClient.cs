using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace MentorBot.Benchmarks.Chats;

/// <summary>Somebody in a web chat: one Direct Line conversation, with its socket open.</summary>
internal sealed class ChatClient : IDisposable
{
    private const int LongestFrame = 64 * 1024;

    private readonly HttpClient _http;
    private readonly ClientWebSocket _socket = new();
    private readonly AuthenticationHeaderValue _token;
    private readonly string _id;
    private TaskCompletionSource<DateTimeOffset>? _reply;

    private ChatClient(HttpClient http, string id, string token) => (_http, _id, _token) = (http, id, new("Bearer", token));

    /// <summary>Begins a conversation and opens its socket.</summary>
    public static async Task<ChatClient> OpenAsync(HttpClient http, string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v3/directline/conversations") { Headers = { Authorization = new("Bearer", secret) } };
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var started = (await response.Content.ReadFromJsonAsync<Started>())!;
        var client = new ChatClient(http, started.ConversationId, started.Token);
        client._socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        await client._socket.ConnectAsync(new Uri(started.StreamUrl), CancellationToken.None);
        _ = client.ListenAsync();
        return client;
    }

    /// <summary>Says something.</summary>
    /// <returns>When the first reply came by the socket.</returns>
    public async Task<DateTimeOffset> SayAsync(string text, TimeSpan patience)
    {
        var reply = _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"v3/directline/conversations/{_id}/activities")
        {
            Headers = { Authorization = _token },
            Content = JsonContent.Create(new { type = "message", text, from = new { id = "dl_somebody" } }),
        };
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await reply.Task.WaitAsync(patience, TimeProvider.System);
    }

    public void Dispose() => _socket.Dispose();

    private async Task ListenAsync()
    {
        var frame = new byte[1024];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult got;
            do
            {
                if (length == frame.Length) Array.Resize(ref frame, Math.Min(length * 2, LongestFrame));
                got = await _socket.ReceiveAsync(frame.AsMemory(length), CancellationToken.None);
                length += got.Count;
            }
            while (!got.EndOfMessage);

            if (got.MessageType == WebSocketMessageType.Close) _reply?.TrySetException(new IOException("The server closed a socket."));
            if (got.MessageType == WebSocketMessageType.Close) return;
            if (length > 0 && HoldsReply(frame.AsMemory(0, length))) _reply?.TrySetResult(TimeProvider.System.GetUtcNow());
        }
    }

    // The echo of her own words comes by the same socket.
    private static bool HoldsReply(ReadOnlyMemory<byte> frame)
    {
        using var json = JsonDocument.Parse(frame);
        return json.RootElement.GetProperty("activities").EnumerateArray()
            .Any(activity => activity.GetProperty("type").ValueEquals("message") && activity.GetProperty("from").GetProperty("role").ValueEquals("bot"));
    }

    private sealed record Started(string ConversationId, string Token, string StreamUrl);
}
