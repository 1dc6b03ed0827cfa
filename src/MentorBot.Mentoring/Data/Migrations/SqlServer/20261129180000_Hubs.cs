using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Mentoring.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Hubs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsHubAsked",
                table: "Handoffs",
                type: "bit",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsHubAsked",
                table: "Handoffs");
        }
    }
}
