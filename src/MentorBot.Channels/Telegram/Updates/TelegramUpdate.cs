using System.Text.Json.Serialization;

namespace MentorBot.Channels.Telegram;

// What we read of Telegram's updates (https://core.telegram.org/bots/api#update). Names of people are left out: what is not read cannot leak.
// Ids need up to 52 bits. Fields and kinds that we do not know are passed over.

internal sealed record TelegramChat(long Id, string? Type = null)
{
    public bool IsPrivate => Type == "private";
}

// Of whoever wrote only the language that Telegram speaks with her.
internal sealed record TelegramWriter(string? LanguageCode = null);

internal sealed record TelegramMessage
{
    public required TelegramChat Chat { get; init; }

    public TelegramWriter? From { get; init; }

    public required long Date { get; init; }

    public string? Text { get; init; }

    public string? Caption { get; init; }

    public IReadOnlyList<TelegramFile>? Photo { get; init; }

    public TelegramFile? Voice { get; init; }

    public TelegramFile? Audio { get; init; }

    public TelegramFile? Video { get; init; }

    public TelegramFile? VideoNote { get; init; }

    public TelegramFile? Animation { get; init; }

    public TelegramFile? Document { get; init; }

    public TelegramSticker? Sticker { get; init; }

    // Said something, but in no form that we can read. What is in them is not looked at.
    public TelegramThing? Contact { get; init; }

    public TelegramThing? Location { get; init; }

    public TelegramThing? Venue { get; init; }

    public TelegramThing? Poll { get; init; }

    public TelegramThing? Dice { get; init; }

    public TelegramThing? Story { get; init; }

    public TelegramKeyboard? ReplyMarkup { get; init; }
}

internal sealed record TelegramFile
{
    public required string FileId { get; init; }

    public long? FileSize { get; init; }

    public string? MimeType { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }
}

internal sealed record TelegramSticker(string? Emoji = null);

internal sealed record TelegramThing;

internal sealed record TelegramKeyboard(IReadOnlyList<IReadOnlyList<TelegramButton>>? InlineKeyboard = null);

internal sealed record TelegramCallback
{
    public required string Id { get; init; }

    public TelegramMessage? Message { get; init; }

    public string? Data { get; init; }
}

internal sealed record TelegramMembership
{
    public required TelegramChat Chat { get; init; }

    public required long Date { get; init; }

    public required TelegramMember NewChatMember { get; init; }
}

internal sealed record TelegramMember(string? Status = null);

/// <summary>The serialiser's ready-made knowledge of what goes to and comes from Telegram.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TelegramMessage))]
[JsonSerializable(typeof(TelegramCallback))]
[JsonSerializable(typeof(TelegramMembership))]
[JsonSerializable(typeof(TelegramStored))]
[JsonSerializable(typeof(TelegramSend))]
[JsonSerializable(typeof(TelegramAction))]
[JsonSerializable(typeof(TelegramPoll))]
[JsonSerializable(typeof(TelegramWebhookCall))]
[JsonSerializable(typeof(TelegramCommandList))]
[JsonSerializable(typeof(TelegramPress))]
[JsonSerializable(typeof(TelegramFileWish))]
[JsonSerializable(typeof(IReadOnlyList<TelegramEntity>))]
internal sealed partial class TelegramJson : JsonSerializerContext;
