using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Mentoring.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class OutcomesAndMessages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsMessage",
                table: "Handoffs",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Outcome",
                table: "Concerns",
                type: "integer",
                nullable: true);

            // Messages that wait.
            migrationBuilder.Sql("""UPDATE "Handoffs" SET "IsMessage" = TRUE WHERE "State" = -1""");

            // Whoever was withdrawn before that ended his duties has none, and people are alerted of what he looked after.
            migrationBuilder.Sql("""UPDATE "Schemes" SET "LeadId" = NULL WHERE "LeadId" IN (SELECT "Id" FROM "Mentors" WHERE "WithdrawnAt" IS NOT NULL)""");
            migrationBuilder.Sql("""UPDATE "Schemes" SET "DeputyId" = NULL WHERE "DeputyId" IN (SELECT "Id" FROM "Mentors" WHERE "WithdrawnAt" IS NOT NULL)""");
            migrationBuilder.Sql("""UPDATE "Concerns" SET "State" = 0, "AlertsFrom" = now(), "DueAt" = now(), "Alerts" = 0, "Version" = "Version" + 1 WHERE "State" = 1 AND "TakenById" IN (SELECT "Id" FROM "Mentors" WHERE "WithdrawnAt" IS NOT NULL)""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsMessage",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "Concerns");
        }
    }
}
