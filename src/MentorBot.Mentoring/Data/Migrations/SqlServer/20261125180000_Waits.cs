using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Mentoring.Data.Migrations.SqlServer
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
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "GiveUpMinutes",
                table: "Schemes",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WaveMinutes",
                table: "Schemes",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AnswerMinutes",
                table: "Handoffs",
                type: "int",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<int>(
                name: "GiveUpMinutes",
                table: "Handoffs",
                type: "int",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<int>(
                name: "WaveMinutes",
                table: "Handoffs",
                type: "int",
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
