using MentorBot.Testing;

namespace MentorBot.Benchmarks.Running;

/// <summary>Where the program runs: a folder of its own on a real disk, an address of its own, a carrier that is not one.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private Workplace(FakeTwilio carrier, string folder, int port) => (Carrier, Folder, Port) = (carrier, folder, port);

    /// <summary>Takes what the program sends. It outlives every kill.</summary>
    public FakeTwilio Carrier { get; }

    /// <summary>Holds the database, the keys and the log.</summary>
    public string Folder { get; }

    /// <summary>Where the program listens on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>What the program is told that it is called from.</summary>
    public string PublicUrl => $"http://127.0.0.1:{Port}";

    /// <summary>How the program reaches its database.</summary>
    public string ConnectionString => $"Data Source={Path.Combine(Folder, "mentorbot.db")}";

    /// <summary>Everything that the program printed.</summary>
    public string LogFile => Path.Combine(Folder, "program.log");

    public static async Task<Workplace> MakeAsync() =>
        new(await FakeTwilio.StartAsync(), Directory.CreateTempSubdirectory("mentorbot-").FullName, Loopback.FreePort());

    /// <summary>Further settings that a run needs, as the program's environment.</summary>
    public Dictionary<string, string> More { get; } = [];

    /// <summary>The settings, as the program's environment.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("ASPNETCORE_ENVIRONMENT", "Production"),
        new("ASPNETCORE_URLS", PublicUrl),
        new("MentorBot__PublicUrl", PublicUrl),
        new("MentorBot__Database__ConnectionString", ConnectionString),
        new("MentorBot__Keys__Directory", Path.Combine(Folder, "keys")),
        new("MentorBot__Sms__AccountSid", Carrier.AccountSid),
        new("MentorBot__Sms__AuthToken", Carrier.AuthToken),
        new("MentorBot__Sms__From", Cast.OurNumber),
        new("MentorBot__Sms__ApiBaseUrl", Carrier.BaseUrl),
        new("MentorBot__Sms__MessagesPerSecond", "100"),
        .. More,
    ];

    /// <summary>Whether the folder stays when this is disposed of, for whoever looks for the reason of a failure.</summary>
    public bool IsKept { get; set; }

    public async ValueTask DisposeAsync()
    {
        await Carrier.DisposeAsync();
        if (!IsKept) Directory.Delete(Folder, recursive: true);
    }
}
