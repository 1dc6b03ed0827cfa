using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MentorBot.Mentoring.Tests;

/// <summary>Counts what the database is asked, and makes it fail on demand.</summary>
internal sealed class Faults
{
    private int _commits;
    private int _writes;
    private int _queries;

    /// <summary>Every command and every new transaction fails.</summary>
    public bool IsAway { get; set; }

    /// <summary>Whether a statement fails; it is told the SQL. Asked only while the database is there.</summary>
    public Func<string, bool>? Refuses { get; set; }

    /// <summary>The answer to the next commit is lost, although it is done.</summary>
    public bool LosesNextCommit { get; set; }

    /// <summary>Runs right before each commit.</summary>
    public Func<Task>? BeforeCommit { get; set; }

    public int Commits => _commits;

    /// <summary>How many commands changed something.</summary>
    public int Writes => _writes;

    public int Queries => _queries;

    public IInterceptor[] Interceptors => [new Commands(this), new Transactions(this)];

    public void Reset() => (_commits, _writes, _queries) = (0, 0, 0);

    private void Meet(string sql)
    {
        if (IsAway || Refuses?.Invoke(sql) == true) throw new DatabaseFault();
        if (IsWrite(sql)) Interlocked.Increment(ref _writes);
        else Interlocked.Increment(ref _queries);
    }

    public static bool IsWrite(string sql) => !sql.TrimStart().StartsWith("SELECT", StringComparison.Ordinal);

    private sealed class Commands(Faults faults) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            faults.Meet(command.CommandText);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            faults.Meet(command.CommandText);
            return new(result);
        }
    }

    private sealed class Transactions(Faults faults) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
            faults.IsAway ? throw new DatabaseFault() : new(result);

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (faults.BeforeCommit is { } before) await before();
            return result;
        }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref faults._commits);
            if (!faults.LosesNextCommit) return Task.CompletedTask;
            faults.LosesNextCommit = false;
            throw new DatabaseFault();
        }
    }
}

/// <summary>What a driver throws when its database fails.</summary>
internal sealed class DatabaseFault() : DbException("The test made the database fail.");
