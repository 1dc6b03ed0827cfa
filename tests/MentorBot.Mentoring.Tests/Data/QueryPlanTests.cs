using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using MentorBot.Mentoring.Tests.Bookings;
using MentorBot.Mentoring.WebChats;
using MentorBot.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Data;

public sealed partial class QueryPlanTests
{
    /// <summary>Small for ever, or read by who has little to do: the tables that may be read from end to end.</summary>
    private static readonly string[] MayBeScanned = ["Schemes", "Doors", "Partitions", "Nodes", "KeyRings", "LinkRequests"];

    [Fact]
    public async Task No_step_of_a_message_and_no_round_of_erasing_reads_a_table_from_end_to_end()
    {
        await using var world = await BookingWorld.OpenAsync(DatabaseProvider.Sqlite);
        var statements = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        world.Here.Faults.Refuses = sql =>
        {
            statements.TryAdd(sql, true);
            return false;
        };
        await LiveAsync(world);

        var scans = new List<string>();
        foreach (var sql in statements.Keys.Where(sql => !sql.StartsWith("PRAGMA", StringComparison.Ordinal)))
        {
            foreach (var step in await PlanAsync(world, sql))
            {
                if (ScanRegex().Match(step) is { Success: true } scan && TableOf(sql, scan.Groups["name"].Value) is { } table && !MayBeScanned.Contains(table)) scans.Add($"{step}\n{sql}");
            }
        }

        Assert.InRange(statements.Count, 10, 1_000);
        Assert.Empty(scans);
    }

    private static async Task LookAtTheDeskAsync(World world)
    {
        // Who leads is told of concerns.
        await world.ChangeAsync(async db =>
        {
            db.Mentors.Add(new Mentor { Id = 1, Name = "Sam", SchemeId = await db.Schemes.MinAsync(s => s.Id) });
            await db.SaveChangesAsync();
            (await db.Schemes.OrderBy(s => s.Id).FirstAsync()).LeadId = 1;
        });
        await world.Here.Get<DeskNews>().LookAsync([1, 2], CancellationToken.None);
        await world.Here.Get<DeskConcerns>().ReadAsync(1, CancellationToken.None);
        await world.Here.Get<DeskPresence>().NoteAsync([1]);
        await world.Here.Get<DeskQueues>().ReadAsync(1, CancellationToken.None);
        await world.Here.Get<DeskTalks>().FindFileAsync(1, 1, 0, CancellationToken.None);
        await world.Here.Get<DeskSearch>().FindAsync(1, "zebra", CancellationToken.None);
        await world.Here.Get<HeldChats>().FindAsync([1], CancellationToken.None);
        await world.Here.Get<HeldChats>().FindChatAsync(1, 1, CancellationToken.None);
    }

