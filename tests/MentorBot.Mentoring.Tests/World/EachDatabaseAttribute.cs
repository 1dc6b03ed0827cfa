using System.Reflection;
using MentorBot.Mentoring.Data;
using Xunit.Sdk;
using Xunit.v3;

namespace MentorBot.Mentoring.Tests;

/// <summary>Runs a theory once on each kind of database that can be had here: SQLite always, PostgreSQL where a server was named.</summary>
public sealed class EachDatabaseAttribute : DataAttribute
{
    /// <summary>Only on PostgreSQL: for what several nodes do, which SQLite has none of.</summary>
    public bool OnlyServers { get; init; }

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(OnlyServers ? [OnPostgres()] : [new TheoryDataRow<DatabaseProvider>(DatabaseProvider.Sqlite), OnPostgres()]);

    private static TheoryDataRow<DatabaseProvider> OnPostgres() => new(DatabaseProvider.PostgreSql) { Skip = Postgres.WhyNotHere };

    public override bool SupportsDiscoveryEnumeration() => true;
}
