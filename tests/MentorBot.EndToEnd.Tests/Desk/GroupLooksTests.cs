using Microsoft.Data.Sqlite;

namespace MentorBot.EndToEnd.Tests.Desk;

public class GroupLooksTests(DeskProgram program) : DeskTests(program)
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Groups_are_accessible_and_fit(int width)
    {
        await OpenLibraryAsync();
        var desk = await OpenDeskAsync("Priya", "/desk/groups", Wide(width, width == 320 ? ColorScheme.Dark : ColorScheme.Light));
        await desk.KeepAsync($"desk-groups-{width}");
        await IsGoodAsync(desk);

        await desk.Page.GetByLabel("What it is about").FillAsync($"Photos in poor light, at {width}");
        await desk.Page.GetByLabel("The word that people text to join").FillAsync(width == 320 ? "photos" : "letters");
        await desk.Page.GetByLabel("Day").FillAsync("2099-12-09");
        await desk.Page.GetByLabel("Time, by the clock").FillAsync("14:00");
        await desk.Page.GetByLabel("Where").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Make it" }).ClickAsync();
        await desk.Page.GetByText("Made. People can join it now.").WaitForAsync();
        await desk.Page.Locator("summary").ClickAsync();
        await desk.KeepAsync($"desk-group-{width}");
        await IsGoodAsync(desk);
    }

    private async Task OpenLibraryAsync()
    {
        await using var connection = new SqliteConnection(Program.Folder.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO "Venues" ("SchemeId", "Name", "Address", "WayIn", "IsStepFree", "HasQuietRoom")
            SELECT MIN("Id"), 'Town library', '5 High Street', '', 1, 0 FROM "Schemes"
            """;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task IsGoodAsync(Visit visit)
    {
        await visit.IsAccessibleAsync();
        await visit.FitsAsync();
        await visit.TargetsAreLargeEnoughAsync();
        Assert.Empty(visit.Complaints);
    }
}
