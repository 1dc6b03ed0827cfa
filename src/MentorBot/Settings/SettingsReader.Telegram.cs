using MentorBot.Channels.Telegram;

namespace MentorBot.Settings;

internal sealed partial class SettingsReader
{
    private TelegramSettings ReadTelegram()
    {
        var telegram = new TelegramSettings
        {
            BotToken = Text("Telegram:BotToken"),
            WebhookSecret = Text("Telegram:WebhookSecret"),
            PublicUrl = Text("PublicUrl"),
        };
        telegram.ApiBaseUrl = Text("Telegram:ApiBaseUrl") ?? telegram.ApiBaseUrl;
        telegram.Mode = ReadMode();
        _problems.AddRange(telegram.Validate());
        return telegram;
    }

    private TelegramMode ReadMode()
    {
        var text = Text("Telegram:Mode");
        if (text is null) return TelegramMode.Polling;
        if (Enum.TryParse<TelegramMode>(text, ignoreCase: true, out var mode) && !char.IsAsciiDigit(text[0])) return mode;

        Problem("Telegram:Mode", "it is no way to get updates", "Polling or Webhook");
        return TelegramMode.Polling;
    }
}
