using MentorBot.BotFramework;

namespace MentorBot.Channels.Telegram;

/// <summary>What one update of Telegram's comes to. Whatever it is, it is acknowledged once it is dealt with, for the next one waits behind it.</summary>
public sealed record TelegramArrival
{
    /// <summary>The update's id; null if not even that could be read.</summary>
    public long? UpdateId { get; init; }

    /// <summary>What a mentee said or did; null if there is nothing to do.</summary>
    public IncomingMessage? Message { get; init; }

    /// <summary>The button press that Telegram waits to hear of (<c>answerCallbackQuery</c>); null if none was pressed.</summary>
    public string? CallbackQueryId { get; init; }

    /// <summary>What could not be read: the name of a kind of update, such as <c>message</c>. Null if all was well. It is set aside, and an operator told.</summary>
    public string? Unreadable { get; init; }
}
