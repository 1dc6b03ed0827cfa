using System.Text;
using System.Text.Json.Nodes;
using MentorBot.BotFramework;
using MentorBot.Channels.Telegram;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.Telegram;

/// <summary>The bot, its settings and the messages that these tests share.</summary>
internal static class Bot
{
    public const string FileLinks = "https://bot.example.org/channels/telegram/files/";

    public static readonly string JoansChat = FakeTelegramUpdates.ChatOf(Cast.Joan).ToString();

    public static TelegramSettings Settings(string? apiBaseUrl = null) => new()
    {
        BotToken = FakeTelegram.Token,
        ApiBaseUrl = apiBaseUrl ?? "https://api.telegram.org",
        WebhookSecret = FakeTelegram.Secret,
        PublicUrl = "https://bot.example.org",
    };

    /// <summary>A reader whose links show what was sealed.</summary>
    public static TelegramReader Reader { get; } = new(Settings(), (contentType, fileId) => $"{FileLinks}{contentType}/{fileId}");

    public static TelegramArrival Read(JsonObject update, long id = 5)
    {
        var numbered = (JsonObject)update.DeepClone();
        numbered["update_id"] = id;
        return Reader.Read(Encoding.UTF8.GetBytes(numbered.ToJsonString()));
    }

    public static OutgoingMessage Message(string text, DateTimeOffset lastTriedAt = default, Person? to = null) =>
        new(Guid.NewGuid(), FakeTelegramUpdates.ChatOf(to ?? Cast.Joan).ToString(), FakeTelegram.BotId, MessageFactory.Text(text), lastTriedAt);
}
