using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Mentoring.Data;

/// <summary>Registers the context of whichever database the settings name.</summary>
public static class Databases
{
    /// <summary>Adds a factory of contexts, which are pooled, for one database.</summary>
    public static IServiceCollection AddMentorBotDatabase(this IServiceCollection services, DatabaseSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Provider switch
        {
            DatabaseProvider.Sqlite => Add<SqliteDb>(services, options => options
                .UseSqlite(settings.ConnectionString)
                .AddInterceptors(new SqlitePragmas())),
            DatabaseProvider.PostgreSql => Add<PostgreSqlDb>(services, options => options.UseNpgsql(settings.ConnectionString)),
            DatabaseProvider.SqlServer => Add<SqlServerDb>(services, options => options.UseSqlServer(settings.ConnectionString)),
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Provider, "There is no such kind of database."),
        };
    }

    private static IServiceCollection Add<TDb>(IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where TDb : MentorBotDb =>
        services
            .AddPooledDbContextFactory<TDb>(options =>
            {
                configure(options);
                // Each context has one owner at a time: its loop. Values stay out of exceptions and logs.
                options.EnableThreadSafetyChecks(false).EnableSensitiveDataLogging(false);
            })
            .AddSingleton<IDbContextFactory<MentorBotDb>, Factory<TDb>>();

    private sealed class Factory<TDb>(IDbContextFactory<TDb> contexts) : IDbContextFactory<MentorBotDb>
        where TDb : MentorBotDb
    {
        public MentorBotDb CreateDbContext() => contexts.CreateDbContext();
    }
}
