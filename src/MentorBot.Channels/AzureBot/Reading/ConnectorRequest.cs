using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace MentorBot.Channels.AzureBot;

/// <summary>What the checks need of a request to <c>/api/messages</c>.</summary>
public sealed class ConnectorRequest
{
    /// <summary>The largest activity read, in bytes: 256 KiB, the most that the Bot Framework lets through.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>The Authorization header.</summary>
    public string? Authorization { get; init; }

    /// <summary>The Content-Type header.</summary>
    public string? ContentType { get; init; }

    /// <summary>Whether it came from this machine, by the connection itself: what a proxy passed on, on whosever behalf, did not.</summary>
    public bool IsFromLoopback { get; init; }

    /// <summary>The raw body; longer than <see cref="MaxBytes"/> means too large, and the rest was not read.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Takes what is needed from a request, reading no more of its body than is allowed.</summary>
    public static async ValueTask<ConnectorRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new()
        {
            Authorization = request.Headers.Authorization,
            ContentType = request.ContentType,
            IsFromLoopback = IsFromThisMachine(request),
            Body = await ReadBodyAsync(request, cancellationToken),
        };
    }

    /// <summary>The type's name and nothing else: the request holds a token, ids and words.</summary>
    public override string ToString() => nameof(ConnectorRequest);

    // The address may be what X-Forwarded-For said. The framework then leaves the connection's own in X-Original-For, and what it did not believe where it was.
    private static bool IsFromThisMachine(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller)
        && !request.Headers.ContainsKey("X-Forwarded-For") && !request.Headers.ContainsKey("X-Original-For");

    private static async ValueTask<byte[]> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.IsCompleted || read.Buffer.Length > MaxBytes)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