    private static async Task LiveAsync(World world)
    {
        foreach (var person in Cast.Everyone) await world.ReceiveAsync(person, "hello");
        await world.RunAsync();
        world.Carrier.Next(1, _ => BotFramework.Delivery.Uncertain("timeout"));
        await world.ReceiveAsync(Cast.Amina, "again");
        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromMinutes(1));
        await world.Here.Outbox.ReportAsync(new(world.Carrier.Id, (await world.OutboxOfAsync(Cast.Amina))[0].MessageId, "SM1", BotFramework.DeliveryStatus.Sent, null));
        await world.Here.Get<ChatHistory>().ReadAsync(world.Here.Get<AddressVault>().KeyOf(world.Carrier.Id, Cast.Amina.Mobile, Cast.OurNumber), Watermark.Start, CancellationToken.None);
        await world.Here.Get<ChatHistory>().ReadLatestAsync(world.Here.Get<AddressVault>().KeyOf(world.Carrier.Id, Cast.Amina.Mobile, Cast.OurNumber), 1, CancellationToken.None);
        await world.Here.Get<ChatHistory>().HasBegunAsync([1], CancellationToken.None);
        await world.Here.Get<Uploads>().KeepAsync([1], [new UploadedFile("text/plain", new byte[1])]);
        await world.Here.Get<Uploads>().FindAsync([1], Guid.NewGuid(), CancellationToken.None);
        await LookAtTheDeskAsync(world);
        await BookAsync(world);
        await world.Here.Get<ChatNews>().LookAsync(CancellationToken.None);
        await world.Here.Get<ConcernClock>().StrikeAsync(CancellationToken.None);
        await world.Here.Get<HandoffClock>().StrikeAsync(CancellationToken.None);
        await new WebChats.Chat(world, "a").SayAsync("hello");
        await world.TakeTurnsAsync();
        for (var i = 0; i < 2; i++) await world.Here.Get<ChatNews>().LookAsync(CancellationToken.None);
        await world.ChangeAsync(db =>
        {
            db.WebChats.Add(new WebChat { ConversationKey = new WebChats.Chat(world, "a").Key, SealedAddress = [1], OurAddress = "web", CodeKey = [1], SealedCode = [1], StartedAt = world.Clock.GetUtcNow() });
            return Task.CompletedTask;
        });
        world.Clock.Advance(TimeSpan.FromDays(Retention.MostDays + 1));
        await world.Here.Get<ChatRetention>().EraseAsync(CancellationToken.None);
        Assert.NotEqual(0, await world.Here.Get<Retention>().EraseAsync(CancellationToken.None));
        world.Clock.Advance(ChatRetention.KeepCodesFor);
        await world.Here.Get<ChatRetention>().EraseAsync(CancellationToken.None);
    }

    private static async Task BookAsync(World world)
    {
        await world.MentorAsync("Tomas", "Daily 9-10", mentor => mentor.Meets!.VenueId = 1);
        world.Bot.When("PLACE", async context => await context.Turn().OfferTimesAsync(booking: null, BookingWorld.Wanted with { Way = MeetingWay.Place }, aboutId: null, default))
            .When("WAYS", async context => await context.Turn().WaysAsync(default))
            .When("MISSED", async context => await context.Turn().FindMissedAsync(default))
            .When("MET", async context => await context.Turn().FindMetAsync(1, default))
            .When("ONE", async context => await context.Turn().FindBookingAsync(1, default));
        foreach (var text in new[] { "BOOK", "1", "MOVE", "1", "PLACE", "WAYS", "MISSED", "MET", "ONE", "CAN'T", "NONE", "1", "DROP", "BOOK" }) await world.HearAsync(Cast.Joan, text);
        await world.StrikeAfterAsync(Choosing.Kept);
    }

    private static async Task<List<string>> PlanAsync(World world, string sql)
    {
        await using var connection = new SqliteConnection(world.Database.Settings.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var name in ParameterRegex().Matches(sql).Select(m => m.Value).Distinct(StringComparer.Ordinal)) command.Parameters.AddWithValue(name, 1);
        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) steps.Add(reader.GetString(3));
        return steps;
    }

    /// <summary>The table behind a name in a plan, which is its alias or its own; null for a subquery, whose own plan shows what it reads.</summary>
    private static string? TableOf(string sql, string name)
    {
        if (sql.Contains($") AS \"{name}\"", StringComparison.Ordinal)) return null;
        var table = Regex.Match(sql, $"\"(\\w+)\" AS \"{Regex.Escape(name)}\"", RegexOptions.None, TimeSpan.FromSeconds(1));
        return table.Success ? table.Groups[1].Value : name;
    }

    // A scan of an index that holds only what waits is what these indexes are for; "CONSTANT ROW" reads no table.
    [GeneratedRegex(@"^SCAN (?!CONSTANT ROW)(?<name>\w+)(?! USING (COVERING )?INDEX IX_(Inbox_Waiting|Outbox_Unsettled))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScanRegex();

    [GeneratedRegex(@"@\w+", RegexOptions.None, 1000)]
    private static partial Regex ParameterRegex();
}
