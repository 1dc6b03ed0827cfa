using System.Text.Json;

namespace MentorBot.Channels.Telegram;

/// <summary>What an update that was posted is answered with: nothing, or a call that Telegram takes from the answer.</summary>
public static class TelegramReply
{
    /// <summary>The call that tells Telegram that a button press was seen, as JSON in UTF-8.</summary>
    public static ReadOnlyMemory<byte> ToPress(string callbackQueryId) =>
        JsonSerializer.SerializeToUtf8Bytes(new(callbackQueryId) { Method = "answerCallbackQuery" }, TelegramJson.Default.TelegramPress);
}
