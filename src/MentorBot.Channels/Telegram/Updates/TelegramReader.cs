using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MentorBot.Channels.Telegram;

/// <summary>Reads Telegram's updates, whether they were posted or fetched.</summary>
/// <param name="settings">The bot.</param>
/// <param name="fileLink">Makes an address of ours from a file's content type and Telegram's id for it: Telegram's own link would hold the token.</param>
public sealed class TelegramReader(TelegramSettings settings, Func<string, string, string> fileLink)
{
    private const string Update = "update";

    private readonly TelegramTalk _talk = new(settings.BotId, fileLink);

    /// <summary>Reads the body of a post. Never throws for what it holds.</summary>
    public TelegramArrival Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return new() { Unreadable = Update };
        }
    }

    /// <summary>Reads one of the updates that were fetched. Never throws for what it holds.</summary>
    public TelegramArrival Read(JsonElement update)
    {
        if (update.ValueKind != JsonValueKind.Object || !update.TryGetProperty("update_id", out var number) || number.ValueKind != JsonValueKind.Number || !number.TryGetInt64(out var id))
            return new() { Unreadable = Update };
        return ReadKind(update, id) with { UpdateId = id };
    }

    // An edit of what was answered already, a reaction and whatever else there may be one day are nothing to us.
    private TelegramArrival ReadKind(JsonElement update, long id)
    {
        if (update.TryGetProperty("message", out var message))
            return Read(message, "message", TelegramJson.Default.TelegramMessage, said => new() { Message = _talk.Said(id, said) });
        if (update.TryGetProperty("callback_query", out var press))
            return Read(press, "callback_query", TelegramJson.Default.TelegramCallback, pressed => new() { Message = _talk.Pressed(id, pressed), CallbackQueryId = pressed.Id });
        if (update.TryGetProperty("my_chat_member", out var member))
            return Read(member, "my_chat_member", TelegramJson.Default.TelegramMembership, news => new() { Message = _talk.Changed(id, news) });
        return new();
    }

    private static TelegramArrival Read<T>(JsonElement element, string kind, JsonTypeInfo<T> type, Func<T, TelegramArrival> read)
        where T : class
    {
        try
        {
            return element.Deserialize(type) is { } known ? read(known) : new() { Unreadable = kind };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException or ArgumentOutOfRangeException)
        {
            // Required things that are missing or null, text that is no Unicode, a date beyond the calendar.
            return new() { Unreadable = kind };
        }
    }
}
