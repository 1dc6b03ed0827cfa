using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace MentorBot.Mentoring.Data;

/// <summary>One statement, run for many rows in a context's transaction: prepared once, where a tracked entity would be planned anew for each row.</summary>
/// <remarks>
/// For the journal alone (inbox, outbox, events), where every message writes and nothing is read back. The SQL is standard: quoted names, named parameters,
/// the same on SQLite, PostgreSQL and SQL Server. Values are what the entities hold; instants and enumerations are stored as the model stores them.
/// </remarks>
internal sealed class RowStatement : IDisposable
{
    private readonly MentorBotDb _db;
    private readonly IRelationalConnection _connection;
    private readonly IRelationalCommandDiagnosticsLogger _diagnostics;
    private readonly DbCommand _command;
    private readonly bool _instantsAreMilliseconds;

    /// <summary>Prepares a statement in the context's current transaction.</summary>
    public RowStatement(MentorBotDb db, string sql, params ReadOnlySpan<string> parameters)
    {
        (_db, _instantsAreMilliseconds) = (db, db is SqliteDb);
        _connection = db.GetService<IRelationalConnection>();
        _diagnostics = db.GetService<IRelationalCommandDiagnosticsLogger>();
        _command = db.Database.GetDbConnection().CreateCommand();
        _command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        _command.CommandText = sql;
        foreach (var name in parameters)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = name;
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>Runs it for one row, with one value for each parameter, in order.</summary>
    /// <returns>How many rows it touched.</returns>
    /// <exception cref="DbUpdateException">The database refused the row, as it would refuse a tracked entity.</exception>
    public Task<int> RunAsync(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) _command.Parameters[i].Value = Stored(values[i]);
        return RunAsync();
    }

    public void Dispose() => _command.Dispose();

    private async Task<int> RunAsync()
    {
        try
        {
            // Interceptors and logs see it as they see the statements of tracked entities.
            var intercepted = await _diagnostics.CommandNonQueryExecutingAsync(
                _connection, _command, _command.CommandText, _db, Guid.Empty, _connection.ConnectionId, default, CommandSource.SaveChanges);
            return intercepted.HasResult ? intercepted.Result : await _command.ExecuteNonQueryAsync();
        }
        catch (DbException error)
        {
            throw new DbUpdateException("A row of the journal could not be written.", error);
        }
    }

    private object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant when _instantsAreMilliseconds => instant.ToUnixTimeMilliseconds(),
        Enum name => Convert.ToInt32(name),
        _ => value,
    };
}
