using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MentorBot.Benchmarks.Texting;

/// <summary>One kept-open HTTP/1.1 connection that posts ready-made requests, one after the other.</summary>
/// <remarks>Written by hand because it shares the cores with what it measures.</remarks>
internal sealed class WebhookConnection(int port) : IDisposable
{
    private const int LongestHead = 8 * 1024;
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);

    private readonly byte[] _buffer = new byte[LongestHead];
    private Socket? _socket;

    /// <summary>Posts a request.</summary>
    /// <returns>The status of the answer, or null when there was none: no connection, one that broke, or nothing within the 15 s that Twilio waits.</returns>
    public async Task<int?> PostAsync(ReadOnlyMemory<byte> request)
    {
        using var timeout = new CancellationTokenSource(AnswerWithin, TimeProvider.System);
        try
        {
            var socket = _socket ??= await ConnectAsync(timeout.Token);
            for (var sent = 0; sent < request.Length;) sent += await socket.SendAsync(request[sent..], timeout.Token);
            return await ReadStatusAsync(socket, timeout.Token);
        }
        catch (Exception error) when (error is SocketException or IOException or OperationCanceledException)
        {
            Dispose();
            return null;
        }
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<int> ReadStatusAsync(Socket socket, CancellationToken cancellationToken)
    {
        var read = 0;
        while (true)
        {
            var got = await socket.ReceiveAsync(_buffer.AsMemory(read), cancellationToken);
            if (got == 0) throw new IOException("The connection ended before the answer did.");
            read += got;
            if (IsWhole(_buffer.AsSpan(0, read))) return int.Parse(Encoding.ASCII.GetString(_buffer, "HTTP/1.1 ".Length, 3));
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;

        var head = answer[..(end + 2)];
        var length = head.IndexOf("Content-Length: "u8);
        if (length < 0) throw new IOException("The answer does not say how long it is.");
        var digits = head[(length + "Content-Length: ".Length)..];
        return answer.Length >= end + 4 + int.Parse(digits[..digits.IndexOf((byte)'\r')]);
    }
}
