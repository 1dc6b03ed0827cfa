using Microsoft.Data.Sqlite;

namespace MentorBot.Mentoring.Data;

/// <summary>Holds a SQLite database for one process: a second one that would take the same turns does not start.</summary>
/// <remarks>A lock file beside the database, held open. It is free as soon as its process ends, however it ends.</remarks>
public sealed class SqliteOwner : IDisposable
{
    private readonly FileStream _lock;

    private SqliteOwner(FileStream file) => _lock = file;

    /// <summary>Takes the database that the settings name; null for a server's, which many processes may share, and for one in memory.</summary>
    /// <exception cref="DatabaseInUseException">Another process has it.</exception>
    /// <exception cref="IOException">The lock file cannot be made: the disk is full, the folder read-only.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static SqliteOwner? Of(DatabaseSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Provider != DatabaseProvider.Sqlite) return null;
        var connection = new SqliteConnectionStringBuilder(settings.ConnectionString);
        if (connection.Mode == SqliteOpenMode.Memory || connection.DataSource is "" or ":memory:") return null;

        var path = Path.GetFullPath(connection.DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new SqliteOwner(new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error) when (SharingViolation.Is(error))
        {
            throw new DatabaseInUseException(path);
        }
    }

    /// <summary>Lets another process have it.</summary>
    public void Dispose() => _lock.Dispose();
}

/// <summary>Another process serves from this SQLite database.</summary>
/// <param name="path">The database's file.</param>
public sealed class DatabaseInUseException(string path)
    : Exception($"Another MentorBot serves from {path}. Stop it first, or name another file in MentorBot:Database:ConnectionString.");
