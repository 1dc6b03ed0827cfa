using MentorBot.Benchmarks.Running;
using MentorBot.Mentoring.Messages;
using Microsoft.Data.Sqlite;

namespace MentorBot.Benchmarks.Kills;

/// <summary>What the program still has to do, as its database tells it.</summary>
internal static class Backlog
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Waits until every text has had its turn and every reply is settled.</summary>
    /// <returns>How much was still to do when patience ended; 0 when all is done.</returns>
    public static async Task<long> DrainAsync(Workplace place, TimeSpan patience)
    {
        var until = TimeProvider.System.GetUtcNow() + patience;
        while (true)
        {
            var left = Count(place);
            if (left == 0 || TimeProvider.System.GetUtcNow() > until) return left;
            await Task.Delay(Look, TimeProvider.System);
        }
    }

    private static long Count(Workplace place)
    {
        using var connection = new SqliteConnection($"{place.ConnectionString};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT (SELECT COUNT(*) FROM "Inbox" WHERE "State" = {(int)InboxState.Waiting})
                 + (SELECT COUNT(*) FROM "Outbox" WHERE "State" <= {(int)OutboxState.Uncertain})
            """;
        return (long)command.ExecuteScalar()!;
    }
}
