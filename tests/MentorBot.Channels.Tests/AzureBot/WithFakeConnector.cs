using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MentorBot.BotFramework;
using MentorBot.Channels.AzureBot;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.AzureBot;

/// <summary>A reader and a channel that know a fake Bot Framework, and a log that must never give anybody away.</summary>
public abstract class WithFakeConnector : IAsyncLifetime
{
    internal const string Conversation = "19:joan|conversation";
    internal const string UserId = "29:joans-account";
    internal const string BotId = "28:mentorbot";

    private readonly HttpClient _http = AzureBotChannel.CreateClient();
    private AzureBotSettings? _settings;
    private ConnectorReader? _reader;
    private AzureBotChannel? _channel;

    internal FakeClock Clock { get; } = new();

    internal LogCapture Log { get; } = new();

    internal FakeConnector Connector { get; private set; } = null!;

    /// <summary>Hides nothing, but shows what was hidden: real sealing is the program's.</summary>
    internal static ConnectorSeals Seals { get; } = new(
        text => SHA256.HashData(Encoding.UTF8.GetBytes("key" + text)),
        plain => [.. Encoding.UTF8.GetBytes(plain).Select(b => (byte)(b ^ 0x55))],
        box => box.Length == 0 ? throw new CryptographicException() : Encoding.UTF8.GetString([.. box.Select(b => (byte)(b ^ 0x55))]));

    public async ValueTask InitializeAsync() => Connector = await FakeConnector.StartAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var secret in new[] { "joan", "my secret", FakeConnector.AppPassword, "our-token", "eyJ" })
            Assert.DoesNotContain(secret, Log.AllText, StringComparison.OrdinalIgnoreCase);
        Assert.False(Cast.GivesAwayANumber(Log.AllText), Log.AllText);
        _channel?.Dispose();
        _http.Dispose();
        await Connector.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected AzureBotSettings Settings => _settings ??= new()
    {
        AppId = FakeConnector.AppId,
        AppPassword = FakeConnector.AppPassword,
        OpenIdMetadataUrl = Connector.Settings()["MentorBot:AzureBot:OpenIdMetadataUrl"],
        EmulatorOpenIdMetadataUrl = Connector.Settings()["MentorBot:AzureBot:EmulatorOpenIdMetadataUrl"],
        TokenUrl = Connector.Settings()["MentorBot:AzureBot:TokenUrl"],
    };

    private protected AzureBotSettings InDevelopment(bool withAppId = true)
    {
        Settings.IsDevelopment = true;
        if (!withAppId)
            (Settings.AppId, Settings.AppPassword) = (null, null);
        return Settings;
    }

    private protected FakeToken ChannelToken => Connector.ChannelToken(Clock.GetUtcNow());

    private protected FakeSigningKey Key => Connector.Keys[0];

    private protected FakeSigningKey EmulatorKey => Connector.EmulatorKeys[0];

    private protected AzureBotChannel Channel() => _channel ??= new(Settings, Seals, _http, Clock, Log.CreateLogger<AzureBotChannel>());

    /// <summary>An activity as Teams sends one.</summary>
    private protected JsonObject Said(string text = "my secret", string channel = "msteams", string? url = null) => new()
    {
        ["type"] = "message", ["id"] = "1485983408511", ["channelId"] = channel, ["serviceUrl"] = url ?? Connector.ReplyUrl, ["text"] = text,
        ["from"] = new JsonObject { ["id"] = UserId, ["name"] = "Joan Smith" },
        ["conversation"] = new JsonObject { ["id"] = Conversation },
        ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "MentorBot" },
    };

    private protected Task<Reading<ConnectorPost>> ReadAsync(JsonNode activity, string? token, bool fromLoopback = true) =>
        ReadAsync(activity.ToJsonString(), token, fromLoopback);

    private protected async Task<Reading<ConnectorPost>> ReadAsync(string body, string? token, bool fromLoopback = true, string contentType = "application/json; charset=utf-8")
    {
        _reader ??= new(Settings, Seals, _http, Clock, Log.CreateLogger<ConnectorReader>());
        return await _reader.ReadAsync(new ConnectorRequest
        {
            Authorization = token is null ? null : $"Bearer {token}",
            ContentType = contentType,
            IsFromLoopback = fromLoopback,
            Body = Encoding.UTF8.GetBytes(body),
        }, TestContext.Current.CancellationToken);
    }

    /// <summary>The message that comes of an activity from a channel.</summary>
    private protected async Task<IncomingMessage> MessageAsync(JsonNode activity)
    {
        var reading = await ReadAsync(activity, ChannelToken.SignedBy(Key));
        Assert.True(reading.IsAccepted, reading.Refusal?.ToString());
        return reading.Accepted.Message!;
    }

    /// <summary>A reply as the turn makes it, on its way out.</summary>
    private protected async Task<OutgoingMessage> ReplyAsync(string text = "Hello", JsonNode? to = null)
    {
        var message = await MessageAsync(to ?? Said());
        return ReplyTo(message, text);
    }

    private protected OutgoingMessage ReplyTo(IncomingMessage message, string text = "Hello")
    {
        var reply = MessageFactory.Text(text);
        reply.ReplyToId = message.Activity.Id;
        (reply.From, reply.Recipient, reply.Conversation) = (new("mentorbot"), new("0A"), new("0A"));
        return new(Guid.NewGuid(), message.Address, message.OurAddress, Channel().Render(reply).Single(), Clock.GetUtcNow());
    }

    private protected Task<Delivery> SendAsync(OutgoingMessage message) => Channel().SendAsync(message, TestContext.Current.CancellationToken);
}
