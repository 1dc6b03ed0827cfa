using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Mentoring.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Waits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AnswerMinutes",
                table: "Schemes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "GiveUpMinutes",
                table: "Schemes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WaveMinutes",
                table: "Schemes",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AnswerMinutes",
                table: "Handoffs",
                type: "integer",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<int>(
                name: "GiveUpMinutes",
                table: "Handoffs",
                type: "integer",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<int>(
                name: "WaveMinutes",
                table: "Handoffs",
                type: "integer",
                nullable: false,
                defaultValue: 5);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AnswerMinutes",
                table: "Schemes");

            migrationBuilder.DropColumn(
                name: "GiveUpMinutes",
                table: "Schemes");

            migrationBuilder.DropColumn(
                name: "WaveMinutes",
                table: "Schemes");

            migrationBuilder.DropColumn(
                name: "AnswerMinutes",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "GiveUpMinutes",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "WaveMinutes",
                table: "Handoffs");
        }
    }
}
