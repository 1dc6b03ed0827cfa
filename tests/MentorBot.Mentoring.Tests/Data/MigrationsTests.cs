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
