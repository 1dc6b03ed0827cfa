namespace MentorBot.Channels.Telegram;

// What we ask of the Bot API (https://core.telegram.org/bots/api#available-methods), one record a method.

/// <summary><c>sendMessage</c>. There is no <c>parse_mode</c>: one missed escape would fail the whole message, so what is bold is told by place.</summary>
internal sealed record TelegramSend(long ChatId, string Text)
{
    public IReadOnlyList<TelegramEntity>? Entities { get; init; }

    public TelegramPreview LinkPreviewOptions { get; } = new(IsDisabled: true);

    public TelegramKeyboard? ReplyMarkup { get; init; }
}

/// <summary><c>sendChatAction</c>: what we are doing in a chat.</summary>
internal sealed record TelegramAction(long ChatId, string Action);

internal sealed record TelegramPreview(bool IsDisabled);

/// <summary>What a part of a text looks like. Offset and length are in UTF-16 units.</summary>
internal sealed record TelegramEntity(string Type, int Offset, int Length, string? Url = null);

/// <summary>A button below a message: it sends its data back, or opens a page.</summary>
internal sealed record TelegramButton(string Text, string? CallbackData = null, string? Url = null);

/// <summary><c>getUpdates</c>: waits up to so many seconds for updates from an offset on, and confirms all before it.</summary>
internal sealed record TelegramPoll(long? Offset, int Limit, int Timeout)
{
    public IReadOnlyList<string> AllowedUpdates { get; } = TelegramKinds.Wanted;
}

/// <summary><c>setWebhook</c>. What waits is never dropped: people wrote it.</summary>
internal sealed record TelegramWebhookCall(string Url, string SecretToken)
{
    public IReadOnlyList<string> AllowedUpdates { get; } = TelegramKinds.Wanted;
}

/// <summary><c>answerCallbackQuery</c>, as a call of its own or, with its name, as the answer to a posted update.</summary>
internal sealed record TelegramPress(string CallbackQueryId)
{
    public string? Method { get; init; }
}

/// <summary><c>setMyCommands</c>.</summary>
internal sealed record TelegramCommandList(IReadOnlyList<TelegramCommand> Commands, string? LanguageCode);

/// <summary>A command as Telegram lists it.</summary>
/// <param name="Command">1 to 32 small letters, digits and underscores, without the slash.</param>
/// <param name="Description">What it does, at most 256 characters.</param>
public sealed record TelegramCommand(string Command, string Description);

/// <summary><c>getFile</c>.</summary>
internal sealed record TelegramFileWish(string FileId);

/// <summary>Where a file lies on Telegram's side for an hour at least. The path is no secret, but the link made of it holds the token.</summary>
internal sealed record TelegramStored(string? FilePath = null, long? FileSize = null);

/// <summary>The kinds of updates that we ask for, always by name: Telegram keeps what was asked last.</summary>
internal static class TelegramKinds
{
    public static IReadOnlyList<string> Wanted { get; } = ["message", "edited_message", "callback_query", "my_chat_member"];
}
