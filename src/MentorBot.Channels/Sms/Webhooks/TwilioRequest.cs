using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MentorBot.Channels.Sms;

/// <summary>What the checks need of an HTTP request, untouched by any framework's decoding.</summary>
public sealed class TwilioRequest
{
    /// <summary>The raw path and query, exactly as received.</summary>
    public required string PathAndQuery { get; init; }

    /// <summary>The Content-Type header.</summary>
    public string? ContentType { get; init; }

    /// <summary>The X-Twilio-Signature header.</summary>
    public string? Signature { get; init; }

    /// <summary>The raw body; longer than <see cref="TwilioForm.MaxBytes"/> means too large, and the rest was not read.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Takes what is needed from a request, reading no more of its body than is allowed.</summary>
    public static async ValueTask<TwilioRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new()
        {
            PathAndQuery = RawTarget(request),
            ContentType = request.ContentType,
            Signature = request.Headers["X-Twilio-Signature"],
            Body = await ReadBodyAsync(request, cancellationToken),
        };
    }

    /// <summary>The type's name and nothing else: the request holds a number and words.</summary>
    public override string ToString() => nameof(TwilioRequest);

    // The decoded path would not do: the signature covers the escapes as they were sent.
    private static string RawTarget(HttpRequest request)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget;
        return string.IsNullOrEmpty(target) ? request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + request.QueryString : target;
    }

    private static async ValueTask<byte[]> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.IsCompleted || read.Buffer.Length > TwilioForm.MaxBytes)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
