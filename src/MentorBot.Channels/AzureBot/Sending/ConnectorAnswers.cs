using System.Net;
using System.Text.Json;
using MentorBot.BotFramework;

namespace MentorBot.Channels.AzureBot;

/// <summary>Reads a Connector's answer to an activity.</summary>
internal static class ConnectorAnswers
{
    /// <summary>How long to wait where a Connector does not say: the outbox's own pace would start at two seconds.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private const int LongestCode = 40;

    /// <summary>What became of the message.</summary>
    /// <param name="status">The status.</param>
    /// <param name="code">The error's code, if the body told one.</param>
    /// <param name="retryAfter">What the Retry-After header says.</param>
    public static Delivery Read(HttpStatusCode status, string? code, TimeSpan? retryAfter)
    {
        code ??= $"http-{(int)status}";
        return status switch
        {
            >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout => Delivery.Uncertain(code),
            // 412: two sent to one conversation at once; Teams wants it tried again.
            HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed => Delivery.TryLater(code, retryAfter ?? Soon),
            HttpStatusCode.Unauthorized => Delivery.Refused(DeliveryOutcome.StopSender, code),
            // The bot was blocked or taken out of the conversation, or the conversation is gone.
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound => Delivery.Refused(DeliveryOutcome.AddressUnusable, code),
            _ => Delivery.Refused(DeliveryOutcome.Rejected, code),
        };
    }

    /// <summary>The code of an error, as <c>{"error":{"code":"BotNotInConversationRoster"}}</c> tells it; null if there is none that is plainly a code.</summary>
    public static string? Code(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String ? Plain(code.GetString()!) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Codes are names. Whatever else stands there might name somebody.
    private static string? Plain(string code) => code.Length is > 0 and <= LongestCode && code.All(char.IsAsciiLetter) ? code : null;
}
