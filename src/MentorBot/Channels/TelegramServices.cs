using MentorBot.BotFramework;
using MentorBot.Channels.Telegram;
using MentorBot.Settings;
using MentorBot.Workers;
using Microsoft.AspNetCore.DataProtection;

namespace MentorBot.Channels;

/// <summary>Adds Telegram, where it is configured.</summary>
internal static class TelegramServices
{
    /// <summary>Adds the way out, which every command needs.</summary>
    public static IServiceCollection AddTelegram(this IServiceCollection services, MentorBotSettings settings)
    {
        services.AddSingleton(settings.Telegram);
        return settings.Telegram.IsConfigured
            ? services.AddSingleton<IChannel>(provider => new TelegramChannel(settings.Telegram, Client, TimeProvider.System, LogOf<TelegramChannel>(provider)))
            : services;
    }

    /// <summary>Adds the way in, which only serving needs.</summary>
    public static IServiceCollection AddTelegramWeb(this IServiceCollection services, MentorBotSettings settings)
    {
        var telegram = settings.Telegram;
        if (!telegram.IsConfigured) return services;

        services.AddSingleton(provider => new TelegramTickets(provider.GetRequiredService<IDataProtectionProvider>(), settings.PublicUrl, settings.KeepWordsFor))
            .AddSingleton(provider => new TelegramReader(telegram, provider.GetRequiredService<TelegramTickets>().LinkTo))
            .AddSingleton(new TelegramFiles(telegram, Client, TimeProvider.System))
            .AddSingleton(provider => new TelegramSetUp(telegram, Client, TimeProvider.System, LogOf<TelegramSetUp>(provider)))
            .AddSingleton<TelegramDoor>()
            .AddHostedService<TelegramSetUpWorker>();
        return telegram.Mode == TelegramMode.Webhook ? services : services
            .AddSingleton(provider => new TelegramPolling(telegram, provider.GetRequiredService<TelegramReader>(), Client, TimeProvider.System, LogOf<TelegramPolling>(provider)))
            .AddHostedService<TelegramPoller>();
    }

    private static HttpClient Client { get; } = TelegramChannel.CreateClient();

    private static ILogger<T> LogOf<T>(IServiceProvider provider) => provider.GetRequiredService<ILogger<T>>();
}
