namespace MentorBot.Testing;

/// <summary>A folder that the program is started in: its <c>data/</c> is made there. Gone at the end.</summary>
public sealed class ProgramFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("mentorbot-").FullName;

    /// <summary>The SQLite file that the program makes there by default.</summary>
    public string Database => In("data", "mentorbot.db");

    /// <summary>A connection of the test's own to that file.</summary>
    public string ConnectionString => $"Data Source={Database};Pooling=False";

    /// <summary>A path inside.</summary>
    public string In(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
