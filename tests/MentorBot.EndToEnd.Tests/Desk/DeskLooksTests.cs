namespace MentorBot.EndToEnd.Tests.Desk;

public class DeskLooksTests(DeskProgram program) : DeskTests(program)
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task The_desk_and_a_talk_are_accessible_and_fit_in_every_colour(int width)
    {
        var about = $"looks at {width}";
        var desk = await OpenDeskAsync("Priya", Wide(width));
        var phone = await AskAsync(about);
        var waiting = await AskAsync($"still waits at {width}, with quite some words about what it is that she would like to hear from a person");
        await CardOf(desk, "still waits").First.WaitForAsync();
        await desk.KeepAsync($"desk-{width}");
        await IsGoodAsync(desk);

        await TakeAsync(desk, about);
        await ReplyAsync(desk, "Hello, this is Priya. What do you see on your screen?");
        await phone.ReplyAsync(4);
        await phone.TextAsync("It is all foggy <b>and</b> I do not know why");
        await Assertions.Expect(Lines(desk)).ToHaveCountAsync(3);
        await desk.Page.Locator("#d-note summary").ClickAsync();
        await desk.Page.Locator("#note").FillAsync("She is nervous: go slowly.");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Keep the note" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#lines li.note")).ToHaveCountAsync(1);
        await desk.KeepAsync($"desk-talk-{width}");
        await IsGoodAsync(desk);
        foreach (var part in new[] { "#insert", "#d-pass", "#d-look", "#d-done" }) await desk.Page.Locator($"{part} summary").ClickAsync();
        await desk.KeepAsync($"desk-talk-open-{width}");
        await IsGoodAsync(desk);
        await LookOtherwiseAsync(width, desk.Page.Url);
        await FinishAsync(desk, isOpen: true);
        await waiting.TextAsync("NO PERSON");
        await waiting.ReplyAsync(3);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Search_and_saved_replies_are_accessible_and_fit(int width)
    {
        foreach (var path in new[] { "/desk/search", "/desk/replies" })
        {
            var desk = await OpenDeskAsync("Sam", path, Wide(width, width == 320 ? ColorScheme.Dark : ColorScheme.Light));
            await desk.KeepAsync($"{path.Split('?')[0].Replace('/', '-')[1..]}-{width}");
            await IsGoodAsync(desk);
        }
    }

    private async Task LookOtherwiseAsync(int width, string url)
    {
        foreach (var (name, options) in new[] { ("dark", Wide(width, ColorScheme.Dark)), ("forced", Wide(width, forced: ForcedColors.Active)) })
        {
            var visit = await OpenDeskAsync("Priya", url, options);
            await visit.KeepAsync($"desk-talk-{width}-{name}");
            await IsGoodAsync(visit);
        }
    }

    private static async Task FinishAsync(Visit desk, bool isOpen)
    {
        if (!isOpen) await desk.Page.Locator("#d-done summary").ClickAsync();
        await desk.Page.GetByLabel("Solved").CheckAsync();
        await desk.Page.Locator("#d-done").GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
    }

    private static async Task IsGoodAsync(Visit visit)
    {
        await visit.IsAccessibleAsync();
        await visit.FitsAsync();
        await visit.TargetsAreLargeEnoughAsync();
        Assert.Empty(visit.Complaints);
    }
}
