using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Privacy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Mentoring.Tests.Data;

public sealed class PreparationTests
{
    [Theory, EachDatabase]
    public async Task Several_nodes_may_prepare_an_empty_database_at_once_and_again(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.EmptyAsync(provider);
        // SQLite has one process at a time.
        var nodes = provider == DatabaseProvider.Sqlite ? 1 : 4;

        await Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => PrepareAsync(database, PreparedDatabases.Keys)));
        await PrepareAsync(database, PreparedDatabases.Keys);

        Assert.Equal([Preparation.FirstScheme], await ReadAsync(database, db => db.Schemes.Select(s => s.Name).ToListAsync()));
    }

    [Theory, EachDatabase(OnlyServers = true)]
    public async Task A_node_that_another_one_forestalls_goes_by_what_that_one_wrote(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.EmptyAsync(provider);
        var (faults, met) = (new Faults(), 0);
        faults.Refuses = sql =>
        {
            if (sql.Contains("INSERT INTO \"KeyRings\"", StringComparison.Ordinal) && met++ == 0) PrepareAsync(database, PreparedDatabases.Keys).GetAwaiter().GetResult();
            return false;
        };

        await PrepareAsync(database, PreparedDatabases.Keys, faults);

        Assert.Equal(1, met);
        Assert.Equal([Preparation.FirstScheme], await ReadAsync(database, db => db.Schemes.Select(s => s.Name).ToListAsync()));
    }

    [Theory, EachDatabase]
    public async Task A_database_that_was_written_with_other_keys_stops_the_start(DatabaseProvider provider)
    {
        await using var database = await PreparedDatabases.CopyAsync(provider);

        await Assert.ThrowsAsync<KeyRingMismatchException>(() => PrepareAsync(database, KeyRing.Create()));
        await PrepareAsync(database, PreparedDatabases.Keys.WithNewKey());
    }

    [Fact]
    public void A_machine_without_time_zones_is_told_what_to_install()
    {
        var error = Assert.Throws<TimeZonesMissingException>(() => TimeZones.Require("Europe/Atlantis"));

        Assert.Contains("tzdata", error.Message, StringComparison.Ordinal);
        TimeZones.Require(Mentee.FirstTimeZone);
    }

    [Fact]
    public async Task A_file_without_a_write_ahead_log_gets_one()
    {
        await using var database = await PreparedDatabases.CopyAsync(DatabaseProvider.Sqlite);
        Assert.Equal("delete", await PragmaAsync(database.Settings.ConnectionString, "journal_mode=DELETE"));
        await database.CloseAsync();

        await PrepareAsync(database, PreparedDatabases.Keys);

        Assert.Equal("wal", await PragmaAsync(database.Settings.ConnectionString, "journal_mode"));
    }

    [Fact]
    public async Task Every_pooled_connection_flushes_at_each_commit_and_overwrites_what_is_erased()
    {
        await using var world = await World.OpenAsync(DatabaseProvider.Sqlite);
        var contexts = Enumerable.Range(0, 5).Select(_ => world.Here.Contexts.CreateDbContext()).ToList();
        for (var round = 0; round < 2; round++)
        {
            foreach (var db in contexts)
            {
                await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
                var connection = db.Database.GetDbConnection();
                Assert.Equal(("2", "1", "1", "wal"), (await PragmaAsync(connection, "synchronous"), await PragmaAsync(connection, "secure_delete"), await PragmaAsync(connection, "foreign_keys"), await PragmaAsync(connection, "journal_mode")));
            }
            foreach (var db in contexts) await db.Database.CloseConnectionAsync();
        }
        foreach (var db in contexts) await db.DisposeAsync();
    }

    private static async Task PrepareAsync(TestDatabase database, KeyRing keys, Faults? faults = null)
    {
        await using var services = Services(database, keys, faults);
        await services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
    }

    private static async Task<T> ReadAsync<T>(TestDatabase database, Func<MentorBotDb, Task<T>> read)
    {
        await using var services = Services(database, PreparedDatabases.Keys);
        await using var db = await services.GetRequiredService<IDbContextFactory<MentorBotDb>>().CreateDbContextAsync();
        return await read(db);
    }

    private static ServiceProvider Services(TestDatabase database, KeyRing keys, Faults? faults = null) => new ServiceCollection()
        .AddMentorBotDatabase(database.Settings)
        .ConfigureDbContext<PostgreSqlDb>(options => options.AddInterceptors(faults?.Interceptors ?? []))
        .AddSingleton(keys).AddSingleton<Preparation>().BuildServiceProvider();

    private static async Task<string?> PragmaAsync(string connectionString, string pragma)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        return await PragmaAsync(connection, pragma);
    }

    private static async Task<string?> PragmaAsync(System.Data.Common.DbConnection connection, string pragma)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
