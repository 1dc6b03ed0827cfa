[assembly: AssemblyFixture(typeof(MentorBot.Tests.Desk.DeskProgram))]

namespace MentorBot.Tests.Desk;

/// <summary>The program in Development, with the demo's people at its desk: Sam and Priya, who are mentors, and Grace, the coordinator.</summary>
public sealed class DeskProgram : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Logging:LogLevel:Default"] = "Trace", ["MentorBot:Meetings:VideoUrl"] = "https://meet.example/" };

    private readonly Dictionary<string, Task<string>> _cookies = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _gate = new();
    private readonly ProgramFolder _folder = new();
    private RunningProgram? _program;

    /// <summary>The program.</summary>
    public RunningProgram Program => _program!;

    /// <summary>Where it keeps its memory.</summary>
    public ProgramFolder Folder => _folder;

    /// <summary>A client of the program, without cookies.</summary>
    public HttpClient Http => _program!.Http;

    public async ValueTask InitializeAsync() => _program = await RunningProgram.StartAsync(_folder, Settings);

    public ValueTask DisposeAsync()
    {
        _program?.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    internal DeskBrowser NewBrowser() => new(Http);

    /// <summary>A browser of one of the demo's people, who is signed in and looks at a page. All who ask share one sign-in: do not sign out, or change the account.</summary>
    /// <param name="name">Sam, Priya or Grace; capital letters do not count.</param>
    /// <param name="path">The page.</param>
    internal async Task<DeskBrowser> OpenDeskAsync(string name, string path)
    {
        var browser = NewBrowser();
        browser.Cookies["desk"] = await CookieOfAsync(name);
        using var page = await browser.OpenAsync(path);
        return browser;
    }

    /// <summary>Somebody new, whom Grace invites and who joins: his account is the test's own.</summary>
    internal async Task<DeskMember> JoinAsync(string signInName, string name = "Tomas") => await DeskMember.JoinAsync(NewBrowser(), await InviteAsync(name), signInName, name);

    /// <summary>Grace makes an invitation.</summary>
    /// <returns>The path of its link.</returns>
    internal async Task<string> InviteAsync(string name, string role = "mentor")
    {
        var grace = await OpenDeskAsync("Grace", "/desk/mentors");
        using var made = await grace.SubmitAsync("/desk/mentors?handler=Invite", ("name", name), ("role", role));
        return grace.Find("""(/desk/join/[\w-]+)""");
    }

    private Task<string> CookieOfAsync(string name)
    {
        lock (_gate)
        {
            if (!_cookies.TryGetValue(name, out var cookie)) _cookies[name] = cookie = SignInAsync(name);
            return cookie;
        }
    }

    private async Task<string> SignInAsync(string name)
    {
        var line = await Program.Process.LineAsync(l => l.Contains("/desk/once/", StringComparison.Ordinal) && l.Trim().StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase));
        var browser = NewBrowser();
        using var entered = await browser.OpenAsync(new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]).AbsolutePath);
        return browser.Cookies["desk"];
    }
}
