using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Mentoring.Tests.Data;

/// <summary>A database that an earlier release filled is brought up to date with what is in it.</summary>
public sealed class MigrationsTests
{
    private const string BeforePlaces = "20261124000000_MoreDoors";
    private const string BeforeOutcomes = "20261125180000_Waits";

    [Theory, EachDatabase]
    public async Task Messages_that_were_stored_before_places_were_counted_keep_their_order(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.EmptyAsync(provider);
        await using var services = new ServiceCollection().AddMentorBotDatabase(database.Settings).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<MentorBotDb>>().CreateDbContextAsync(CancellationToken.None);
        await db.GetService<IMigrator>().MigrateAsync(BeforePlaces, CancellationToken.None);
        foreach (var id in new[] { "a", "b", "c" }) await StoreAsync(db, id);

        await db.Database.MigrateAsync(CancellationToken.None);

        var rows = await db.Inbox.OrderBy(m => m.Sequence).Select(m => new { m.ProviderMessageId, m.Sequence }).ToListAsync(CancellationToken.None);
        Assert.Equal(["a", "b", "c"], rows.Select(row => row.ProviderMessageId));
        Assert.Equal(3, rows.Select(row => row.Sequence).Distinct().Count());
    }

    [Theory, EachDatabase]
    public async Task Whoever_was_withdrawn_while_that_ended_no_duty_has_none_any_more(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.EmptyAsync(provider);
        await using var services = new ServiceCollection().AddMentorBotDatabase(database.Settings).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<MentorBotDb>>().CreateDbContextAsync(CancellationToken.None);
        await db.GetService<IMigrator>().MigrateAsync(BeforeOutcomes, CancellationToken.None);
        await StoreMentorsAsync(db);
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "Schemes" ("Name", "TimeZone", "LeadId", "DeputyId") VALUES ('Splott', 'Europe/London', 1, 2)""", CancellationToken.None);

        await db.Database.MigrateAsync(CancellationToken.None);

        var scheme = await db.Schemes.SingleAsync(one => one.Name == "Splott", CancellationToken.None);
        Assert.Equal((null, 2), (scheme.LeadId, scheme.DeputyId));
    }

    // Tomas is withdrawn, Priya is not.
    private static async Task StoreMentorsAsync(MentorBotDb db)
    {
        object now = db is SqliteDb ? 0L : DateTimeOffset.UnixEpoch;
        object nothing = db is SqliteDb ? "[]" : Array.Empty<string>();
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "Schemes" ("Name", "TimeZone") VALUES ('Wales', 'Europe/London')""", CancellationToken.None);
        foreach (var name in new[] { "Tomas", "Priya" })
        {
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "Mentors" ("SchemeId", "Name", "Languages", "Skills", "TimeZone", "MostAtOnce", "MostAWeek", "HearsBy", "JoinedAt", "Version")
                VALUES ((SELECT MIN("Id") FROM "Schemes"), {name}, {nothing}, {nothing}, 'Europe/London', 2, 10, 0, {now}, 0)
                """, CancellationToken.None);
        }
        await db.Database.ExecuteSqlAsync($"""UPDATE "Mentors" SET "WithdrawnAt" = {now} WHERE "Name" = 'Tomas'""", CancellationToken.None);
    }

    private static Task<int> StoreAsync(MentorBotDb db, string id)
    {
        object now = db is SqliteDb ? 0L : DateTimeOffset.UnixEpoch;
        byte[] key = [1];
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO "Inbox" ("Channel", "ProviderMessageId", "ConversationKey", "AddressKey", "Partition", "OurAddress", "ReceivedAt", "State", "FailedTurns", "DueAt")
            VALUES ('sms', {id}, {key}, {key}, 0, 'ours', {now}, {(int)InboxState.Waiting}, 0, {now})
            """);
    }
}
