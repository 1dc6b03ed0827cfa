using MentorBot.Channels.Telegram;

namespace MentorBot.Channels.Tests.Telegram;

public sealed class TelegramSettingsTests
{
    // What is set, and the setting that is wrong then; nothing if all is well.
    public static TheoryData<string, string> Cases => new()
    {
        { "nothing", "" },
        { "good", "" },
        { "good webhook", "" },
        { "local api", "" },
        { "secret alone", "MentorBot:Telegram:BotToken" },
        { "webhook alone", "MentorBot:Telegram:BotToken" },
        { "token without colon", "MentorBot:Telegram:BotToken" },
        { "token with path", "MentorBot:Telegram:BotToken" },
        { "token with space", "MentorBot:Telegram:BotToken" },
        { "unsafe api", "MentorBot:Telegram:ApiBaseUrl" },
        { "no secret", "MentorBot:Telegram:WebhookSecret" },
        { "secret with space", "MentorBot:Telegram:WebhookSecret" },
        { "long secret", "MentorBot:Telegram:WebhookSecret" },
        { "no public url", "MentorBot:PublicUrl" },
        { "plain public url", "MentorBot:PublicUrl" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_wrong_setting_is_named(string what, string key)
    {
        var settings = what is "nothing" or "secret alone" or "webhook alone" ? new() : Bot.Settings();
        Change(settings, what);

        Assert.Equal(key.Length == 0 ? [] : [key], settings.Validate().Select(problem => problem.Key));
    }

    [Fact]
    public void Settings_show_no_secret()
    {
        Assert.Equal("TelegramSettings { IsConfigured = True }", Bot.Settings().ToString());
    }

    private static void Change(TelegramSettings s, string what)
    {
        s.Mode = what.Contains("webhook", StringComparison.Ordinal) || what.Contains("secret", StringComparison.Ordinal) || what.Contains("public", StringComparison.Ordinal)
            ? TelegramMode.Webhook
            : TelegramMode.Polling;
        (s.BotToken, s.ApiBaseUrl, s.WebhookSecret, s.PublicUrl) = what switch
        {
            "secret alone" => (null, s.ApiBaseUrl, "abc", null),
            "local api" => (s.BotToken, "http://127.0.0.1:8081", s.WebhookSecret, s.PublicUrl),
            "token without colon" => ("123456", s.ApiBaseUrl, s.WebhookSecret, s.PublicUrl),
            "token with path" => ("123:abc/../x", s.ApiBaseUrl, s.WebhookSecret, s.PublicUrl),
            "token with space" => ("123:abc def", s.ApiBaseUrl, s.WebhookSecret, s.PublicUrl),
            "unsafe api" => (s.BotToken, "http://api.example.org", s.WebhookSecret, s.PublicUrl),
            "no secret" => (s.BotToken, s.ApiBaseUrl, null, s.PublicUrl),
            "secret with space" => (s.BotToken, s.ApiBaseUrl, "a b", s.PublicUrl),
            "long secret" => (s.BotToken, s.ApiBaseUrl, new string('a', 257), s.PublicUrl),
            "no public url" => (s.BotToken, s.ApiBaseUrl, s.WebhookSecret, null),
            "plain public url" => (s.BotToken, s.ApiBaseUrl, s.WebhookSecret, "http://bot.example.org"),
            _ => (s.BotToken, s.ApiBaseUrl, s.WebhookSecret, s.PublicUrl),
        };
    }
}
