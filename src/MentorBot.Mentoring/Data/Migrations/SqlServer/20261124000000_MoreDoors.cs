using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Mentoring.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class MoreDoors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "FormerMenteeId",
                table: "Addresses",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "LinkRequests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CodeKey = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    AskedInId = table.Column<long>(type: "bigint", nullable: false),
                    AnsweredInId = table.Column<long>(type: "bigint", nullable: true),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LinkRequests_Conversations_AnsweredInId",
                        column: x => x.AnsweredInId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LinkRequests_Conversations_AskedInId",
                        column: x => x.AskedInId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Uploads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ConversationKey = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    ContentType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    SealedContent = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    UploadedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Uploads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WebChats",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ConversationKey = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    SealedAddress = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    OurAddress = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CodeKey = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    SealedCode = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebChats", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LinkRequests_AnsweredInId",
                table: "LinkRequests",
                column: "AnsweredInId");

            migrationBuilder.CreateIndex(
                name: "IX_LinkRequests_AskedInId",
                table: "LinkRequests",
                column: "AskedInId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LinkRequests_CodeKey",
                table: "LinkRequests",
                column: "CodeKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_UploadedAt",
                table: "Uploads",
                column: "UploadedAt");

            migrationBuilder.CreateIndex(
                name: "IX_WebChats_CodeKey",
                table: "WebChats",
                column: "CodeKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WebChats_ConversationKey",
                table: "WebChats",
                column: "ConversationKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LinkRequests");

            migrationBuilder.DropTable(
                name: "Uploads");

            migrationBuilder.DropTable(
                name: "WebChats");

            migrationBuilder.DropColumn(
                name: "FormerMenteeId",
                table: "Addresses");
        }
    }
}
