using System.Text.RegularExpressions;
using MentorBot.Tests.DirectLine;

namespace MentorBot.Tests.Telegram;

/// <summary>Somebody in a web chat opens the link to our bot on Telegram.</summary>
public sealed partial class DeepLinkTests
{
    private const int EnoughTries = 20;

    [Fact]
    public async Task The_link_that_a_web_chat_shows_sends_the_code_on_Telegram_and_takes_a_yes_in_the_web_chat()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        await using var program = new WithTelegram(telegram);
        await program.InitializeAsync();
        var (chat, joan) = (await program.BeginAsync(), Cast.Stranger());

        var link = await LinkInAsync(chat);
        using var start = await telegram.PostAsync(program.Http, FakeTelegramUpdates.Message(joan, $"/start {link.Groups["payload"].Value}"));
        await telegram.TakenForAsync(joan, 1);
        await UntilSaidAsync(chat, "Was that you?");
        await chat.SayAsync("1");

        await UntilSaidAsync(chat, "Your two chats are joined now.");
        Assert.Contains("Your two chats are joined now.", (await telegram.TakenForAsync(joan, 2))[1].Text, StringComparison.Ordinal);
    }

    /// <summary>Asks for a code until Telegram has told what our bot is called.</summary>
    private static async Task<Match> LinkInAsync(WireChat chat)
    {
        for (var tries = 1; tries <= EnoughTries; tries++)
        {
            await chat.SayAsync("link");
            var answer = (await chat.AnswersAsync(tries)).Last(WireChat.IsBots);
            if (Link().Match(WireChat.TextOf(answer)!) is { Success: true } link)
                return link;
        }
        throw new InvalidOperationException("There never was a link.");
    }

    private static async Task UntilSaidAsync(WireChat chat, string words)
    {
        using var socket = await chat.OpenAsync();
        await socket.UntilAsync(said => WireChat.TextOf(said)!.Contains(words, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^https://t\.me/mentor_bot\?start=(?<payload>link-[0-9]{6})$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    private sealed class WithTelegram(FakeTelegram telegram) : ChattedProgram
    {
        protected override IDictionary<string, string> Settings
        {
            get
            {
                var settings = base.Settings;
                foreach (var (key, value) in TelegrammedProgram.SettingsFor(telegram, "Webhook"))
                    settings[key] = value;
                return settings;
            }
        }
    }
}
