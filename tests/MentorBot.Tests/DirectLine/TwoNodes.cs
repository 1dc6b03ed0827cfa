using MentorBot.Mentoring.Tests;
using Npgsql;

namespace MentorBot.Tests.DirectLine;

/// <summary>Two programs on one PostgreSQL database, with the same keys, as behind a balancer. Each has half of the partitions.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    // Leases last ten seconds: by then the first has given back what is the second's due.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _database;
    private readonly ProgramFolder _keys = new();

    private TwoNodes(string database) => _database = database;

    /// <summary>The one that was there first, and keeps the lower half of the partitions.</summary>
    public ChattedProgram First { get; private set; } = null!;

    /// <summary>The one that has the upper half.</summary>
    public ChattedProgram Second { get; private set; } = null!;

    /// <summary>Starts both, and waits until they have divided the partitions.</summary>
    public static async Task<TwoNodes> StartAsync()
    {
        var nodes = new TwoNodes(await Postgres.CreateAsync());
        try
        {
            nodes.First = await nodes.StartOneAsync();
            nodes.Second = await nodes.StartOneAsync();
            await nodes.WhenDividedAsync();
            return nodes;
        }
        catch
        {
            await nodes.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether the turn of the last message that was stored is the second's business.</summary>
    public async Task<bool> IsLastTheSecondsAsync() => await ReadAsync(
        """SELECT (SELECT "Node" FROM "Partitions" p WHERE p."Id" = i."Partition") = (SELECT "Node" FROM "Partitions" WHERE "Id" = 63) FROM "Inbox" i ORDER BY i."Id" DESC LIMIT 1""");

    public async ValueTask DisposeAsync()
    {
        if (First is not null)
            await First.DisposeAsync();
        if (Second is not null)
            await Second.DisposeAsync();
        _keys.Dispose();
        await Postgres.DropAsync(_database);
    }

    private async Task<ChattedProgram> StartOneAsync()
    {
        var program = new Node(_database, _keys);
        await program.InitializeAsync();
        return program;
    }

    private async Task WhenDividedAsync()
    {
        using var giveUp = new CancellationTokenSource(Patience);
        while (!await ReadAsync("""SELECT COUNT(DISTINCT "Node") = 2 AND COUNT("Node") = 64 FROM "Partitions" """))
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, giveUp.Token);
    }

    private async Task<bool> ReadAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private sealed class Node(string database, ProgramFolder keys) : ChattedProgram
    {
        protected override IDictionary<string, string> Settings => new Dictionary<string, string>(base.Settings, StringComparer.Ordinal)
        {
            ["MentorBot:Database:Provider"] = "PostgreSql",
            ["MentorBot:Database:ConnectionString"] = database,
            ["MentorBot:Keys:Directory"] = keys.Path,
        };
    }
}
