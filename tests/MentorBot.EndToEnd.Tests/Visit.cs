using Deque.AxeCore.Commons;

namespace MentorBot.EndToEnd.Tests;

/// <summary>Somebody looks at a page.</summary>
public sealed class Visit(IBrowserContext context) : IAsyncDisposable
{
    private const float Patience = 20_000;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // WCAG 2.2 AA.
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    // What else than its colours a page is does not depend on them.
    private static readonly string[] RulesOfColour = ["color-contrast", "link-in-text-block"];

    private readonly List<string> _complaints = [];

    /// <summary>The page.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>What the browser complained about: errors of scripts, and what the content security policy kept out.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Fails, and says all of it, if the browser complained about anything else than what was expected.</summary>
    public void ComplainsOnlyOf(string expected)
    {
        var others = _complaints.Where(c => !c.Contains(expected, StringComparison.Ordinal)).ToList();
        if (others.Count > 0) Assert.Fail(string.Join('\n', others));
    }

    /// <summary>The messages on the phone's screen.</summary>
    public ILocator Messages => Page.Locator("#messages li");

    /// <summary>What MentorBot wrote.</summary>
    public ILocator Replies => Page.Locator("#messages li.out .words");

    /// <summary>Goes to the page.</summary>
    public async Task BeginAsync(string path)
    {
        context.SetDefaultTimeout(Patience);
        Page = await context.NewPageAsync();
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Add($"{message.Text} ({message.Location})");
        };
        Page.PageError += (_, error) => _complaints.Add(error);
        await Page.GotoAsync(path);
    }

    /// <summary>Writes a text and sends it by the button.</summary>
    public async Task TextAsync(string words)
    {
        await Page.GetByLabel("Your text").FillAsync(words);
        await Page.Locator("#write").GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }

    /// <summary>What MentorBot wrote in the Telegram chat.</summary>
    public ILocator ChatReplies => Page.Locator("#chat-messages li.out .words");

    /// <summary>Writes in the Telegram chat.</summary>
    public async Task WriteAsync(string words)
    {
        await Page.Locator("#text").FillAsync(words);
        await Page.Locator("#chat-write").GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }

    /// <summary>Waits until MentorBot has written so often, and gives its last words.</summary>
    public async Task<string> ReplyAsync(int number)
    {
        await Assertions.Expect(Replies).ToHaveCountAsync(number, new() { Timeout = Patience });
        return (await Replies.Last.TextContentAsync())!;
    }

    /// <summary>Fails if a rule of WCAG 2.2 AA is broken; in the dark and in forced colours, a rule about colours.</summary>
    public async Task IsAccessibleAsync()
    {
        var isOtherwise = await Page.EvaluateAsync<bool>("matchMedia('(prefers-color-scheme: dark), (forced-colors: active)').matches");
        // In each frame by itself: what drives axe otherwise opens a page of its own for each run, and that costs seconds.
        foreach (var frame in Page.Frames)
        {
            await frame.EvaluateAsync(Axe);
            Assert.Empty(await frame.EvaluateAsync<string[]>(
                "async rules => (await axe.run({ runOnly: rules, iframes: false })).violations.map(v => `${v.id}: ${v.help}\\n  ${v.nodes.map(n => n.html).join('\\n  ')}`)", isOtherwise ? RulesOfColour : Rules));
        }
    }

    /// <summary>Fails if anything has to be scrolled sideways.</summary>
    public async Task FitsAsync()
    {
        var excess = await Page.EvaluateAsync<int>("Math.max(...[document.documentElement, ...document.querySelectorAll('main, #messages, #chat-messages')].map(e => e.scrollWidth - e.clientWidth))");
        Assert.Equal(0, excess);
    }

    /// <summary>Fails if a target is smaller than 24 by 24 px, links within a sentence aside (WCAG 2.5.8).</summary>
    public async Task TargetsAreLargeEnoughAsync()
    {
        var small = await Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('a, button, input:not([type=hidden]), textarea, summary')]
              .filter(e => e.checkVisibility() && !e.classList.contains('skip') && !(e.tagName === 'A' && e.parentElement.textContent.trim() !== e.textContent.trim()))
              .filter(e => { const box = e.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
              .map(e => e.outerHTML)
            """);
        Assert.Empty(small);
    }

    /// <summary>Keeps what is to be seen, in <c>artifacts/screenshots</c>.</summary>
    public Task KeepAsync(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(Screenshots, $"{name}.png"), FullPage = true });

    public ValueTask DisposeAsync() => context.DisposeAsync();

    /// <summary>Where pictures are kept.</summary>
    public static string Screenshots => Path.Combine(Top(AppContext.BaseDirectory), "artifacts", "screenshots");

    private static string Top(string folder) => File.Exists(Path.Combine(folder, "MentorBot.sln")) ? folder : Top(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!);
}
