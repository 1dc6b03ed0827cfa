using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Mentoring.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Places : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Sequence",
                table: "Inbox",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            // What was stored before keeps its order; what is stored from now on follows it.
            // Within EXEC, since a script compiles all of it before the column is there.
            migrationBuilder.Sql("EXEC(N'UPDATE [Inbox] SET [Sequence] = [Id]');");

            migrationBuilder.DropIndex(
                name: "IX_Inbox_ConversationKey_Id",
                table: "Inbox");

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_ConversationKey_Sequence",
                table: "Inbox",
                columns: new[] { "ConversationKey", "Sequence" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Inbox_ConversationKey_Sequence",
                table: "Inbox");

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_ConversationKey_Id",
                table: "Inbox",
                columns: new[] { "ConversationKey", "Id" });

            migrationBuilder.DropColumn(
                name: "Sequence",
                table: "Inbox");
        }
    }
}
