using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using MentorBot.BotFramework;

namespace MentorBot.Channels.Sms;

/// <summary>Reads Twilio's answer to a send.</summary>
internal static class TwilioAnswers
{
    /// <summary>What became of the message. A failure inside Twilio, or a yes that cannot be read, leaves it uncertain.</summary>
    public static Delivery Read(HttpStatusCode status, ReadOnlyMemory<byte> body, TimeSpan? retryAfter)
    {
        var number = (int)status;
        if (number is >= 200 and < 300)
            return Sid(body) is { } sid ? Delivery.Accepted(sid) : Delivery.Uncertain("unreadable");
        if (number >= 500 || status == HttpStatusCode.RequestTimeout)
            return Delivery.Uncertain($"http-{number}");
        return ErrorCode(body) is { } code ? ByCode(status, code, retryAfter) : ByStatus(status, retryAfter);
    }

    private static Delivery ByCode(HttpStatusCode status, int code, TimeSpan? retryAfter)
    {
        if (TwilioErrors.IsKnown(code))
        {
            var error = TwilioErrors.Find(code);
            return Delivery.Refused(error.Outcome, code.ToString(), retryAfter ?? error.RetryAfter);
        }
        return status switch
        {
            HttpStatusCode.Unauthorized => Delivery.Refused(DeliveryOutcome.StopSender, code.ToString()),
            HttpStatusCode.TooManyRequests => Delivery.TryLater(code.ToString(), retryAfter),
            _ => Delivery.Refused(DeliveryOutcome.Rejected, code.ToString()),
        };
    }

    // Without a code it was hardly Twilio's API that answered, unless it is simply busy.
    private static Delivery ByStatus(HttpStatusCode status, TimeSpan? retryAfter)
    {
        var code = $"http-{(int)status}";
        return status switch
        {
            HttpStatusCode.TooManyRequests => Delivery.TryLater(code, retryAfter),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or < HttpStatusCode.BadRequest =>
                Delivery.Refused(DeliveryOutcome.StopSender, code),
            _ => Delivery.Refused(DeliveryOutcome.Rejected, code),
        };
    }

    private static string? Sid(ReadOnlyMemory<byte> body)
    {
        using var document = TryParse(body);
        return document is not null && document.RootElement.TryGetProperty("sid", out var sid) && sid.ValueKind == JsonValueKind.String
            && TwilioIds.IsId(sid.GetString()) ? sid.GetString() : null;
    }

    // Both the older {code, message, more_info, status} and the newer problem details (RFC 9457) carry the code at the top.
    private static int? ErrorCode(ReadOnlyMemory<byte> body)
    {
        using var document = TryParse(body);
        if (document is null || !document.RootElement.TryGetProperty("code", out var code))
            return null;
        return code.ValueKind switch
        {
            JsonValueKind.Number when code.TryGetInt32(out var number) => number,
            JsonValueKind.String when int.TryParse(code.GetString(), out var number) => number,
            _ => null,
        };
    }

    private static JsonDocument? TryParse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
        }
        catch (JsonException)
        {
            // A page for people, or an answer cut short.
        }
        return null;
    }
}

/// <summary>A page of Twilio's list of messages.</summary>
internal sealed record TwilioPage(IReadOnlyList<TwilioListed>? Messages, string? NextPageUri);

/// <summary>What the list tells of one message.</summary>
internal sealed record TwilioListed(string? Sid, string? To, string? Body, string? Direction, string? DateCreated);

/// <summary>The serialiser's ready-made knowledge of Twilio's lists.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TwilioPage))]
internal sealed partial class TwilioJson : JsonSerializerContext;
