using MentorBot.EndToEnd.Tests;
using MentorBot.EndToEnd.Tests.WebChat;

[assembly: AssemblyFixture(typeof(ProgramInBrowser))]

namespace MentorBot.EndToEnd.Tests;

/// <summary>The program in Development and a real browser, for all tests. Each test opens pages of its own.</summary>
public sealed class ProgramInBrowser : IAsyncLifetime
{
    // The headless shell first: it draws the same pages, and all of them sooner.
    private static readonly string[] Chromiums = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // No sandbox, for tests run as root in containers; and nothing that calls home.
    private static readonly string[] Quietly =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly Dictionary<string, Task<string>> _signedIn = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _gate = new();
    private readonly ProgramFolder _folder = new();
    private RunningProgram? _program;
    private EmbeddingSite? _site;
    private WeatherSite? _weather;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string? Chromium => Environment.GetEnvironmentVariable("MENTORBOT_CHROMIUM") ?? Array.Find(Chromiums, File.Exists);

    /// <summary>Whether there is a browser.</summary>
    public static bool IsHere => Chromium is not null;

    /// <summary>Where the program keeps its memory.</summary>
    public ProgramFolder Folder => _folder;

    /// <summary>Where the program is.</summary>
    public Uri Address => _program!.Address;

    /// <summary>A site that has our chat on its page.</summary>
    public EmbeddingSite Site => _site!;

    public async ValueTask InitializeAsync()
    {
        // As patient as everything else that waits for a page: the machine may be busy.
        Assertions.SetDefaultExpectTimeout(20_000);
        if (Chromium is null)
            return;
        _site = await EmbeddingSite.StartAsync();
        _weather = await WeatherSite.StartAsync();
        _program = await RunningProgram.StartAsync(_folder, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["MentorBot:WebChat:AllowedOrigins"] = $"{_site.Origin}, {_site.NearOrigin}",
        });
        _site.Bot = Address;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = [.. Quietly, _weather.Argument] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _program?.Dispose();
        if (_site is not null)
            await _site.DisposeAsync();
        if (_weather is not null)
            await _weather.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Opens a page of the desk as one of the demo's people: Sam or Priya, who are mentors, or Grace, the coordinator. All tests share one sign-in of each: do not sign out, or change the account.</summary>
    public async Task<Visit> OpenDeskAsync(string name, string path, BrowserNewContextOptions? options = null)
    {
        RequireBrowser();
        options ??= new();
        options.StorageState = await StateOfAsync(name);
        return await OpenAsync(path, options);
    }

    private Task<string> StateOfAsync(string name)
    {
        lock (_gate)
        {
            if (!_signedIn.TryGetValue(name, out var state)) _signedIn[name] = state = SignInAsync(name);
            return state;
        }
    }

    /// <summary>By the link that the program prints for its demo, which counts once.</summary>
    private async Task<string> SignInAsync(string name)
    {
        var line = await _program!.Process.LineAsync(l => l.Contains("/desk/once/", StringComparison.Ordinal) && l.Trim().StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase));
        await using var context = await _browser!.NewContextAsync();
        await (await context.NewPageAsync()).GotoAsync(line[line.IndexOf("http", StringComparison.Ordinal)..]);
        return await context.StorageStateAsync();
    }
    /// <summary>The order with which a mentor who was invited at the first start joins.</summary>
    public async Task<string> JoinOrderAsync(string name) =>
        (await _program!.Process.LineAsync(line => line.Trim().StartsWith($"{name}: JOIN ", StringComparison.Ordinal))).Split(':')[1].Trim();

    /// <summary>Opens a page; skips the test, or fails it under MENTORBOT_REQUIRE_ALL=1, where there is no browser.</summary>
    public async Task<Visit> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        RequireBrowser();
        options ??= new();
        options.BaseURL = Address.ToString();
        // Of the weather, which has a certificate of its own making.
        options.IgnoreHTTPSErrors = true;
        var visit = new Visit(await _browser!.NewContextAsync(options));
        await visit.BeginAsync(path);
        return visit;
    }

    private void RequireBrowser()
    {
        const string Without = "There is no Chromium: install it (apt-get install chromium-headless-shell), or name it in MENTORBOT_CHROMIUM.";
        if (_browser is null && Environment.GetEnvironmentVariable("MENTORBOT_REQUIRE_ALL") == "1")
            Assert.Fail(Without);
        Assert.SkipWhen(_browser is null, Without);
    }
}
