using MentorBot.Mentoring.Accounts;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Events;
using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Incidents;
using MentorBot.Mentoring.Learning;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using MentorBot.Mentoring.Schemes;
using MentorBot.Mentoring.WebChats;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Data;

/// <summary>Everything that MentorBot remembers. One derived context for each kind of database, so that each has migrations of its own.</summary>
/// <remarks>It holds no phone number, chat id or text that can be read: see <see cref="Cipher"/>.</remarks>
public abstract class MentorBotDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Who runs mentoring, and where.</summary>
    public DbSet<Scheme> Schemes => Set<Scheme>();

    /// <summary>Who learns.</summary>
    public DbSet<Mentee> Mentees => Set<Mentee>();

    /// <summary>Where they can be reached.</summary>
    public DbSet<Address> Addresses => Set<Address>();

    /// <summary>Which of them she wants to be one, and has not agreed to yet.</summary>
    public DbSet<LinkRequest> LinkRequests => Set<LinkRequest>();

    /// <summary>Chats that were begun on our own page.</summary>
    public DbSet<WebChat> WebChats => Set<WebChat>();

    /// <summary>Files that were sent in them.</summary>
    public DbSet<Upload> Uploads => Set<Upload>();

    /// <summary>Their talks with us.</summary>
    public DbSet<Conversation> Conversations => Set<Conversation>();

    /// <summary>What they sent.</summary>
    public DbSet<InboxMessage> Inbox => Set<InboxMessage>();

    /// <summary>What we send.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>Who helps.</summary>
    public DbSet<Mentor> Mentors => Set<Mentor>();

    /// <summary>Who may join them.</summary>
    public DbSet<Invitation> Invitations => Set<Invitation>();

    /// <summary>Who may come to the desk.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>What they can sign in with instead of a password.</summary>
    public DbSet<Passkey> Passkeys => Set<Passkey>();

    /// <summary>Who is at the desk, in which browser.</summary>
    public DbSet<SignIn> SignIns => Set<SignIn>();

    /// <summary>Who asked for a person, and what became of it.</summary>
    public DbSet<Handoff> Handoffs => Set<Handoff>();

    /// <summary>Which mentors were asked.</summary>
    public DbSet<Offer> Offers => Set<Offer>();

    /// <summary>Who meets whom, and when.</summary>
    public DbSet<Booking> Bookings => Set<Booking>();

    /// <summary>The times that were chosen, or are there to choose from.</summary>
    public DbSet<BookedTime> BookedTimes => Set<BookedTime>();

    /// <summary>Which quarters of an hour mentors have given away.</summary>
    public DbSet<TakenQuarter> TakenQuarters => Set<TakenQuarter>();

    /// <summary>On which days they have other hours than in their week.</summary>
    public DbSet<MentorDay> MentorDays => Set<MentorDay>();

    /// <summary>Where people meet.</summary>
    public DbSet<Venue> Venues => Set<Venue>();

    /// <summary>Meetings of a mentor with several.</summary>
    public DbSet<GroupMeeting> GroupMeetings => Set<GroupMeeting>();

    /// <summary>Who has a seat in one, or waits for it.</summary>
    public DbSet<Participant> Participants => Set<Participant>();

    /// <summary>Which seats were given.</summary>
    public DbSet<Seat> Seats => Set<Seat>();

    /// <summary>What was asked in them.</summary>
    public DbSet<GroupQuestion> GroupQuestions => Set<GroupQuestion>();

    /// <summary>Which of her messages a mentor was given.</summary>
    public DbSet<PassedMessage> PassedMessages => Set<PassedMessage>();

    /// <summary>What mentors noted about handoffs, for each other.</summary>
    public DbSet<HandoffNote> HandoffNotes => Set<HandoffNote>();

    /// <summary>Which mentors look on at the talk of another.</summary>
    public DbSet<Onlooker> Onlookers => Set<Onlooker>();

    /// <summary>What mentors write often.</summary>
    public DbSet<SavedReply> SavedReplies => Set<SavedReply>();

    /// <summary>Which forms of the desk were dealt with.</summary>
    public DbSet<DeskForm> DeskForms => Set<DeskForm>();

    /// <summary>For whom we worry.</summary>
    public DbSet<RaisedConcern> Concerns => Set<RaisedConcern>();

    /// <summary>Who was alerted of it.</summary>
    public DbSet<ConcernAlert> ConcernAlerts => Set<ConcernAlert>();

    /// <summary>Who read what she wrote, and why.</summary>
    public DbSet<ConcernReading> ConcernReadings => Set<ConcernReading>();

    /// <summary>How far they have come in courses.</summary>
    public DbSet<CourseProgress> CourseProgress => Set<CourseProgress>();

    /// <summary>What happened, without content.</summary>
    public DbSet<RecordedEvent> Events => Set<RecordedEvent>();

    /// <summary>What an operator must see.</summary>
    public DbSet<Incident> Incidents => Set<Incident>();

    /// <summary>Who takes whose turns.</summary>
    public DbSet<PartitionLease> Partitions => Set<PartitionLease>();

    /// <summary>Which nodes are alive.</summary>
    public DbSet<Node> Nodes => Set<Node>();

    /// <summary>Which key ring this database was written with.</summary>
    public DbSet<KeyRingRecord> KeyRings => Set<KeyRingRecord>();

    /// <summary>A column's name as this database quotes it, for the filters of indexes.</summary>
    protected abstract string Quote(string column);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        SchemesMapping.Map(modelBuilder);
        MenteesMapping.Map(modelBuilder);
        MessagesMapping.Map(modelBuilder, Quote);
        WebChatsMapping.Map(modelBuilder);
        MentorsMapping.Map(modelBuilder);
        AccountsMapping.Map(modelBuilder);
        HandoffsMapping.Map(modelBuilder, Quote);
        BookingsMapping.Map(modelBuilder, Quote);
        GroupsMapping.Map(modelBuilder, Quote);
        DeskMapping.Map(modelBuilder);
        ConcernsMapping.Map(modelBuilder, Quote);
        LearningMapping.Map(modelBuilder);
        EventsMapping.Map(modelBuilder);
        IncidentsMapping.Map(modelBuilder);
        KeyRingRecord.Map(modelBuilder);
    }
}

/// <summary>The default: one file, one process, nothing to install.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : MentorBotDb(options)
{
    /// <inheritdoc/>
    protected override string Quote(string column) => $"\"{column}\"";

    /// <inheritdoc/>
    // SQLite has no instants: as milliseconds they sort and compare in SQL.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
}

/// <summary>A PostgreSQL server, for many nodes.</summary>
public sealed class PostgreSqlDb(DbContextOptions<PostgreSqlDb> options) : MentorBotDb(options)
{
    /// <inheritdoc/>
    protected override string Quote(string column) => $"\"{column}\"";

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        // What is no DateTimeOffset is no instant, but what a clock shows: the driver refuses to write one where it would belong to a zone.
        configurationBuilder.Properties<DateTime>().HaveColumnType("timestamp without time zone");
    }
}

/// <summary>A SQL Server, for many nodes.</summary>
public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options) : MentorBotDb(options)
{
    /// <inheritdoc/>
    protected override string Quote(string column) => $"[{column}]";
}
