using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Mentoring.Data.Migrations.Sqlite
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

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_ChoosingInConversation",
                table: "Bookings",
                column: "ConversationId",
                unique: true,
                filter: "\"State\" = 0");
        }
    }
}
