using MentorBot.Tests;

[assembly: AssemblyFixture(typeof(TextedProgram))]

namespace MentorBot.Tests;

/// <summary>The program in Production with a fake of its carrier, which most tests share: each of them texts from a number of its own.</summary>
public class TextedProgram : IAsyncLifetime
{
    public const string PublicUrl = "http://bot.example.org";
    public const string SecondaryToken = "fake-secondary-token";

    private readonly ProgramFolder _folder = new();
    private RunningProgram? _program;
    private FakeTwilio? _twilio;

    /// <summary>The carrier.</summary>
    public FakeTwilio Twilio => _twilio!;

    /// <summary>Signs as the carrier does.</summary>
    public TwilioClientSigner Signer { get; private set; } = null!;

    /// <summary>A client of the program.</summary>
    public HttpClient Http => _program!.Http;

    /// <summary>The program.</summary>
    public RunningProgram Program => _program!;

    /// <summary>Where it keeps its memory.</summary>
    public ProgramFolder Folder => _folder;

    /// <summary>The settings with which a fake carrier is reached.</summary>
    public static IDictionary<string, string> SettingsFor(FakeTwilio twilio) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["MentorBot:PublicUrl"] = PublicUrl,
        ["MentorBot:Sms:AccountSid"] = twilio.AccountSid,
        ["MentorBot:Sms:AuthToken"] = twilio.AuthToken,
        ["MentorBot:Sms:AuthTokenSecondary"] = SecondaryToken,
        ["MentorBot:Sms:From"] = Cast.OurNumber,
        ["MentorBot:Sms:ApiBaseUrl"] = twilio.BaseUrl,
        ["MentorBot:Sms:MessagesPerSecond"] = "100",
        ["Logging:LogLevel:Default"] = "Trace",
    };

    /// <summary>A second opinion on the carrier's signature.</summary>
    public static TwilioClientSigner SignerFor(FakeTwilio twilio) => new(PublicUrl, twilio.AccountSid, twilio.AuthToken);

    public async ValueTask InitializeAsync()
    {
        _twilio = await FakeTwilio.StartAsync();
        Signer = SignerFor(_twilio);
        _program = await RunningProgram.StartAsync(_folder, SettingsFor(_twilio).AsReadOnly());
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _program?.Dispose();
        if (_twilio is not null)
            await _twilio.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Lets the carrier post a text, and gives the program's answer to it.</summary>
    public async Task<HttpResponseMessage> TextAsync(Person from, string body, string? sid = null)
    {
        using var request = Signer.Text(from.Mobile, Cast.OurNumber, body, sid);
        return await Http.SendAsync(request);
    }

    /// <summary>Waits for a reply: the first that reaches the person is number 1.</summary>
    public async Task<string> ReplyAsync(Person to, int number = 1) => (await Twilio.TakenForAsync(to.Mobile, number))[number - 1].Body;
}
