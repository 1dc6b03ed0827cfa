using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Data;

/// <summary>A write that failed because of the database, and not because of what was written: the disk is full, the file locked, the server away.</summary>
/// <param name="Code">The database's own code for it, such as <c>sqlite-13</c>; never its words, which may hold anything.</param>
/// <param name="At">When.</param>
public sealed record StorageFailure(string Code, DateTimeOffset At)
{
    // SQLITE_TOOBIG, SQLITE_CONSTRAINT and SQLITE_MISMATCH (https://www.sqlite.org/rescode.html) speak of the row.
    private const int SqliteTooBig = 18;
    private const int SqliteConstraint = 19;
    private const int SqliteMismatch = 20;

    // Wrong values, broken constraints, and transactions that gave way to others (https://www.postgresql.org/docs/current/errcodes-appendix.html).
    private static readonly string[] RowClasses = ["22", "23", "40"];

    // The same of SQL Server: a value that does not fit, NULL, a key that is there twice or refers to nothing, a deadlock's victim
    // (https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors).
    private static readonly int[] RowNumbers = [515, 547, 1205, 2601, 2627, 2628, 8152];

    /// <summary>The code, if the database is to blame; null if it answered and refused, or was not asked.</summary>
    internal static string? CodeOf(Exception error)
    {
        if (error is DbUpdateConcurrencyException || (error as DbException ?? error.InnerException as DbException) is not { } cause) return null;
        return cause switch
        {
            SqliteException { SqliteErrorCode: SqliteTooBig or SqliteConstraint or SqliteMismatch } => null,
            SqliteException sqlite => $"sqlite-{sqlite.SqliteErrorCode}",
            SqlException server => RowNumbers.Contains(server.Number) ? null : $"sqlserver-{server.Number}",
            _ when cause.SqlState is [var first, var second, ..] => RowClasses.Contains($"{first}{second}") ? null : cause.SqlState,
            _ => cause.GetType().Name,
        };
    }
}
