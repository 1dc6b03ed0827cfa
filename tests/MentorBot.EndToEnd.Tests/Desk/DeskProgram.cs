using Microsoft.Data.Sqlite;

namespace MentorBot.EndToEnd.Tests.Desk;

/// <summary>A program of its own for the desk's tests, one after another: where there are mentors, everybody is offered a person.</summary>
public sealed class DeskProgram : IAsyncLifetime
{
    public const string Tests = "desk";

    /// <summary>The program and its browser.</summary>
    public ProgramInBrowser Browser { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Browser.InitializeAsync();
        // One mentor for all tests takes more than one person would.
        if (ProgramInBrowser.IsHere) await LiftCapsAsync();
    }

    private async Task LiftCapsAsync()
    {
        await using var connection = new SqliteConnection(Browser.Folder.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE \"Mentors\" SET \"MostAtOnce\" = 1000, \"MostAWeek\" = 1000";
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => Browser.DisposeAsync();
}

/// <summary>The tests that share it.</summary>
[CollectionDefinition(DeskProgram.Tests)]
public sealed class TestsAtTheDesk : ICollectionFixture<DeskProgram>;
