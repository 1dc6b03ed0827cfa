using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace MentorBot.Mentoring.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Begin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Inbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ProviderMessageId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ConversationKey = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    AddressKey = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Partition = table.Column<int>(type: "INTEGER", nullable: false),
                    SealedAddress = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OurAddress = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SealedActivity = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    FailedTurns = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Inbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Incidents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Incidents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KeyRings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Fingerprint = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyRings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Nodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nodes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Partitions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Node = table.Column<Guid>(type: "TEXT", nullable: true),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Partitions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Schemes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ParentId = table.Column<int>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Schemes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Schemes_Schemes_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Schemes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Doors",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SchemeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    OurAddress = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Doors", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Doors_Schemes_SchemeId",
                        column: x => x.SchemeId,
                        principalTable: "Schemes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Mentees",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SchemeId = table.Column<int>(type: "INTEGER", nullable: false),
                    Alias = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    PausedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    JoinedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mentees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Mentees_Schemes_SchemeId",
                        column: x => x.SchemeId,
                        principalTable: "Schemes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Addresses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MenteeId = table.Column<long>(type: "INTEGER", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Key = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OptedOutAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UnusableBecause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Addresses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Addresses_Mentees_MenteeId",
                        column: x => x.MenteeId,
                        principalTable: "Mentees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CourseProgress",
                columns: table => new
                {
                    MenteeId = table.Column<long>(type: "INTEGER", nullable: false),
                    CourseId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    LastTipId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    LastTipAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourseProgress", x => new { x.MenteeId, x.CourseId });
                    table.ForeignKey(
                        name: "FK_CourseProgress_Mentees_MenteeId",
                        column: x => x.MenteeId,
                        principalTable: "Mentees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    SchemeId = table.Column<int>(type: "INTEGER", nullable: false),
                    MenteeId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Events_Mentees_MenteeId",
                        column: x => x.MenteeId,
                        principalTable: "Mentees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Conversations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Partition = table.Column<int>(type: "INTEGER", nullable: false),
                    AddressId = table.Column<long>(type: "INTEGER", nullable: false),
                    OurAddress = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Floor = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Prepared = table.Column<int>(type: "INTEGER", nullable: false),
                    LastTurnAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Conversations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Conversations_Addresses_AddressId",
                        column: x => x.AddressId,
                        principalTable: "Addresses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConversationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Partition = table.Column<int>(type: "INTEGER", nullable: false),
                    InReplyTo = table.Column<long>(type: "INTEGER", nullable: true),
                    Speaker = table.Column<int>(type: "INTEGER", nullable: false),
                    Priority = table.Column<int>(type: "INTEGER", nullable: false),
                    SealedActivity = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PreparedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstTriedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastTriedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ProviderId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    ErrorCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Outbox_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "Partitions",
                columns: new[] { "Id", "Node", "Until" },
                values: new object[,]
                {
                    { 0, null, -62135596800000L },
                    { 1, null, -62135596800000L },
                    { 2, null, -62135596800000L },
                    { 3, null, -62135596800000L },
                    { 4, null, -62135596800000L },
                    { 5, null, -62135596800000L },
                    { 6, null, -62135596800000L },
                    { 7, null, -62135596800000L },
                    { 8, null, -62135596800000L },
                    { 9, null, -62135596800000L },
                    { 10, null, -62135596800000L },
                    { 11, null, -62135596800000L },
                    { 12, null, -62135596800000L },
                    { 13, null, -62135596800000L },
                    { 14, null, -62135596800000L },
                    { 15, null, -62135596800000L },
                    { 16, null, -62135596800000L },
                    { 17, null, -62135596800000L },
                    { 18, null, -62135596800000L },
                    { 19, null, -62135596800000L },
                    { 20, null, -62135596800000L },
                    { 21, null, -62135596800000L },
                    { 22, null, -62135596800000L },
                    { 23, null, -62135596800000L },
                    { 24, null, -62135596800000L },
                    { 25, null, -62135596800000L },
                    { 26, null, -62135596800000L },
                    { 27, null, -62135596800000L },
                    { 28, null, -62135596800000L },
                    { 29, null, -62135596800000L },
                    { 30, null, -62135596800000L },
                    { 31, null, -62135596800000L },
                    { 32, null, -62135596800000L },
                    { 33, null, -62135596800000L },
                    { 34, null, -62135596800000L },
                    { 35, null, -62135596800000L },
                    { 36, null, -62135596800000L },
                    { 37, null, -62135596800000L },
                    { 38, null, -62135596800000L },
                    { 39, null, -62135596800000L },
                    { 40, null, -62135596800000L },
                    { 41, null, -62135596800000L },
                    { 42, null, -62135596800000L },
                    { 43, null, -62135596800000L },
                    { 44, null, -62135596800000L },
                    { 45, null, -62135596800000L },
                    { 46, null, -62135596800000L },
                    { 47, null, -62135596800000L },
                    { 48, null, -62135596800000L },
                    { 49, null, -62135596800000L },
                    { 50, null, -62135596800000L },
                    { 51, null, -62135596800000L },
                    { 52, null, -62135596800000L },
                    { 53, null, -62135596800000L },
                    { 54, null, -62135596800000L },
                    { 55, null, -62135596800000L },
                    { 56, null, -62135596800000L },
                    { 57, null, -62135596800000L },
                    { 58, null, -62135596800000L },
                    { 59, null, -62135596800000L },
                    { 60, null, -62135596800000L },
                    { 61, null, -62135596800000L },
                    { 62, null, -62135596800000L },
                    { 63, null, -62135596800000L }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Addresses_Key",
                table: "Addresses",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Addresses_MenteeId",
                table: "Addresses",
                column: "MenteeId");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_AddressId",
                table: "Conversations",
                column: "AddressId");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_Key",
                table: "Conversations",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Doors_Channel_OurAddress",
                table: "Doors",
                columns: new[] { "Channel", "OurAddress" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Doors_SchemeId",
                table: "Doors",
                column: "SchemeId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_MenteeId",
                table: "Events",
                column: "MenteeId");

            migrationBuilder.CreateIndex(
                name: "IX_Events_SchemeId_Name_At",
                table: "Events",
                columns: new[] { "SchemeId", "Name", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_Channel_ProviderMessageId",
                table: "Inbox",
                columns: new[] { "Channel", "ProviderMessageId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_ConversationKey_Id",
                table: "Inbox",
                columns: new[] { "ConversationKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_Waiting",
                table: "Inbox",
                column: "Id",
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_WaitingInConversation",
                table: "Inbox",
                columns: new[] { "ConversationKey", "Id" },
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_Mentees_Alias",
                table: "Mentees",
                column: "Alias",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mentees_SchemeId",
                table: "Mentees",
                column: "SchemeId");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_ConversationId_Sequence",
                table: "Outbox",
                columns: new[] { "ConversationId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_MessageId",
                table: "Outbox",
                column: "MessageId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Unsettled",
                table: "Outbox",
                columns: new[] { "Priority", "Id" },
                filter: "\"State\" <= 2");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_UnsettledInConversation",
                table: "Outbox",
                columns: new[] { "ConversationId", "Sequence" },
                filter: "\"State\" <= 2");

            migrationBuilder.CreateIndex(
                name: "IX_Schemes_ParentId",
                table: "Schemes",
                column: "ParentId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CourseProgress");

            migrationBuilder.DropTable(
                name: "Doors");

            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropTable(
                name: "Inbox");

            migrationBuilder.DropTable(
                name: "Incidents");

            migrationBuilder.DropTable(
                name: "KeyRings");

            migrationBuilder.DropTable(
                name: "Nodes");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "Partitions");

            migrationBuilder.DropTable(
                name: "Conversations");

            migrationBuilder.DropTable(
                name: "Addresses");

            migrationBuilder.DropTable(
                name: "Mentees");

            migrationBuilder.DropTable(
                name: "Schemes");
        }
    }
}
