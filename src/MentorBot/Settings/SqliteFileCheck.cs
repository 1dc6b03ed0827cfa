using MentorBot.Channels;
using Microsoft.Data.Sqlite;

namespace MentorBot.Settings;

/// <summary>Checks that a SQLite connection string names a file that can keep what it is given.</summary>
internal static class SqliteFileCheck
{
    /// <summary>What is used when none is named. Its folder is made at the first start.</summary>
    public const string Default = "Data Source=data/mentorbot.db";

    private const string AFile = "a file, such as " + Default;

    /// <summary>What is wrong with it and what to write, or null. It never repeats what was written.</summary>
    public static SettingProblem? Problem(string key, string connectionString)
    {
        var read = new SqliteConnectionStringBuilder(connectionString);
        if (read.Mode == SqliteOpenMode.Memory || read.DataSource is "" or ":memory:")
            return new(key, "a database in memory is gone when MentorBot stops", AFile);
        if (read.Mode == SqliteOpenMode.ReadOnly)
            return new(key, "a database that may only be read keeps nothing", $"it without Mode=ReadOnly: {AFile}");
        if (Directory.Exists(read.DataSource))
            return new(key, "it is a folder", $"the name of a file in it as well: {AFile}");
        return HasFolder(read.DataSource) ? null : new(key, "the folder of its file does not exist", "a file in a folder that does, or make that folder first");
    }

    // A folder that somebody misspelt must not be made: they would be told that all is well, of an empty database.
    private static bool HasFolder(string file)
    {
        var path = Path.GetFullPath(file);
        return path == Path.GetFullPath(new SqliteConnectionStringBuilder(Default).DataSource) || Directory.Exists(Path.GetDirectoryName(path));
    }
}
