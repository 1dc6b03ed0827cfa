using MentorBot.Mentoring.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace MentorBot.Mentoring.Tests.Data;

/// <summary>The migrations say what the model says, also for SQL Server, which no test here can run on.</summary>
public sealed class ModelTests
{
    private const string Golden = "SqlServer.sql";

    [Fact]
    public void No_database_has_changes_without_a_migration()
    {
        using var sqlite = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);
        using var postgreSql = new PostgreSqlDb(new DbContextOptionsBuilder<PostgreSqlDb>().UseNpgsql("Host=localhost").Options);
        using var sqlServer = SqlServer();

        Assert.Equal([false, false, false], new DbContext[] { sqlite, postgreSql, sqlServer }.Select(db => db.Database.HasPendingModelChanges()));
    }

    /// <summary>Rewrite it with <c>MENTORBOT_REWRITE_GOLDEN=1</c>, and read the difference.</summary>
    [Fact]
    public void The_script_for_SQL_Server_is_the_one_that_was_read_and_found_good()
    {
        using var db = SqlServer();
        var script = db.GetService<IMigrator>().GenerateScript().ReplaceLineEndings("\n").Replace(ProductInfo.GetVersion(), "EF", StringComparison.Ordinal);

        if (Environment.GetEnvironmentVariable("MENTORBOT_REWRITE_GOLDEN") == "1") File.WriteAllText(InSource(), script);
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", Golden)).ReplaceLineEndings("\n"), script);
    }

    [Fact]
    public void SQL_Server_keeps_instants_with_their_offset_and_sealed_bytes_as_bytes_and_filters_indexes_in_its_own_words()
    {
        using var db = SqlServer();
        var script = db.GetService<IMigrator>().GenerateScript();

        Assert.Contains("[DueAt] datetimeoffset NOT NULL", script, StringComparison.Ordinal);
        Assert.Contains("[SealedActivity] varbinary(max) NULL", script, StringComparison.Ordinal);
        Assert.Contains("[ConversationKey] varbinary(32) NOT NULL", script, StringComparison.Ordinal);
        Assert.Contains("ON [Inbox] ([Id]) WHERE [State] = 0;", script, StringComparison.Ordinal);
        Assert.Contains("ON [Outbox] ([Priority], [Id]) WHERE [State] <= 2;", script, StringComparison.Ordinal);
        Assert.DoesNotContain("[Key] varbinary(max)", script, StringComparison.Ordinal);
    }

    private static SqlServerDb SqlServer() => new(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=localhost").Options);

    private static string InSource([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, Golden);
}
