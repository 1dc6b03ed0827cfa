using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace MentorBot.Mentoring.Data;

// What `dotnet ef migrations add NAME --context SqliteDb` (and the two others) starts from: it needs no database to run.

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options);
}

internal sealed class PostgreSqlDesign : IDesignTimeDbContextFactory<PostgreSqlDb>
{
    public PostgreSqlDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgreSqlDb>().UseNpgsql("Host=localhost").Options);
}

internal sealed class SqlServerDesign : IDesignTimeDbContextFactory<SqlServerDb>
{
    public SqlServerDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=localhost").Options);
}
