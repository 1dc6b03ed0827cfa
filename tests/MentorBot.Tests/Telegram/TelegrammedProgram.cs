namespace MentorBot.Tests.Telegram;

/// <summary>The program in Production with a fake Telegram. Each test class has one of its own: a bot's updates are one queue.</summary>
public abstract class TelegrammedProgram(string mode) : IAsyncLifetime
{
    private readonly ProgramFolder _folder = new();
    private RunningProgram? _program;
    private FakeTelegram? _telegram;

    /// <summary>The provider.</summary>
    public FakeTelegram Telegram => _telegram!;

    /// <summary>The program.</summary>
    public RunningProgram Program => _program!;

    /// <summary>Where it keeps its memory.</summary>
    public ProgramFolder Folder => _folder;

    /// <summary>The settings with which a fake Telegram is reached.</summary>
    public static IDictionary<string, string> SettingsFor(FakeTelegram telegram, string mode) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["MentorBot:PublicUrl"] = "https://bot.example.org",
        ["MentorBot:Telegram:BotToken"] = FakeTelegram.Token,
        ["MentorBot:Telegram:ApiBaseUrl"] = telegram.BaseUrl,
        ["MentorBot:Telegram:Mode"] = mode,
        ["MentorBot:Telegram:WebhookSecret"] = FakeTelegram.Secret,
        ["Logging:LogLevel:Default"] = "Trace",
        ["Logging:LogLevel:MentorBot"] = "Trace",
    };

    public async ValueTask InitializeAsync()
    {
        _telegram = await FakeTelegram.StartAsync();
        await StartAsync();
    }

    /// <summary>Ends the program without a word and starts it again.</summary>
    public async Task RestartAsync()
    {
        _program!.Dispose();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _program?.Dispose();
        if (_telegram is not null)
            await _telegram.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Waits for a reply: the first that reaches the person is number 1.</summary>
    public async Task<SentTelegram> ReplyAsync(Person to, int number = 1) => (await Telegram.TakenForAsync(to, number))[number - 1];

    private async Task StartAsync() => _program = await RunningProgram.StartAsync(_folder, SettingsFor(Telegram, mode).AsReadOnly());
}
