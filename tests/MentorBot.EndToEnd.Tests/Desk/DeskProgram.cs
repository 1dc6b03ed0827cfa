namespace MentorBot.EndToEnd.Tests.Desk;

/// <summary>A program of its own for the desk's tests, one after another: where there are mentors, everybody is offered a person.</summary>
public sealed class DeskProgram : IAsyncLifetime
{
    public const string Tests = "desk";

    /// <summary>The program and its browser.</summary>
    public ProgramInBrowser Browser { get; } = new();

    public ValueTask InitializeAsync() => Browser.InitializeAsync();

    public ValueTask DisposeAsync() => Browser.DisposeAsync();
}

/// <summary>The tests that share it.</summary>
[CollectionDefinition(DeskProgram.Tests)]
public sealed class TestsAtTheDesk : ICollectionFixture<DeskProgram>;
