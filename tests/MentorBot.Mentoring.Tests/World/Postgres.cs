using System.Collections.Concurrent;
using Npgsql;

namespace MentorBot.Mentoring.Tests;

/// <summary>The PostgreSQL server that tests may make databases on, if there is one.</summary>
internal static class Postgres
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("MENTORBOT_TEST_POSTGRES");

    /// <summary>Why its tests are skipped; null where they run, or must run and so fail.</summary>
    public static string? WhyNotHere =>
        Server is null && Environment.GetEnvironmentVariable("MENTORBOT_REQUIRE_ALL") != "1" ? Reason : null;

    private const string Reason = "PostgreSQL is not here: set MENTORBOT_TEST_POSTGRES";

    private static readonly ConcurrentBag<string> Idle = [];

    /// <summary>A copy of a prepared database: one that an earlier test gave back, since making and dropping them is dear.</summary>
    public static async Task<string> BorrowAsync(string prepared) => Idle.TryTake(out var idle) ? idle : await CreateAsync(prepared);

    /// <summary>Empties a database of all that a test put in, and keeps it for the next.</summary>
    public static async Task GiveBackAsync(string connectionString)
    {
        await RunAsync(connectionString, """
            SET session_replication_role = replica;
            DELETE FROM "TakenQuarters"; DELETE FROM "BookedTimes"; DELETE FROM "Bookings"; DELETE FROM "MentorDays"; DELETE FROM "Venues";
            DELETE FROM "GroupQuestions"; DELETE FROM "Seats"; DELETE FROM "Participants"; DELETE FROM "GroupMeetings";
            DELETE FROM "ConcernReadings"; DELETE FROM "ConcernAlerts"; DELETE FROM "Concerns";
            DELETE FROM "SignIns"; DELETE FROM "Passkeys"; DELETE FROM "Accounts"; DELETE FROM "DeskForms"; DELETE FROM "PassedMessages"; DELETE FROM "HandoffNotes"; DELETE FROM "Onlookers"; DELETE FROM "SavedReplies"; DELETE FROM "Offers"; DELETE FROM "Handoffs"; DELETE FROM "Mentors"; DELETE FROM "Invitations"; DELETE FROM "LinkRequests";
            DELETE FROM "Inbox"; DELETE FROM "Outbox"; DELETE FROM "Conversations"; DELETE FROM "Addresses"; DELETE FROM "Mentees";
            DELETE FROM "CourseProgress"; DELETE FROM "Events"; DELETE FROM "Incidents"; DELETE FROM "Nodes"; DELETE FROM "Doors"; DELETE FROM "WebChats"; DELETE FROM "Uploads"; DELETE FROM "LinkRequests";
            DELETE FROM "Schemes" WHERE "Id" > (SELECT MIN("Id") FROM "Schemes");
            UPDATE "Schemes" SET "LeadId" = NULL, "DeputyId" = NULL, "DutyHours" = NULL, "TimeZone" = 'Europe/London', "WaveMinutes" = NULL, "GiveUpMinutes" = NULL, "AnswerMinutes" = NULL;
            UPDATE "Partitions" SET "Node" = NULL, "Until" = '-infinity';
            """);
        Idle.Add(connectionString);
    }

    public static async Task DropAllAsync()
    {
        while (Idle.TryTake(out var idle)) await DropAsync(idle);
    }

    /// <summary>Makes an empty database, or a copy of another one, and tells how to reach it.</summary>
    public static async Task<string> CreateAsync(string? copyOf = null)
    {
        var name = $"mentorbot_test_{Guid.NewGuid():N}";
        await RunAsync(Server, $"CREATE DATABASE {name}" + (copyOf is null ? "" : $" TEMPLATE {NameIn(copyOf)}"));
        return new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    public static async Task DropAsync(string connectionString)
    {
        await using (var pool = new NpgsqlConnection(connectionString)) NpgsqlConnection.ClearPool(pool);
        await RunAsync(Server, $"DROP DATABASE IF EXISTS {NameIn(connectionString)} WITH (FORCE)");
    }

    private static string NameIn(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private static async Task RunAsync(string? connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString ?? throw new InvalidOperationException(Reason));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
