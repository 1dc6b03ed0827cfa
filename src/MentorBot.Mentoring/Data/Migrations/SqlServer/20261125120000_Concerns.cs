using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Mentoring.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Concerns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "DeputyId",
                table: "Schemes",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DutyHours",
                table: "Schemes",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LeadId",
                table: "Schemes",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Schemes",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "Europe/London");

            migrationBuilder.CreateTable(
                name: "Concerns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    SchemeId = table.Column<int>(type: "int", nullable: false),
                    MenteeId = table.Column<long>(type: "bigint", nullable: false),
                    ConversationId = table.Column<long>(type: "bigint", nullable: false),
                    Tag = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    KindId = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Urgency = table.Column<int>(type: "int", nullable: false),
                    MessageIds = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RaisedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    HeardAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    WantsPerson = table.Column<bool>(type: "bit", nullable: true),
                    AlertsFrom = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Alerts = table.Column<int>(type: "int", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    TakenById = table.Column<int>(type: "int", nullable: true),
                    TakenAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Ending = table.Column<int>(type: "int", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Concerns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Concerns_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Concerns_Mentees_MenteeId",
                        column: x => x.MenteeId,
                        principalTable: "Mentees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Concerns_Mentors_TakenById",
                        column: x => x.TakenById,
                        principalTable: "Mentors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConcernAlerts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConcernId = table.Column<long>(type: "bigint", nullable: false),
                    MentorId = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    WasTold = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConcernAlerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConcernAlerts_Concerns_ConcernId",
                        column: x => x.ConcernId,
                        principalTable: "Concerns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConcernAlerts_Mentors_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Mentors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConcernReadings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConcernId = table.Column<long>(type: "bigint", nullable: false),
                    Reader = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    SealedReason = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConcernReadings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConcernReadings_Concerns_ConcernId",
                        column: x => x.ConcernId,
                        principalTable: "Concerns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ConcernAlerts_ConcernId",
                table: "ConcernAlerts",
                column: "ConcernId");

            migrationBuilder.CreateIndex(
                name: "IX_ConcernAlerts_MentorId",
                table: "ConcernAlerts",
                column: "MentorId");

            migrationBuilder.CreateIndex(
                name: "IX_ConcernReadings_ConcernId",
                table: "ConcernReadings",
                column: "ConcernId");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_ConversationId",
                table: "Concerns",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_Due",
                table: "Concerns",
                column: "DueAt",
                filter: "[State] < 2");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_MenteeId",
                table: "Concerns",
                column: "MenteeId");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_OpenInConversation",
                table: "Concerns",
                column: "ConversationId",
                unique: true,
                filter: "[State] < 2");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_OpenTag",
                table: "Concerns",
                column: "Tag",
                unique: true,
                filter: "[State] < 2");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_SchemeId_State",
                table: "Concerns",
                columns: new[] { "SchemeId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_TakenById",
                table: "Concerns",
                column: "TakenById");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConcernAlerts");

            migrationBuilder.DropTable(
                name: "ConcernReadings");

            migrationBuilder.DropTable(
                name: "Concerns");

            migrationBuilder.DropColumn(
                name: "DeputyId",
                table: "Schemes");

            migrationBuilder.DropColumn(
                name: "DutyHours",
                table: "Schemes");

            migrationBuilder.DropColumn(
                name: "LeadId",
                table: "Schemes");

            migrationBuilder.DropColumn(
                name: "TimeZone",
                table: "Schemes");
        }
    }
}
