using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace MentorBot.Commands;

/// <summary>Says what is wrong with a database that stops the start, without its own words, which may hold a connection string.</summary>
internal static class DatabaseTrouble
{
    /// <summary>The trouble and what to do about it, in a sentence or two.</summary>
    public static string Describe(DbException error) => error is SqliteException sqlite
        ? $"{Describe(sqlite.SqliteErrorCode)} MentorBot:Database:ConnectionString names the file (sqlite-{sqlite.SqliteErrorCode})."
        : $"its database does not answer ({error.GetType().Name}). "
            + "Check MentorBot:Database:Provider and MentorBot:Database:ConnectionString, and that the server runs.";

    // https://www.sqlite.org/rescode.html
    private static string Describe(int code) => code switch
    {
        5 or 6 => "another program holds its database. End that program, or wait until it is done.",
        8 or 3 => "its database may not be written to. Let the user that MentorBot runs as write to the file and its folder.",
        10 => "its database cannot be read or written: the disk reports an error.",
        11 => "its database is damaged. Restore a backup.",
        13 => "the disk is full. Make room.",
        14 => "its database cannot be opened. It must be a file, in a folder that the user MentorBot runs as may write to.",
        26 => "the file is no SQLite database. Restore a backup, or name another file.",
        _ => "its database cannot be used.",
    };
}
