namespace MentorBot.Mentoring.Data;

/// <summary>Which database MentorBot keeps its memory in: the settings under <c>MentorBot:Database</c>.</summary>
/// <param name="Provider">What kind of database.</param>
/// <param name="ConnectionString">How to reach it, as its ADO.NET driver reads it.</param>
public sealed record DatabaseSettings(DatabaseProvider Provider, string ConnectionString)
{
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
