using MentorBot.BotFramework;
using MentorBot.Channels.Sms;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.Sms;

/// <summary>A channel that sends to a fake Twilio, and a log that must never give anybody away.</summary>
public abstract class WithFakeTwilio : IAsyncLifetime
{
    private readonly HttpClient _http = TwilioChannel.CreateClient();

    /// <summary>Skips the short pauses between tries and leaves longer waits to the test.</summary>
    internal FakeClock Clock { get; } = new() { SkipsWaitsUpTo = TimeSpan.FromSeconds(5) };

    internal LogCapture Log { get; } = new();

    internal FakeTwilio Twilio { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Twilio = await FakeTwilio.StartAsync(Clock);

    public async ValueTask DisposeAsync()
    {
        Assert.False(Cast.GivesAwayANumber(Log.AllText), Log.AllText);
        Assert.DoesNotContain("my secret", Log.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain(Carrier.Token, Log.AllText, StringComparison.Ordinal);
        _http.Dispose();
        await Twilio.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected TwilioChannel Channel(Action<SmsSettings>? change = null)
    {
        var settings = Carrier.Settings(Twilio.BaseUrl);
        change?.Invoke(settings);
        return new(settings, _http, Clock, Log.CreateLogger<TwilioChannel>());
    }

    private protected Task<Delivery> SendAsync(OutgoingMessage message, Action<SmsSettings>? change = null) =>
        Channel(change).SendAsync(message, TestContext.Current.CancellationToken);
}
