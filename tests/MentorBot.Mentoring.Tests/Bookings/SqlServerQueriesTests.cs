using System.Data;
using System.Data.Common;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MentorBot.Mentoring.Tests.Bookings;

/// <summary>There is no SQL Server here: that each question can be asked of one is seen by asking it, of a server that has no rows.</summary>
public sealed class SqlServerQueriesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly NodaTime.Instant Start = NodaTime.Instant.FromDateTimeOffset(Now);

    [Fact]
    public async Task Each_question_of_bookings_can_be_asked_of_a_SQL_Server()
    {
        var server = new EmptyServer();
        await using var db = new SqlServerDb(new DbContextOptionsBuilder<SqlServerDb>().UseSqlServer("Server=localhost").AddInterceptors(server, new NoConnection()).Options);
        var turn = TurnOf(db);
        var (stop, wanted) = (TestContext.Current.CancellationToken, BookingWorld.Wanted);

        Assert.Empty(await turn.ProposeAsync(wanted with { Way = MeetingWay.Place }, stop));
        Assert.Empty(await turn.WaysAsync(stop));
        Assert.Empty((await turn.ReadDiariesAsync([], (Start, Start), own: null, stop)).Keys);
        Assert.Null(await turn.FindChoosingAsync(stop));
        Assert.Null(await turn.FindWhoIsNextAsync(stop));
        Assert.Null(await turn.FindBookingAsync(1, stop));
        Assert.Null(await turn.FindMissedAsync(stop));
        Assert.Null(await turn.FindMetAsync(1, stop));
        Assert.Empty(await turn.DueBookingsAsync(stop));
        await turn.CallNextAsync(new Booking { LinkSecret = "", TimeZone = "Europe/London" }, stop);

        Assert.Contains(server.Asked, sql => sql.Contains("FROM [BookedTimes]", StringComparison.Ordinal));
        Assert.InRange(server.Asked.Count, 12, 40);
    }

    private static Turn TurnOf(SqlServerDb db)
    {
        var conversation = db.Conversations.Attach(new Conversation
        {
            Id = 1,
            Key = [1],
            OurAddress = "",
            Address = new Address { Id = 1, Key = [1], Channel = BotFramework.Channels.Sms, Sealed = [1], Mentee = new Mentee { Id = 1, Alias = "Blue Heron" } },
        }).Entity;
        return new Turn(db, new TurnRecord(), conversation, Now);
    }

    /// <summary>Answers every question with no rows, and remembers it.</summary>
    private sealed class EmptyServer : DbCommandInterceptor
    {
        public List<string> Asked { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Asked.Add(command.CommandText);
            var none = new DataTable();
            // At least as many columns as any question asks for.
            for (var i = 0; i < 300; i++) none.Columns.Add();
            return new(InterceptionResult<DbDataReader>.SuppressWithResult(none.CreateDataReader()));
        }
    }

    /// <summary>Nothing is opened, for nobody listens.</summary>
    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult.Suppress());
    }
}
