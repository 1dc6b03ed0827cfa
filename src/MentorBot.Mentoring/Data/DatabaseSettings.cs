using Microsoft.Data.Sqlite;

namespace MentorBot.Mentoring.Data;

/// <summary>Which database MentorBot keeps its memory in: the settings under <c>MentorBot:Database</c>.</summary>
/// <param name="Provider">What kind of database.</param>
/// <param name="ConnectionString">How to reach it, as its ADO.NET driver reads it.</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
    /// <summary>The SQLite database's file, as a full path; null for a server's database and for one in memory.</summary>
    public string? SqliteFile
    {
        get
        {
            if (Provider != DatabaseProvider.Sqlite) return null;
            var connection = new SqliteConnectionStringBuilder(ConnectionString);
            return connection.Mode == SqliteOpenMode.Memory || connection.DataSource is "" or ":memory:" ? null : Path.GetFullPath(connection.DataSource);
        }
    }

    // It may hold a password.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Provider = ").Append(Provider);
        return true;
    }
}

/// <summary>The kinds of database that MentorBot runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>One file, one process: the default.</summary>
    Sqlite,

    /// <summary>Microsoft SQL Server, many nodes.</summary>
    SqlServer,

    /// <summary>PostgreSQL, many nodes.</summary>
    PostgreSql,
}
