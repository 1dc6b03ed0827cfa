namespace MentorBot.EndToEnd.Tests.Desk;

/// <summary>The pages about meetings, with a meeting at a place and one in messages on them.</summary>
public class MeetingLooksTests(DeskProgram program) : DeskTests(program)
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task The_pages_about_meetings_are_accessible_and_fit_in_every_colour(int width)
    {
        var grace = await OpenDeskAsync("Grace", "/desk/venues", Wide(width));
        await AddPlaceAsync(grace);
        await LookAsync(grace, $"desk-venues-{width}");
        var sam = await OpenDeskAsync("Sam", "/desk/times", Wide(width));
        await SetTimesAsync(sam);
        await LookAsync(sam, $"desk-times-{width}");
        await BookAsync("book", "the camera of my phone is foggy", "2", "1 and 5", "1");
        await BookAsync("book", "how to send a letter to my council", "1", "1");

        await LookOpenAsync(sam, "/desk/meetings", width);
        await LookOpenAsync(grace, "/desk/bookings", width);
        foreach (var (name, options) in new[] { ("dark", Wide(width, ColorScheme.Dark)), ("forced", Wide(width, forced: ForcedColors.Active)) })
        {
            var visit = await OpenDeskAsync("Sam", "/desk/meetings", options);
            await LookAsync(visit, $"desk-meetings-{width}-{name}");
            await visit.Page.GotoAsync("/desk/times");
            await LookAsync(visit, $"desk-times-{width}-{name}");
        }
        await CallOffWithoutScriptAsync();
    }

    private async Task CallOffWithoutScriptAsync()
    {
        var phone = await BookAsync("book", "a printer that beeps", "1", "1");
        var mentor = (await phone.Replies.Nth(3).TextContentAsync())!.Contains("Sam", StringComparison.Ordinal) ? "Sam" : "Priya";
        var alias = (await phone.Replies.Nth(0).TextContentAsync())!.Split("the name ")[1].Split(", not")[0];
        var desk = await OpenDeskAsync(mentor, "/desk/meetings", new() { JavaScriptEnabled = false });

        var card = desk.Page.Locator("section[aria-labelledby=ahead] li", new() { HasText = alias });
        await card.Locator("summary").ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Yes, call it off" }).ClickAsync();

        await Assertions.Expect(desk.Page.Locator("section[aria-labelledby=lately] li", new() { HasText = alias })).ToContainTextAsync("called off by the mentor");
        Assert.StartsWith("Sorry", await phone.ReplyAsync(5), StringComparison.Ordinal);
    }

    private static async Task AddPlaceAsync(Visit grace)
    {
        await grace.Page.Locator("#name-new").FillAsync("Town library");
        await grace.Page.Locator("#address-new").FillAsync("5 High Street, Llanelli");
        await grace.Page.Locator("#way-in-new").FillAsync("Ramp on the left, ring twice");
        await grace.Page.GetByLabel("No steps, to a toilet too").Last.CheckAsync();
        await grace.Page.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();
        await grace.Page.GetByText("Change Town library").First.ClickAsync();
    }

    private static async Task SetTimesAsync(Visit sam)
    {
        await sam.Page.GetByLabel("at a place").CheckAsync();
        await sam.Page.Locator("#venue").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await sam.Page.GetByLabel("Meetings on one day, at the most").FillAsync("40");
        await sam.Page.GetByLabel("Meetings in one week, at the most").FillAsync("40");
        await sam.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(sam.Page.GetByText("Saved.")).ToBeVisibleAsync();
        var first = await sam.Page.Locator("#from").GetAttributeAsync("min");
        await sam.Page.Locator("#from").FillAsync(first![..4] + "-12-31");
        await sam.Page.GetByRole(AriaRole.Button, new() { Name = "Keep these days" }).ClickAsync();
        await sam.Page.Locator("form[action*=Calendar] button").ClickAsync();
        await sam.Page.GetByText("Subscribe on this phone").WaitForAsync();
    }

    private async Task<Visit> BookAsync(params string[] texts)
    {
        var phone = await OpenPhoneAsync();
        foreach (var (place, text) in texts.Index())
        {
            await phone.TextAsync(text);
            await phone.ReplyAsync(place + 1);
        }
        return phone;
    }

    private static async Task LookOpenAsync(Visit visit, string path, int width)
    {
        await visit.Page.GotoAsync(path);
        foreach (var summary in await visit.Page.Locator("li summary").AllAsync()) await summary.ClickAsync();
        await LookAsync(visit, $"{path[1..].Replace('/', '-')}-{width}");
    }

    private static async Task LookAsync(Visit visit, string name)
    {
        await visit.KeepAsync(name);
        await visit.IsAccessibleAsync();
        await visit.FitsAsync();
        await visit.TargetsAreLargeEnoughAsync();
        Assert.Empty(visit.Complaints);
    }
}
