using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace MentorBot.Mentoring.Data;

/// <summary>Tells a row that met another writer's, and may fit when it is written anew, from one that the database will never take. SQLite has one writer; what it read before it waited for its turn may be old all the same.</summary>
internal static class CrossedWrite
{
    // unique_violation, serialization_failure and deadlock_detected (https://www.postgresql.org/docs/current/errcodes-appendix.html).
    private static readonly string[] States = ["23505", "40001", "40P01"];

    // A deadlock's victim, and a key that is there already (https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors).
    private static readonly int[] Numbers = [1205, 2601, 2627];

    // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE (https://www.sqlite.org/rescode.html).
    private static readonly int[] Extended = [1555, 2067];

    /// <summary>Whether the database refused it because of what another writer wrote. EF wraps what the driver says, and wraps a deadlock's victim once more, as something that may pass.</summary>
    public static bool Is(Exception error) => error.InnerException switch
    {
        SqliteException file => Extended.Contains(file.SqliteExtendedErrorCode),
        SqlException server => Numbers.Contains(server.Number),
        DbException cause => States.Contains(cause.SqlState, StringComparer.Ordinal),
        { } cause => Is(cause),
        null => false,
    };
}
