using Microsoft.Data.Sqlite;

namespace MentorBot.Tests;

/// <summary>A look into the program's SQLite file from outside, and ways to break and mend it.</summary>
/// <param name="folder">Where the program runs.</param>
internal sealed class Memory(ProgramFolder folder)
{
    /// <summary>One value.</summary>
    public long Count(string sql, params (string Name, object Value)[] values)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return Convert.ToInt64(command.ExecuteScalar());
    }

    /// <summary>Takes a table away, and gives it back when disposed of.</summary>
    public IDisposable Without(string table)
    {
        Execute($"ALTER TABLE \"{table}\" RENAME TO \"{table}Away\"");
        return new Mending(() => Execute($"ALTER TABLE \"{table}Away\" RENAME TO \"{table}\""));
    }

    /// <summary>Keeps every other writer out until disposed of.</summary>
    public IDisposable Locked()
    {
        var connection = Open();
        using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Every byte that the program keeps in its database and the files beside it.</summary>
    public IEnumerable<byte[]> Files() => Directory.EnumerateFiles(folder.In("data"), "mentorbot.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Select(ReadShared);

    /// <summary>Changes something behind the program's back.</summary>
    public void Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(folder.ConnectionString);
        connection.Open();
        return connection;
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private sealed class Mending(Action mend) : IDisposable
    {
        public void Dispose() => mend();
    }
}
