namespace MentorBot.EndToEnd.Tests.WebChat;

/// <summary>Somebody in the web chat.</summary>
public sealed class Chatter(Visit visit, ILocator? root = null)
{
    private readonly ILocator _root = root ?? visit.Page.Locator("body");

    /// <summary>The page.</summary>
    public IPage Page => visit.Page;

    /// <summary>The visit.</summary>
    public Visit Visit => visit;

    /// <summary>The box for words.</summary>
    public ILocator Box => _root.Locator("#text");

    /// <summary>What the bot said, the welcome first.</summary>
    public ILocator Answers => _root.Locator("#messages li.theirs .words");

    /// <summary>What she said.</summary>
    public ILocator Hers => _root.Locator("#messages li.yours .words");

    /// <summary>Her return code.</summary>
    public ILocator Code => _root.Locator("#code");

    /// <summary>Writes and sends by the button.</summary>
    public async Task SayAsync(string words)
    {
        await Box.FillAsync(words);
        await _root.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }

    /// <summary>Presses a button that offers an answer.</summary>
    public Task ChooseAsync(string label) => _root.Locator("#choices").GetByRole(AriaRole.Button, new() { Name = label }).ClickAsync();

    /// <summary>Waits for the bot's answer: number 1 comes after the welcome.</summary>
    public async Task<string> AnswerAsync(int number)
    {
        try
        {
            await Assertions.Expect(Answers).ToHaveCountAsync(number + 1, new() { Timeout = 20_000 });
        }
        catch (PlaywrightException error)
        {
            throw new InvalidOperationException($"Answer {number} did not come. The page shows:\n{await _root.InnerTextAsync()}\nIn the box: {await Box.InputValueAsync()}", error);
        }
        return (await Answers.Last.TextContentAsync())!;
    }

    /// <summary>Waits until the beginning of some words can be read: it is in sight, and nothing stands on it.</summary>
    public static async Task CanReadAsync(ILocator words)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await words.EvaluateAsync<bool>("words => { const box = words.getBoundingClientRect(); return words === document.elementFromPoint(box.left + 30, box.top + 12); }"))
            giveUp.Token.ThrowIfCancellationRequested();
    }

    /// <summary>Opens a part that is folded.</summary>
    public Task UnfoldAsync(string name) => _root.Locator("summary", new() { HasText = name }).ClickAsync();

    /// <summary>Gives the code of the chat.</summary>
    public async Task<string> CodeAsync()
    {
        await Assertions.Expect(Code).Not.ToBeEmptyAsync();
        return (await Code.TextContentAsync())!;
    }

    /// <summary>Types a code and opens the chat.</summary>
    public async Task ComeBackAsync(string code)
    {
        await UnfoldAsync("I have a code");
        await _root.Locator("#typed").FillAsync(code);
        await _root.GetByRole(AriaRole.Button, new() { Name = "Open my chat" }).ClickAsync();
    }
}
