using MentorBot.EndToEnd.Tests.WebChat;

namespace MentorBot.EndToEnd.Tests.Desk;

/// <summary>Tests with mentors at the desk.</summary>
[Collection(DeskProgram.Tests)]
public abstract class DeskTests(DeskProgram program) : BrowserTests(program.Browser)
{
    /// <summary>The program.</summary>
    protected ProgramInBrowser Program => program.Browser;

    /// <summary>The desk of a mentor: Priya or Sam.</summary>
    protected Task<Visit> OpenDeskAsync(string mentor, BrowserNewContextOptions? options = null) => OpenDeskAsync(mentor, "/desk", options);

    /// <summary>Somebody on a phone of the simulator asks for a person, and says what it is about.</summary>
    protected async Task<Visit> AskAsync(string about, params string[] before)
    {
        var phone = await OpenPhoneAsync();
        foreach (var (place, text) in before.Append("PERSON").Append(about).Index())
        {
            await phone.TextAsync(text);
            await phone.ReplyAsync(place + 1);
        }
        return phone;
    }

    /// <summary>The card of somebody who waits, by what she said it is about.</summary>
    protected static ILocator CardOf(Visit desk, string about) => desk.Page.Locator("#live-waiting li", new() { HasText = about });

    /// <summary>A mentor takes somebody who waits.</summary>
    protected static async Task TakeAsync(Visit desk, string about)
    {
        await CardOf(desk, about).GetByRole(AriaRole.Button, new() { Name = "Take" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#text")).ToBeVisibleAsync();
    }

    /// <summary>A mentor writes, and sends by the button.</summary>
    protected static async Task ReplyAsync(Visit desk, string words)
    {
        await desk.Page.Locator("#text").FillAsync(words);
        await desk.Page.Locator("#send").ClickAsync();
    }

    /// <summary>A mentor says that it is done.</summary>
    protected static async Task FinishAsync(Visit desk)
    {
        await desk.Page.Locator("#d-done summary").ClickAsync();
        await desk.Page.GetByLabel("Solved").CheckAsync();
        await desk.Page.Locator("#d-done").GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
    }

    /// <summary>What was said, as the desk shows it, without notes.</summary>
    protected static ILocator Lines(Visit desk) => desk.Page.Locator("#lines li:not(.note) .words");

    /// <summary>The web chat of somebody, without JavaScript.</summary>
    protected async Task<Chatter> OpenPlainChatAsync() => new(await OpenAsync("/", new() { JavaScriptEnabled = false }));
}
