using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Mentoring.Data.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DutyHours",
                table: "Schemes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LeadId",
                table: "Schemes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Schemes",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "Europe/London");

            migrationBuilder.CreateTable(
                name: "Concerns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SchemeId = table.Column<int>(type: "INTEGER", nullable: false),
                    MenteeId = table.Column<long>(type: "INTEGER", nullable: false),
                    ConversationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Tag = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    KindId = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Urgency = table.Column<int>(type: "INTEGER", nullable: false),
                    MessageIds = table.Column<string>(type: "TEXT", nullable: false),
                    RaisedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    HeardAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    WantsPerson = table.Column<bool>(type: "INTEGER", nullable: true),
                    AlertsFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    Alerts = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TakenById = table.Column<int>(type: "INTEGER", nullable: true),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Ending = table.Column<int>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConcernId = table.Column<long>(type: "INTEGER", nullable: false),
                    MentorId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    WasTold = table.Column<bool>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConcernId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reader = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    SealedReason = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                filter: "\"State\" < 2");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_MenteeId",
                table: "Concerns",
                column: "MenteeId");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_OpenInConversation",
                table: "Concerns",
                column: "ConversationId",
                unique: true,
                filter: "\"State\" < 2");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_OpenTag",
                table: "Concerns",
                column: "Tag",
                unique: true,
                filter: "\"State\" < 2");

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
