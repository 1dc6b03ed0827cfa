using System.Text;
using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.Data.Sqlite;

namespace MentorBot.Mentoring.Tests.Privacy;

/// <summary>Whoever steals the database or reads the logs of a busy world learns no number and no word.</summary>
public sealed class StolenDatabaseTests
{
    private const string Confession = "I am afraid of tomorrow";

    [Fact]
    public async Task The_files_of_the_database_hold_no_number_and_no_words()
    {
        await using var world = await World.OpenAsync(DatabaseProvider.Sqlite);
        await LiveAsync(world);

        var files = Directory.GetFiles(Path.GetDirectoryName(world.Database.File)!, Path.GetFileName(world.Database.File) + "*");
        Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var bytes = await ReadAsync(file);
            foreach (var secret in Secrets())
            {
                Assert.False(Contains(bytes, Encoding.UTF8.GetBytes(secret)), $"{secret} in {Path.GetFileName(file)}, UTF-8");
                Assert.False(Contains(bytes, Encoding.Unicode.GetBytes(secret)), $"{secret} in {Path.GetFileName(file)}, UTF-16");
            }
        }
    }

    [Theory, EachDatabase]
    public async Task The_logs_hold_no_number_and_no_words(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database, keepsLog: true);
        await LiveAsync(world);

        var text = world.Log!.AllText;
        Assert.Contains("set aside", text, StringComparison.Ordinal);
        Assert.Contains("A channel threw", text, StringComparison.Ordinal);
        Assert.False(Cast.GivesAwayANumber(text));
        Assert.All(Secrets(), secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_erased_is_overwritten_in_the_file()
    {
        await using var world = await World.OpenAsync(DatabaseProvider.Sqlite);
        await world.ReceiveAsync(Cast.Amina, Confession);
        await world.RunAsync();
        var box = Assert.Single(await world.InboxAsync()).SealedActivity!;
        await CheckpointAsync(world);
        Assert.True(Contains(await ReadAsync(world.Database.File), box));

        world.Clock.Advance(TimeSpan.FromDays(31));
        await world.Here.Get<Retention>().EraseAsync(CancellationToken.None);
        await CheckpointAsync(world);

        Assert.False(Contains(await ReadAsync(world.Database.File), box));
    }

    private static IEnumerable<string> Secrets() => Cast.Everyone.Select(p => p.Mobile[1..]).Append(Confession).Append("afraid");

    /// <summary>Everything that can happen to a message happens.</summary>
    private static async Task LiveAsync(World world)
    {
        world.Bot.ThrowsAt($"{Confession}!");
        foreach (var person in Cast.Everyone) await world.ReceiveAsync(person, Confession);
        await world.ReceiveAsync(Cast.Joan, $"{Confession}!");
        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromSeconds(2));
        await world.RunAfterAsync(TimeSpan.FromSeconds(10));
        world.Carrier.Next(1, message => throw new InvalidOperationException(message.Address + message.Activity.Text));
        foreach (var person in Cast.Everyone) await world.ReceiveAsync(person, Confession);
        await world.RunAsync();
        world.Carrier.Next(1, _ => Delivery.Refused(DeliveryOutcome.AddressUnusable, "21211"));
        await world.ReceiveAsync(Cast.Amina, Confession);
        await world.RunAfterAsync(TimeSpan.FromMinutes(1));
    }

    private static Task<int> CheckpointAsync(World world) => world.ReadAsync(async db =>
    {
        var connection = (SqliteConnection)Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(db.Database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        return await command.ExecuteNonQueryAsync();
    });

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }

    private static bool Contains(byte[] bytes, ReadOnlySpan<byte> secret) => bytes.AsSpan().IndexOf(secret) >= 0;
}
