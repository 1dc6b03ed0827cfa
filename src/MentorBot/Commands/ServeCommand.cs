using MentorBot.Calendars;
using MentorBot.Channels;
using MentorBot.Channels.DirectLine;
using MentorBot.Desk;
using MentorBot.FrontPage;
using MentorBot.Health;
using MentorBot.Mentoring.Data;
using MentorBot.Settings;
using MentorBot.Try;
using MentorBot.Web;

namespace MentorBot.Commands;

/// <summary>Serves: answers webhooks and pages, takes turns, sends messages, until it is stopped.</summary>
internal static class ServeCommand
{
    public static Task<int> RunAsync(string[] args, CancellationToken cancellationToken) => Start.GuardAsync(async () =>
    {
        var (builder, settings) = Start.NewMentorBot(args);
        builder.Services.AddMentorBotWeb(settings);

        await using var app = builder.Build();
        Map(app, settings);

        using var owner = SqliteOwner.Of(settings.Database);
        await app.Services.GetRequiredService<Preparation>().RunAsync(cancellationToken);
        var isDemo = IsDemo(app, settings);
        var demo = isDemo ? await DemoMentors.InviteAsync(app.Services, cancellationToken) : [];
        var desk = isDemo ? await DemoDesk.WaysInAsync(app.Services, cancellationToken) : await FirstCoordinator.InviteAsync(app.Services, cancellationToken);
        await ListenAsync(app, cancellationToken);
        Start.SayWhereToGo(app, settings);
        DemoMentors.Say(demo);
        DeskLine.Say(desk, isDemo || settings.PublicUrl is null ? Start.AddressOf(app) : settings.PublicUrl);
        // A start reads every word and builds every mapping, and leaves more behind than an idle night needs.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        await app.WaitForShutdownAsync(cancellationToken);
    }, cancellationToken);

    private static bool IsDemo(WebApplication app, MentorBotSettings settings) => app.Environment.IsDevelopment() && settings.TryEnabled;

    private static async Task ListenAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception error)
        {
            // A worker that had not begun yet would else be told as one that broke, with its stack of calls.
            app.Lifetime.StopApplication();
            if (WantsCertificate(error) && ListenAddresses.AnyHttps(app.Configuration)) throw new SettingsException([ListenAddresses.NoCertificate]);
            throw;
        }
    }

    private static bool WantsCertificate(Exception error) =>
        error is InvalidOperationException && error.TargetSite?.DeclaringType?.Namespace == typeof(ListenOptionsHttpsExtensions).Namespace;

    private static void Map(WebApplication app, MentorBotSettings settings)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseErrors();
        app.UseCompression();
        app.UseOurFiles();
        app.UseCors();
        app.UseRateLimiter();
        app.UseDesk();
        // Kept alive by one worker for all (ChatStreams), and not by a timer for each.
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        app.MapRazorPages();
        app.MapDeskTalks();
        app.MapCalendars();
        app.MapHealth();
        app.MapDirectLine();
        app.MapChatPage();
        app.MapDesk(IsDemo(app, settings));
        if (settings.Sms.IsConfigured) app.MapSms();
        app.MapTelegram(settings.Telegram);
        app.MapAzureBot();
        if (settings.TryEnabled) app.MapTry();
    }
}
