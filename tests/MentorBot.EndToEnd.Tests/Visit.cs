using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace MentorBot.EndToEnd.Tests;

/// <summary>Somebody looks at a page.</summary>
public sealed class Visit(IBrowserContext context) : IAsyncDisposable
{
    private const float Patience = 20_000;

    // WCAG 2.2 AA.
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

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

    /// <summary>Fails if a rule of WCAG 2.2 AA is broken.</summary>
    public async Task IsAccessibleAsync()
    {
        var result = await Page.RunAxe(Rules);
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Select(n => n.Html))}")));
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
