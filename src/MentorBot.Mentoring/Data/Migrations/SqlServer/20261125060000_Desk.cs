using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Mentoring.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "HearsBy",
                table: "Mentors",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "HasOnlookers",
                table: "Handoffs",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsAtDesk",
                table: "Handoffs",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Outcome",
                table: "Handoffs",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PassedToId",
                table: "Handoffs",
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DeskForms",
                columns: table => new
                {
                    MentorId = table.Column<int>(type: "int", nullable: false),
                    FormId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskForms", x => new { x.MentorId, x.FormId });
                });

            migrationBuilder.CreateTable(
                name: "HandoffNotes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    HandoffId = table.Column<long>(type: "bigint", nullable: false),
                    MentorId = table.Column<int>(type: "int", nullable: false),
                    Sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandoffNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HandoffNotes_Handoffs_HandoffId",
                        column: x => x.HandoffId,
                        principalTable: "Handoffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HandoffNotes_Mentors_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Mentors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Onlookers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    HandoffId = table.Column<long>(type: "bigint", nullable: false),
                    MentorId = table.Column<int>(type: "int", nullable: false),
                    Since = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Onlookers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Onlookers_Handoffs_HandoffId",
                        column: x => x.HandoffId,
                        principalTable: "Handoffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Onlookers_Mentors_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Mentors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PassedMessages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    HandoffId = table.Column<long>(type: "bigint", nullable: false),
                    MentorId = table.Column<int>(type: "int", nullable: false),
                    InboxId = table.Column<long>(type: "bigint", nullable: false),
                    HidesContacts = table.Column<bool>(type: "bit", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PassedMessages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PassedMessages_Handoffs_HandoffId",
                        column: x => x.HandoffId,
                        principalTable: "Handoffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PassedMessages_Inbox_InboxId",
                        column: x => x.InboxId,
                        principalTable: "Inbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PassedMessages_Mentors_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Mentors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SavedReplies",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MentorId = table.Column<int>(type: "int", nullable: true),
                    SchemeId = table.Column<int>(type: "int", nullable: true),
                    Sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedReplies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedReplies_Mentors_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Mentors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SavedReplies_Schemes_SchemeId",
                        column: x => x.SchemeId,
                        principalTable: "Schemes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Handoffs_PassedToId",
                table: "Handoffs",
                column: "PassedToId");

            migrationBuilder.CreateIndex(
                name: "IX_DeskForms_At",
                table: "DeskForms",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_HandoffNotes_At",
                table: "HandoffNotes",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_HandoffNotes_HandoffId_Id",
                table: "HandoffNotes",
                columns: new[] { "HandoffId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_HandoffNotes_MentorId",
                table: "HandoffNotes",
                column: "MentorId");

            migrationBuilder.CreateIndex(
                name: "IX_Onlookers_HandoffId_MentorId",
                table: "Onlookers",
                columns: new[] { "HandoffId", "MentorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Onlookers_MentorId_Until",
                table: "Onlookers",
                columns: new[] { "MentorId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_PassedMessages_HandoffId_Id",
                table: "PassedMessages",
                columns: new[] { "HandoffId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PassedMessages_InboxId",
                table: "PassedMessages",
                column: "InboxId");

            migrationBuilder.CreateIndex(
                name: "IX_PassedMessages_MentorId",
                table: "PassedMessages",
                column: "MentorId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedReplies_MentorId",
                table: "SavedReplies",
                column: "MentorId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedReplies_SchemeId",
                table: "SavedReplies",
                column: "SchemeId");

            migrationBuilder.AddForeignKey(
                name: "FK_Handoffs_Mentors_PassedToId",
                table: "Handoffs",
                column: "PassedToId",
                principalTable: "Mentors",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Handoffs_Mentors_PassedToId",
                table: "Handoffs");

            migrationBuilder.DropTable(
                name: "DeskForms");

            migrationBuilder.DropTable(
                name: "HandoffNotes");

            migrationBuilder.DropTable(
                name: "Onlookers");

            migrationBuilder.DropTable(
                name: "PassedMessages");

            migrationBuilder.DropTable(
                name: "SavedReplies");

            migrationBuilder.DropIndex(
                name: "IX_Handoffs_PassedToId",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "HearsBy",
                table: "Mentors");

            migrationBuilder.DropColumn(
                name: "HasOnlookers",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "IsAtDesk",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "PassedToId",
                table: "Handoffs");
        }
    }
}
