using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Mentoring.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class DeskAlerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Stamp",
                table: "Accounts");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "AtDeskUntil",
                table: "Mentors",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FormerMentorId",
                table: "Handoffs",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WasShown",
                table: "ConcernAlerts",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "KnownLockedUntil",
                table: "Accounts",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "KnownLocks",
                table: "Accounts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "KnownTries",
                table: "Accounts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Handoffs_FormerMentorId",
                table: "Handoffs",
                column: "FormerMentorId");

            migrationBuilder.AddForeignKey(
                name: "FK_Handoffs_Mentors_FormerMentorId",
                table: "Handoffs",
                column: "FormerMentorId",
                principalTable: "Mentors",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Handoffs_Mentors_FormerMentorId",
                table: "Handoffs");

            migrationBuilder.DropIndex(
                name: "IX_Handoffs_FormerMentorId",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "AtDeskUntil",
                table: "Mentors");

            migrationBuilder.DropColumn(
                name: "FormerMentorId",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "WasShown",
                table: "ConcernAlerts");

            migrationBuilder.DropColumn(
                name: "KnownLockedUntil",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "KnownLocks",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "KnownTries",
                table: "Accounts");

            migrationBuilder.AddColumn<Guid>(
                name: "Stamp",
                table: "Accounts",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));
        }
    }
}
