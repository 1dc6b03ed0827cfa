using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MentorBot.Mentoring.Data;

/// <summary>Makes every SQLite connection keep its promises: a commit is on disk when it returns, and what is erased is overwritten.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // synchronous=FULL: in WAL mode the log is flushed at each commit (https://www.sqlite.org/pragma.html#pragma_synchronous).
    // The last two only save work: pages in use are kept (16 MiB a connection), and the log is folded into the database every 4,000 pages
    // (16 MiB), so that a page which many commits change is written back once.
    private const string Pragmas =
        "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=4000;";

    // A pooled connection keeps what it was told; only its wrapper is new each time.
    private static readonly ConditionalWeakTable<object, object> Told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection)
    {
        if (((SqliteConnection)connection).Handle is not { } handle || Told.TryGetValue(handle, out _)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        Told.AddOrUpdate(handle, handle);
    }
}
