namespace MentorBot.EndToEnd.Tests;

/// <summary>Tests that open pages. What was to be seen when one failed is kept in <c>artifacts/screenshots</c>.</summary>
public abstract class BrowserTests(ProgramInBrowser browser) : IAsyncDisposable
{
    private readonly List<Visit> _visits = [];

    /// <summary>The two widths that pages are made for: an old phone, held upright, and a desk.</summary>
    public static TheoryData<int> Widths => [320, 1280];

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var test = TestContext.Current;
        foreach (var (number, visit) in _visits.Index())
        {
            if (test.TestState?.Result == TestResult.Failed)
                await visit.KeepAsync(string.Concat($"{test.Test!.TestDisplayName}-{number}".Select(c => char.IsLetterOrDigit(c) ? c : '-')));
            await visit.DisposeAsync();
        }
    }

    protected async Task<Visit> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        var visit = await browser.OpenAsync(path, options);
        _visits.Add(visit);
        return visit;
    }

    /// <summary>A page of the desk, as Sam, Priya or Grace sees it. All tests share one sign-in of each.</summary>
    protected async Task<Visit> OpenDeskAsync(string name, string path, BrowserNewContextOptions? options = null)
    {
        var visit = await browser.OpenDeskAsync(name, path, options);
        _visits.Add(visit);
        return visit;
    }

    /// <summary>Where the program is, by a name: browsers make passkeys for names alone.</summary>
    protected string AddressByName => $"http://localhost:{browser.Address.Port}";

    /// <summary>The simulator with a phone that nobody has used.</summary>
    protected Task<Visit> OpenPhoneAsync(BrowserNewContextOptions? options = null) => OpenAsync($"/try?phone={Cast.Stranger().Mobile[^3..]}", options);

    protected static BrowserNewContextOptions Wide(int width, ColorScheme scheme = ColorScheme.Light, ForcedColors forced = ForcedColors.None) =>
        new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, ForcedColors = forced };
}
