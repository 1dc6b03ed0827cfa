using MentorBot.Channels.Telegram;
using MentorBot.Dialogs.CommandLists;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Linking;

namespace MentorBot.Workers;

/// <summary>Tells Telegram at the start where we are and what people can ask for, and hears what our bot is called, as often as it takes. Nothing else waits for it.</summary>
internal sealed class TelegramSetUpWorker(TelegramSetUp setUp, TelegramSettings settings, Content content, TelegramLink link) : BackgroundService
{
    // Listed for everybody whose language is not listed for itself.
    private const string Usual = "en";

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        settings.Mode == TelegramMode.Webhook ? setUp.SetWebhookAsync(stoppingToken) : Task.CompletedTask,
        SetCommandsAsync(stoppingToken),
        FindNameAsync(stoppingToken));

    private async Task FindNameAsync(CancellationToken stopping) => link.BotName = await setUp.FindNameAsync(stopping);

    private async Task SetCommandsAsync(CancellationToken stopping)
    {
        foreach (var locale in content.Words.Locales)
        {
            var commands = CommandList.In(content, BotFramework.Channels.Telegram, locale);
            await setUp.SetCommandsAsync(locale == Usual ? null : locale, [.. commands.Select(c => new TelegramCommand(c.Word, c.Description))], stopping);
        }
    }
}
