using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Privacy;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(MentorBot.Mentoring.Tests.PreparedDatabases))]

namespace MentorBot.Mentoring.Tests;

/// <summary>A real database of one test's own, gone afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? _folder;

    private TestDatabase(DatabaseSettings settings, string? folder) => (Settings, _folder) = (settings, folder);

    public DatabaseSettings Settings { get; }

    private bool IsBorrowed { get; init; }

    /// <summary>The SQLite file.</summary>
    public string File => new SqliteConnectionStringBuilder(Settings.ConnectionString).DataSource;

    /// <summary>An empty database: no tables yet.</summary>
    public static async Task<TestDatabase> EmptyAsync(DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.PostgreSql) return new(new(provider, await Postgres.CreateAsync()), null);
        var folder = Directory.CreateTempSubdirectory("mentorbot-test-").FullName;
        return new(new(provider, $"Data Source={Path.Combine(folder, "mentorbot.db")}"), folder);
    }

    /// <summary>A copy of a prepared database.</summary>
    public static async Task<TestDatabase> CopyOfAsync(TestDatabase prepared)
    {
        var settings = prepared.Settings;
        if (settings.Provider == DatabaseProvider.PostgreSql) return new(settings with { ConnectionString = await Postgres.BorrowAsync(settings.ConnectionString) }, null) { IsBorrowed = true };
        var copy = await EmptyAsync(settings.Provider);
        System.IO.File.Copy(prepared.File, copy.File);
        return copy;
    }

    /// <summary>Lets go of every pooled connection, so that the file is whole and the server's database can be copied.</summary>
    public async Task CloseAsync()
    {
        if (Settings.Provider == DatabaseProvider.Sqlite)
        {
            await using var connection = new SqliteConnection(Settings.ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
        else
        {
            await using var connection = new NpgsqlConnection(Settings.ConnectionString);
            NpgsqlConnection.ClearPool(connection);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (IsBorrowed) await Postgres.GiveBackAsync(Settings.ConnectionString);
        else if (_folder is not null) Directory.Delete(_folder, recursive: true);
        else await Postgres.DropAsync(Settings.ConnectionString);
    }
}

/// <summary>One prepared database of each kind, made once a run: tests begin with a copy.</summary>
public sealed class PreparedDatabases : IAsyncDisposable
{
    private static readonly Lazy<Task<TestDatabase>> Sqlite = new(() => PrepareAsync(DatabaseProvider.Sqlite));
    private static readonly Lazy<Task<TestDatabase>> PostgreSql = new(() => PrepareAsync(DatabaseProvider.PostgreSql));
    private static readonly SemaphoreSlim OneCopyAtATime = new(1);

    /// <summary>The keys that they were prepared with.</summary>
    public static KeyRing Keys { get; } = KeyRing.Create();

    public static async Task<TestDatabase> CopyAsync(DatabaseProvider provider)
    {
        var prepared = await (provider == DatabaseProvider.Sqlite ? Sqlite : PostgreSql).Value;
        await OneCopyAtATime.WaitAsync();
        try
        {
            return await TestDatabase.CopyOfAsync(prepared);
        }
        finally
        {
            OneCopyAtATime.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var prepared in new[] { Sqlite, PostgreSql })
        {
            if (prepared is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await prepared.Value).DisposeAsync();
        }
        await Postgres.DropAllAsync();
    }

    private static async Task<TestDatabase> PrepareAsync(DatabaseProvider provider)
    {
        var database = await TestDatabase.EmptyAsync(provider);
        await using (var services = new ServiceCollection().AddMentorBotDatabase(database.Settings).AddSingleton(Keys).AddSingleton<Preparation>().BuildServiceProvider())
        {
            await services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
        }
        await database.CloseAsync();
        return database;
    }
}
