using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Mentoring.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ManyBookings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Bookings_ChoosingInConversation",
                table: "Bookings");

            migrationBuilder.AlterColumn<DateTime>(
                name: "LocalStart",
                table: "Bookings",
                type: "timestamp without time zone",
                nullable: true,
                oldClrType: typeof(DateTime),
                oldType: "timestamp with time zone",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_ChoosingInConversation",
                table: "Bookings",
                columns: new[] { "ConversationId", "State" },
                unique: true,
                filter: "\"State\" = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Bookings_ChoosingInConversation",
                table: "Bookings");

            migrationBuilder.AlterColumn<DateTime>(
                name: "LocalStart",
                table: "Bookings",
                type: "timestamp with time zone",
                nullable: true,
                oldClrType: typeof(DateTime),
                oldType: "timestamp without time zone",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_ChoosingInConversation",
                table: "Bookings",
                column: "ConversationId",
                unique: true,
                filter: "\"State\" = 0");
        }
    }
}
