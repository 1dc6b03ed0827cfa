using MentorBot.BotFramework;
using MentorBot.Channels.Telegram;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.Telegram;

/// <summary>A channel that sends to a fake Telegram, and a log that must never give anybody away.</summary>
public abstract class WithFakeTelegram : IAsyncLifetime
{
    private protected HttpClient Http { get; } = TelegramChannel.CreateClient();

    /// <summary>Skips waits between tries and leaves longer ones to the test.</summary>
    internal FakeClock Clock { get; } = new() { SkipsWaitsUpTo = TimeSpan.FromSeconds(20) };

    internal LogCapture Log { get; } = new();

    internal FakeTelegram Telegram { get; private set; } = null!;

    internal TelegramChannel Channel { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Telegram = await FakeTelegram.StartAsync(Clock);
        Channel = new(Bot.Settings(Telegram.BaseUrl), Http, Clock, Log.CreateLogger<TelegramChannel>());
    }

    public async ValueTask DisposeAsync()
    {
        Assert.False(Cast.GivesAwayANumber(Log.AllText), Log.AllText);
        Assert.DoesNotContain("my secret", Log.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("Fake-Telegram_Token", Log.AllText, StringComparison.Ordinal);
        Http.Dispose();
        await Telegram.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected Task<Delivery> SendAsync(OutgoingMessage message) => Channel.SendAsync(message, TestContext.Current.CancellationToken);

    private protected Task<Delivery> LookUpAsync(OutgoingMessage message) => Channel.LookUpAsync(message, new HashSet<string>(), TestContext.Current.CancellationToken);

    private protected async Task<SentTelegram> SendReplyAsync(Activity reply)
    {
        foreach (var piece in Channel.Render(reply))
            Assert.Equal(DeliveryOutcome.Accepted, (await SendAsync(Bot.Message("") with { Activity = piece })).Outcome);
        return Telegram.Taken[^1];
    }
}
