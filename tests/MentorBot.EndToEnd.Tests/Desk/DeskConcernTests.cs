using Microsoft.Data.Sqlite;

namespace MentorBot.EndToEnd.Tests.Desk;

/// <summary>Priya leads, and has no phone: she is told of people in danger at the desk.</summary>
public class DeskConcernTests(DeskProgram program) : DeskTests(program)
{
    private const string Cry = "i want to kill myself";

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_concern_comes_live_and_is_taken_and_ended_by_keys_alone(int width)
    {
        await SetLeadAsync("Priya");
        var desk = await OpenDeskAsync("Priya", Wide(width));
        await Assertions.Expect(desk.Page.Locator("#live-concerns")).ToContainTextAsync("keep this page open");
        await IsAtDeskAsync();
        var phone = await CryAsync();

        await Assertions.Expect(Cards(desk)).ToHaveCountAsync(1);
        await Assertions.Expect(desk.Page.Locator("#live")).ToHaveTextAsync("Somebody may be in danger.");
        await desk.KeepAsync($"desk-concern-{width}");
        await IsGoodAsync(desk);
        await desk.Page.Keyboard.PressAsync("t");
        await Assertions.Expect(Cards(desk)).ToContainTextAsync("You look after it.");
        await desk.KeepAsync($"desk-concern-taken-{width}");
        await IsGoodAsync(desk);

        var summary = desk.Page.Locator("#live-concerns summary").First;
        await TabToAsync(desk, summary);
        await desk.Page.Keyboard.PressAsync("Enter");
        await TabToAsync(desk, desk.Page.GetByLabel("Safe now"));
        await desk.Page.Keyboard.PressAsync("Space");
        await TabToAsync(desk, desk.Page.GetByRole(AriaRole.Button, new() { Name = "It is dealt with" }));
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Cards(desk)).ToHaveCountAsync(0);
        // She hears once that somebody knows.
        await phone.ReplyAsync(3);
        await SetLeadAsync(null);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Without_a_script_it_is_taken_with_the_talk_which_says_what_it_is_and_what_to_say(int width)
    {
        await SetLeadAsync("Priya");
        var live = await OpenDeskAsync("Priya");
        await IsAtDeskAsync();
        Assert.Empty(live.Complaints);
        var phone = await CryAsync();
        await phone.TextAsync("1");
        await phone.ReplyAsync(3);
        var options = Wide(width);
        options.JavaScriptEnabled = false;
        var desk = await OpenDeskAsync("Priya", options);

        await Cards(desk).GetByRole(AriaRole.Button, new() { Name = "Take" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".advice")).ToContainTextAsync("999");
        Assert.Contains("Priya is here now", await phone.ReplyAsync(4), StringComparison.Ordinal);
        var shown = await OpenDeskAsync("Priya", desk.Page.Url, Wide(width));
        await shown.KeepAsync($"desk-talk-concern-{width}");
        await IsGoodAsync(shown);
        var dark = await OpenDeskAsync("Priya", desk.Page.Url, Wide(width, ColorScheme.Dark));
        await dark.KeepAsync($"desk-talk-concern-{width}-dark");
        await IsGoodAsync(dark);
        await desk.Page.Locator("#d-done summary").ClickAsync();
        await desk.Page.GetByLabel("Safe now").CheckAsync();
        await desk.Page.Locator("#d-done").GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await phone.ReplyAsync(5);
        await SetLeadAsync(null);
    }

    private static ILocator Cards(Visit desk) => desk.Page.Locator("#live-concerns .cards > li");

    // Her page listens a moment after it is there.
    private async Task IsAtDeskAsync()
    {
        await using var connection = new SqliteConnection(Program.Folder.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM \"Mentors\" WHERE \"Name\" = 'Priya' AND \"AtDeskUntil\" > $now";
        command.Parameters.AddWithValue("$now", TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((long)(await command.ExecuteScalarAsync(giveUp.Token))! == 0) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, giveUp.Token);
    }

    private async Task<Visit> CryAsync()
    {
        var phone = await OpenPhoneAsync();
        await phone.TextAsync(Cry);
        await phone.ReplyAsync(2);
        return phone;
    }

    private async Task SetLeadAsync(string? name)
    {
        var grace = await OpenDeskAsync("Grace", "/desk/duty");
        var value = name is null ? "" : await grace.Page.Locator("#lead option", new() { HasText = name }).GetAttributeAsync("value");
        await grace.Page.Locator("#lead").SelectOptionAsync(value!);
        await grace.PressAsync("Save");
        await Assertions.Expect(grace.Page.GetByText("Saved.")).ToBeVisibleAsync();
    }

    private static async Task TabToAsync(Visit visit, ILocator there)
    {
        for (var i = 0; i < 40 && !await there.EvaluateAsync<bool>("e => e === document.activeElement"); i++) await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(there).ToBeFocusedAsync();
    }

    private static async Task IsGoodAsync(Visit visit)
    {
        await visit.IsAccessibleAsync();
        await visit.FitsAsync();
        await visit.TargetsAreLargeEnoughAsync();
        Assert.Empty(visit.Complaints);
    }
}
