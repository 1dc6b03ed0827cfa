using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MentorBot.Mentoring.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Bookings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CalendarSecret",
                table: "Mentors",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Meets",
                table: "Mentors",
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MentorDays",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MentorId = table.Column<int>(type: "integer", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Hours = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentorDays", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MentorDays_Mentors_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Mentors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Venues",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SchemeId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Address = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    WayIn = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    IsStepFree = table.Column<bool>(type: "boolean", nullable: false),
                    HasQuietRoom = table.Column<bool>(type: "boolean", nullable: false),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Venues", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Bookings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Reminded = table.Column<int>(type: "integer", nullable: false),
                    IsComing = table.Column<bool>(type: "boolean", nullable: true),
                    MentorKnows = table.Column<int>(type: "integer", nullable: false),
                    TellMentorAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Helped = table.Column<int>(type: "integer", nullable: true),
                    MentorInAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    MentorOutAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AlarmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SheCame = table.Column<bool>(type: "boolean", nullable: true),
                    Uid = table.Column<Guid>(type: "uuid", nullable: false),
                    SchemeId = table.Column<int>(type: "integer", nullable: false),
                    MenteeId = table.Column<long>(type: "bigint", nullable: false),
                    ConversationId = table.Column<long>(type: "bigint", nullable: false),
                    AboutId = table.Column<long>(type: "bigint", nullable: true),
                    Way = table.Column<int>(type: "integer", nullable: false),
                    Needs = table.Column<int>(type: "integer", nullable: false),
                    AreNeedsMet = table.Column<bool>(type: "boolean", nullable: false),
                    CostPence = table.Column<int>(type: "integer", nullable: true),
                    LinkSecret = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    RequestedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    BookedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    OfferedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    KeptUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    MentorId = table.Column<int>(type: "integer", nullable: true),
                    VenueId = table.Column<int>(type: "integer", nullable: true),
                    StartsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TimeZone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    LocalStart = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bookings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Bookings_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bookings_Mentees_MenteeId",
                        column: x => x.MenteeId,
                        principalTable: "Mentees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bookings_Mentors_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Mentors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Bookings_Venues_VenueId",
                        column: x => x.VenueId,
                        principalTable: "Venues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupMeetings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SchemeId = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Keyword = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    StartsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    LocalStart = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    SeatCount = table.Column<int>(type: "integer", nullable: false),
                    MentorId = table.Column<int>(type: "integer", nullable: false),
                    VenueId = table.Column<int>(type: "integer", nullable: true),
                    HasRemoteWay = table.Column<bool>(type: "boolean", nullable: false),
                    LinkSecret = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    FormId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    SealedDigest = table.Column<byte[]>(type: "bytea", nullable: true),
                    DigestAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Told = table.Column<int>(type: "integer", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupMeetings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GroupMeetings_Mentors_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Mentors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GroupMeetings_Schemes_SchemeId",
                        column: x => x.SchemeId,
                        principalTable: "Schemes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GroupMeetings_Venues_VenueId",
                        column: x => x.VenueId,
                        principalTable: "Venues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BookedTimes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    BookingId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    MentorId = table.Column<int>(type: "integer", nullable: false),
                    VenueId = table.Column<int>(type: "integer", nullable: true),
                    StartsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Buffer = table.Column<int>(type: "integer", nullable: false),
                    IsKept = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BookedTimes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BookedTimes_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BookedTimes_Mentors_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Mentors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BookedTimes_Venues_VenueId",
                        column: x => x.VenueId,
                        principalTable: "Venues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TakenQuarters",
                columns: table => new
                {
                    MentorId = table.Column<int>(type: "integer", nullable: false),
                    Quarter = table.Column<int>(type: "integer", nullable: false),
                    BookingId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TakenQuarters", x => new { x.MentorId, x.Quarter });
                    table.ForeignKey(
                        name: "FK_TakenQuarters_Bookings_BookingId",
                        column: x => x.BookingId,
                        principalTable: "Bookings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TakenQuarters_Mentors_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Mentors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Participants",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SessionId = table.Column<long>(type: "bigint", nullable: false),
                    MenteeId = table.Column<long>(type: "bigint", nullable: false),
                    ConversationId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SeatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    KeptUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    TellAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    IsRemote = table.Column<bool>(type: "boolean", nullable: false),
                    Reminded = table.Column<int>(type: "integer", nullable: false),
                    IsComing = table.Column<bool>(type: "boolean", nullable: true),
                    Helped = table.Column<int>(type: "integer", nullable: true),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Participants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Participants_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Participants_GroupMeetings_SessionId",
                        column: x => x.SessionId,
                        principalTable: "GroupMeetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Participants_Mentees_MenteeId",
                        column: x => x.MenteeId,
                        principalTable: "Mentees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupQuestions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ParticipantId = table.Column<long>(type: "bigint", nullable: false),
                    MessageId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GroupQuestions_Inbox_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Inbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GroupQuestions_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Seats",
                columns: table => new
                {
                    SessionId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ParticipantId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Seats", x => new { x.SessionId, x.Number });
                    table.ForeignKey(
                        name: "FK_Seats_GroupMeetings_SessionId",
                        column: x => x.SessionId,
                        principalTable: "GroupMeetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Seats_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Mentors_CalendarSecret",
                table: "Mentors",
                column: "CalendarSecret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BookedTimes_BookingId",
                table: "BookedTimes",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_BookedTimes_MentorId_StartsAt",
                table: "BookedTimes",
                columns: new[] { "MentorId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_BookedTimes_VenueId",
                table: "BookedTimes",
                column: "VenueId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_ChoosingInConversation",
                table: "Bookings",
                columns: new[] { "ConversationId", "State" },
                unique: true,
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_ConversationId",
                table: "Bookings",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_Due",
                table: "Bookings",
                column: "DueAt",
                filter: "\"DueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_LinkSecret",
                table: "Bookings",
                column: "LinkSecret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_MenteeId",
                table: "Bookings",
                column: "MenteeId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_MentorId_StartsAt",
                table: "Bookings",
                columns: new[] { "MentorId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_SchemeId_StartsAt",
                table: "Bookings",
                columns: new[] { "SchemeId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_VenueId",
                table: "Bookings",
                column: "VenueId");

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_Waiting",
                table: "Bookings",
                columns: new[] { "SchemeId", "RequestedAt" },
                filter: "\"State\" = 6");

            migrationBuilder.CreateIndex(
                name: "IX_GroupMeetings_DigestAt",
                table: "GroupMeetings",
                column: "DigestAt");

            migrationBuilder.CreateIndex(
                name: "IX_GroupMeetings_FormId",
                table: "GroupMeetings",
                column: "FormId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GroupMeetings_MentorId",
                table: "GroupMeetings",
                column: "MentorId");

            migrationBuilder.CreateIndex(
                name: "IX_GroupMeetings_SchemeId_StartsAt",
                table: "GroupMeetings",
                columns: new[] { "SchemeId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupMeetings_VenueId",
                table: "GroupMeetings",
                column: "VenueId");

            migrationBuilder.CreateIndex(
                name: "IX_GroupSessions_Due",
                table: "GroupMeetings",
                column: "DueAt",
                filter: "\"DueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_GroupSessions_Keyword",
                table: "GroupMeetings",
                column: "Keyword",
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_GroupSessions_Planned",
                table: "GroupMeetings",
                columns: new[] { "SchemeId", "Keyword" },
                unique: true,
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_GroupQuestions_MessageId",
                table: "GroupQuestions",
                column: "MessageId");

            migrationBuilder.CreateIndex(
                name: "IX_GroupQuestions_ParticipantId",
                table: "GroupQuestions",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_MentorDays_MentorId_Date",
                table: "MentorDays",
                columns: new[] { "MentorId", "Date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Participants_ConversationId",
                table: "Participants",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_Participants_Due",
                table: "Participants",
                column: "DueAt",
                filter: "\"DueAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Participants_MenteeId",
                table: "Participants",
                column: "MenteeId");

            migrationBuilder.CreateIndex(
                name: "IX_Participants_SessionId_MenteeId",
                table: "Participants",
                columns: new[] { "SessionId", "MenteeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Participants_Waiting",
                table: "Participants",
                columns: new[] { "SessionId", "AskedAt" },
                filter: "\"State\" = 2");

            migrationBuilder.CreateIndex(
                name: "IX_Seats_ParticipantId",
                table: "Seats",
                column: "ParticipantId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TakenQuarters_BookingId",
                table: "TakenQuarters",
                column: "BookingId");

            migrationBuilder.CreateIndex(
                name: "IX_Venues_SchemeId",
                table: "Venues",
                column: "SchemeId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BookedTimes");

            migrationBuilder.DropTable(
                name: "GroupQuestions");

            migrationBuilder.DropTable(
                name: "MentorDays");

            migrationBuilder.DropTable(
                name: "Seats");

            migrationBuilder.DropTable(
                name: "TakenQuarters");

            migrationBuilder.DropTable(
                name: "Participants");

            migrationBuilder.DropTable(
                name: "Bookings");

            migrationBuilder.DropTable(
                name: "GroupMeetings");

            migrationBuilder.DropTable(
                name: "Venues");

            migrationBuilder.DropIndex(
                name: "IX_Mentors_CalendarSecret",
                table: "Mentors");

            migrationBuilder.DropColumn(
                name: "CalendarSecret",
                table: "Mentors");

            migrationBuilder.DropColumn(
                name: "Meets",
                table: "Mentors");
        }
    }
}
