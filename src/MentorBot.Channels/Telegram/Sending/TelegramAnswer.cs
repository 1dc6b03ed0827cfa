using System.Text.Json;

namespace MentorBot.Channels.Telegram;

/// <summary>How a call of the Bot API ended.</summary>
internal enum TelegramEnd
{
    /// <summary>Telegram answered, yes or no.</summary>
    Answered,

    /// <summary>No connection was made, so nothing was asked.</summary>
    NeverConnected,

    /// <summary>The connection or the answer was lost after asking.</summary>
    Lost,

    /// <summary>There was no answer in time.</summary>
    TimedOut,

    /// <summary>We gave up waiting ourselves.</summary>
    Cancelled,
}

/// <summary>What came of one call of the Bot API. It holds nothing that may not be logged but <see cref="Result"/>.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Status">The error code of the answer, or else its HTTP status; 0 without an answer.</param>
internal sealed record TelegramAnswer(TelegramEnd End, int Status = 0)
{
    /// <summary>The wait that Telegram asks for is counted from a little before its answer comes: half a second more is sure to be enough.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(0.5);

    /// <summary>Whether Telegram said yes.</summary>
    public bool IsOk { get; init; }

    /// <summary>Whether Telegram's own JSON was in the answer, and not a gateway's page.</summary>
    public bool IsJson { get; init; }

    /// <summary>What Telegram gave; undefined without a yes.</summary>
    public JsonElement Result { get; init; }

    /// <summary>Telegram's words for an error, in small letters. They are for telling errors apart: never log them.</summary>
    public string Description { get; init; } = "";

    /// <summary>How long to ask nothing more; null if Telegram did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The id that a chat has now; null unless it has moved.</summary>
    public long? MigrateToChatId { get; init; }

    /// <summary>Reads the body of an answer.</summary>
    public static TelegramAnswer Read(int status, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("ok", out var ok) && ok.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? Read(status, root)
                : new(TelegramEnd.Answered, status);
        }
        catch (JsonException)
        {
            // A page for people, or an answer cut short.
            return new(TelegramEnd.Answered, status);
        }
    }

    /// <summary>The type and the status: the rest may hold what people wrote.</summary>
    public override string ToString() => $"{End} {Status}";

    private static TelegramAnswer Read(int status, JsonElement root)
    {
        var more = root.TryGetProperty("parameters", out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
        return new(TelegramEnd.Answered, (int?)Number(root, "error_code") ?? status)
        {
            IsJson = true,
            IsOk = root.GetProperty("ok").GetBoolean(),
            Result = root.TryGetProperty("result", out var result) ? result.Clone() : default,
            Description = root.TryGetProperty("description", out var words) && words.ValueKind == JsonValueKind.String ? words.GetString()!.ToLowerInvariant() : "",
            RetryAfter = Number(more, "retry_after") is { } seconds and >= 0 ? TimeSpan.FromSeconds(seconds) + Margin : null,
            MigrateToChatId = Number(more, "migrate_to_chat_id"),
        };
    }

    private static long? Number(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : null;
}
