namespace MentorBot.EndToEnd.Tests.DirectLineClients;

/// <summary>Microsoft's Web Chat, its bundle as npm has it, on the page of a site that the program allows.</summary>
public class WebChatTests(ClientsOfMicrosoft clients, ProgramInBrowser browser) : BrowserTests(browser)
{
    private const float Patience = 20_000;

    [Fact]
    public async Task It_holds_a_first_talk_by_its_buttons_and_its_box_and_shows_each_line_as_sent()
    {
        var visit = await OpenChatAsync();
        await SayAsync(visit, "hi");
        await ExpectAsync(visit, 1, "Hello, I'm MentorBot");
        // There is a second set of them, which only screen readers are told.
        await visit.Page.GetByRole(AriaRole.Toolbar, new() { Name = "Suggested actions" }).GetByRole(AriaRole.Button, new() { Name = "A tip to try" }).ClickAsync();
        await ExpectAsync(visit, 2, "Tip 1 of 12");
        await SayAsync(visit, "more");
        await ExpectAsync(visit, 3, "Tip 2 of 12");
        await SayAsync(visit, "help");
        await ExpectAsync(visit, 4, "");
        await SayAsync(visit, "who sees this");
        await ExpectAsync(visit, 5, "");

        await visit.KeepAsync("microsofts-web-chat");
        await Assertions.Expect(visit.Page.Locator(".webchat__bubble--from-user")).ToHaveCountAsync(5);
        // Web Chat says when a line was sent in the place where it would say that it is being sent, or was not.
        await Assertions.Expect(visit.Page.GetByText("Send failed")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.GetByText("Sending", new() { Exact = true })).ToHaveCountAsync(0);
        Assert.DoesNotContain(visit.Complaints, complaint => complaint.Contains("CORS", StringComparison.Ordinal) || complaint.Contains("WebSocket", StringComparison.Ordinal));
    }

    private async Task<Visit> OpenChatAsync()
    {
        ClientsOfMicrosoft.Require();
        var visit = await OpenAsync($"{clients.Site}/?domain={Uri.EscapeDataString(clients.Domain)}&token={await clients.NewTokenAsync()}");
        // Before that it takes no words.
        await Assertions.Expect(visit.Page.GetByText("Connectivity Status: Connected")).ToBeAttachedAsync(new() { Timeout = Patience });
        return visit;
    }

    private static async Task SayAsync(Visit visit, string text)
    {
        var box = visit.Page.GetByRole(AriaRole.Textbox);
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    private static async Task ExpectAsync(Visit visit, int number, string answer)
    {
        var answers = visit.Page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)");
        await Assertions.Expect(answers).ToHaveCountAsync(number, new() { Timeout = Patience });
        await Assertions.Expect(answers.Last).ToContainTextAsync(answer);
    }
}
