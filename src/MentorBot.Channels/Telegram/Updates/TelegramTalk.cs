using System.Globalization;
using System.Text.Json.Nodes;
using MentorBot.BotFramework;

namespace MentorBot.Channels.Telegram;

/// <summary>Turns what was read of an update into a message that can be answered; null where there is nothing to answer.</summary>
/// <remarks>
/// Only private chats talk. The chat's id goes into <see cref="IncomingMessage.Address"/> and nowhere else; names were never read.
/// Another bot may count its updates from the same numbers, so the bot's own id is part of each message's id.
/// </remarks>
internal sealed class TelegramTalk(string botId, Func<string, string, string> fileLink)
{
    // What a press means when its buttons cannot be seen any more: what can I do here?
    private const string Lost = "menu";

    private readonly TelegramMedia _media = new(fileLink);

    public IncomingMessage? Said(long updateId, TelegramMessage message)
    {
        if (!message.Chat.IsPrivate || !IsTalk(message))
            return null;
        var (text, payload) = TelegramCommandText.Read(message.Text ?? message.Caption ?? message.Sticker?.Emoji ?? "");
        return NewMessage(updateId, message.Chat, new(ActivityTypes.Message)
        {
            Text = text,
            TextFormat = TextFormatTypes.Plain,
            Locale = message.From?.LanguageCode,
            Value = payload is null ? null : JsonValue.Create(payload),
            Attachments = _media.Of(message),
            Timestamp = DateTimeOffset.FromUnixTimeSeconds(message.Date),
        });
    }

    /// <summary>A button says its words, as if she had written them. It carries no words itself: they are found on the message that it is part of.</summary>
    public IncomingMessage? Pressed(long updateId, TelegramCallback press)
    {
        if (press.Message is not { Chat.IsPrivate: true } message)
            return null;
        return NewMessage(updateId, message.Chat, new(ActivityTypes.Message) { Text = Label(message, press.Data) ?? Lost, TextFormat = TextFormatTypes.Plain });
    }

    /// <summary>She has blocked the bot, or lets it in again.</summary>
    public IncomingMessage? Changed(long updateId, TelegramMembership news) => !news.Chat.IsPrivate ? null : NewMessage(updateId, news.Chat, new(ActivityTypes.InstallationUpdate)
    {
        Action = news.NewChatMember.Status is "kicked" or "left" ? "remove" : "add",
        Timestamp = DateTimeOffset.FromUnixTimeSeconds(news.Date),
    });

    // Telegram tells of pinned messages, timers and the like in the same way; nobody said those.
    private static bool IsTalk(TelegramMessage m) =>
        m.Text is not null || m.Caption is not null || m.Sticker is not null || TelegramMedia.IsIn(m)
        || (m.Contact ?? m.Location ?? m.Venue ?? m.Poll ?? m.Dice ?? m.Story) is not null;

    private static string? Label(TelegramMessage message, string? data) => data is null
        ? null
        : message.ReplyMarkup?.InlineKeyboard?.SelectMany(row => row).FirstOrDefault(button => button.CallbackData == data)?.Text;

    private IncomingMessage NewMessage(long updateId, TelegramChat chat, Activity activity)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{botId}:{updateId}");
        (activity.Id, activity.ChannelId) = (id, BotFramework.Channels.Telegram);
        return new(BotFramework.Channels.Telegram, id, chat.Id.ToString(CultureInfo.InvariantCulture), botId, activity);
    }
}
