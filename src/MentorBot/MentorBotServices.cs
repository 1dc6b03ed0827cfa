using MentorBot.BotFramework;
using MentorBot.Channels;
using MentorBot.Channels.AzureBot;
using MentorBot.Channels.DirectLine;
using MentorBot.Channels.Sms;
using MentorBot.Channels.WebChat;
using MentorBot.Desk;
using MentorBot.Dialogs;
using MentorBot.Dialogs.Bookings;
using MentorBot.Dialogs.Library;
using MentorBot.FrontPage;
using MentorBot.Health;
using MentorBot.Mentoring;
using MentorBot.Mentoring.Privacy;
using MentorBot.Settings;
using MentorBot.Try;
using MentorBot.Web;
using MentorBot.Workers;
using Microsoft.AspNetCore.DataProtection;

namespace MentorBot;

/// <summary>Puts the program together.</summary>
internal static class MentorBotServices
{
    /// <summary>Adds what every command needs: the features, the dialogs and the channels.</summary>
    public static IServiceCollection AddMentorBot(this IServiceCollection services, MentorBotSettings settings, Content content) => services
        .AddMentoring(settings.Database, KeyFile.ReadOrCreate(settings.KeysDirectory), settings.KeepWordsFor)
        .AddDialogs(content, new VideoRooms(settings.VideoUrl))
        .AddClock(settings)
        .AddSms(settings)
        .AddTelegram(settings)
        .AddAzureBot(settings.AzureBot)
        .AddSingleton<OpenChats>()
        .AddSingleton<IChannel, WebChatChannel>();

    /// <summary>Adds what serving needs: workers, pages, health.</summary>
    public static IServiceCollection AddMentorBotWeb(this IServiceCollection services, MentorBotSettings settings)
    {
        services.AddHostedService<PartitionWorker>().AddHostedService<TurnWorker>().AddHostedService<DeliveryWorker>().AddHostedService<HandoffWorker>().AddHostedService<BookingWorker>().AddHostedService<GroupWorker>().AddHostedService<RetentionWorker>()
            .AddHostedService<StorageWorker>().AddHostedService<ChatNewsWorker>();
        services.AddHealthChecks().AddCheck<ReadinessCheck>("ready");
        services.AddRazorPages();
        services.AddCookieKeys(settings);
        services.AddErrors();
        // In every environment a body that cannot be read is answered by problem details: see Errors.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddAsker(settings.TrustedProxies).AddDirectLine(settings.WebChat).AddChatPage().AddCompression().AddDesk().AddDeskTalks();
        services.AddSingleton(settings);
        services.AddTelegramWeb(settings);
        if (settings.TryEnabled) services.AddSingleton<TryScreen>().AddSingleton<TryPhone>().AddSingleton<TryTelegram>().AddSingleton<TryClock>();
        return services;
    }

    private static void AddCookieKeys(this IServiceCollection services, MentorBotSettings settings)
    {
        services.AddDataProtection().SetApplicationName("MentorBot").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.KeysDirectory, "data-protection")));
        // Pages add a service that reads them at every start. They are read when the first cookie needs them: whoever only texts is spared the time and the memory.
        services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Namespace?.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal) == true));
    }

    private static IServiceCollection AddClock(this IServiceCollection services, MentorBotSettings settings)
    {
        if (!settings.TryEnabled) return services.AddSingleton(TimeProvider.System);
        var memory = Path.Combine(settings.KeysDirectory, "..", "try-clock");
        return services.AddSingleton(new MovableClock(memory)).AddSingleton<TimeProvider>(provider => provider.GetRequiredService<MovableClock>());
    }

    private static IServiceCollection AddSms(this IServiceCollection services, MentorBotSettings settings)
    {
        services.AddSingleton(settings.Sms);
        if (settings.Sms.IsConfigured) services.AddSingleton<TwilioWebhook>().AddSingleton<TwilioStatus>().AddSingleton(NewTwilio);
        if (settings.TryEnabled) return services.AddSingleton<IChannel>(provider =>
            new TryCarrier(BotFramework.Channels.Sms, provider.GetService<TwilioChannel>(), SmsRendering.Render, TryNumbers.Contains));
        return settings.Sms.IsConfigured ? services.AddSingleton<IChannel>(provider => provider.GetRequiredService<TwilioChannel>()) : services;
    }

    private static IServiceCollection AddAzureBot(this IServiceCollection services, AzureBotSettings settings)
    {
        services.AddSingleton(settings).AddSingleton(provider => SealsOf(provider.GetRequiredService<AddressVault>()));
        services.AddSingleton(provider => new ConnectorReader(
            settings, provider.GetRequiredService<ConnectorSeals>(), AzureBotChannel.CreateClient(), TimeProvider.System, provider.GetRequiredService<ILogger<ConnectorReader>>()));
        if (!settings.IsOn) return services;
        return services.AddSingleton<IChannel>(provider => new AzureBotChannel(
            settings, provider.GetRequiredService<ConnectorSeals>(), AzureBotChannel.CreateClient(), TimeProvider.System, provider.GetRequiredService<ILogger<AzureBotChannel>>()));
    }

    /// <summary>What seals addresses seals the ids that answers need: only delivery opens either.</summary>
    private static ConnectorSeals SealsOf(AddressVault vault)
    {
        byte[] KeyOf(string text) => vault.KeyOf("azurebot-ids", text);
        var owner = KeyOf("tickets");
        return new ConnectorSeals(KeyOf, plain => vault.Seal(plain, owner), box => vault.Open(box, owner));
    }

    private static TwilioChannel NewTwilio(IServiceProvider provider) => new(
        provider.GetRequiredService<SmsSettings>(),
        TwilioChannel.CreateClient(),
        TimeProvider.System,
        provider.GetRequiredService<ILogger<TwilioChannel>>());
}
