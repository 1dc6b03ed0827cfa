using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MentorBot.Mentoring.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PeopleBehindIt : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AnswerMinutes",
                table: "Schemes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DeputyId",
                table: "Schemes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DutyHours",
                table: "Schemes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "GiveUpMinutes",
                table: "Schemes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LeadId",
                table: "Schemes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Schemes",
                type: "TEXT",
                maxLength: 60,
                nullable: false,
                defaultValue: "Europe/London");

            migrationBuilder.AddColumn<int>(
                name: "WaveMinutes",
                table: "Schemes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AtDeskUntil",
                table: "Mentors",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "HearsBy",
                table: "Mentors",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsCoordinator",
                table: "Invitations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "Invitations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "MentorId",
                table: "Invitations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AnswerMinutes",
                table: "Handoffs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<int>(
                name: "FormerMentorId",
                table: "Handoffs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "GiveUpMinutes",
                table: "Handoffs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<bool>(
                name: "HasOnlookers",
                table: "Handoffs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsAtDesk",
                table: "Handoffs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsHubAsked",
                table: "Handoffs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsMessage",
                table: "Handoffs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Outcome",
                table: "Handoffs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PassedToId",
                table: "Handoffs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "WaveMinutes",
                table: "Handoffs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 5);

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Handle = table.Column<Guid>(type: "TEXT", nullable: false),
                    SchemeId = table.Column<int>(type: "INTEGER", nullable: false),
                    MentorId = table.Column<int>(type: "INTEGER", nullable: true),
                    IsCoordinator = table.Column<bool>(type: "INTEGER", nullable: false),
                    SignInNameKey = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    SealedSignInName = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SealedName = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SealedCodeKey = table.Column<byte[]>(type: "BLOB", nullable: true),
                    LastCodeStep = table.Column<long>(type: "INTEGER", nullable: false),
                    RecoveryKeys = table.Column<string>(type: "TEXT", nullable: false),
                    JoinedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    KnownLocks = table.Column<int>(type: "INTEGER", nullable: false),
                    KnownLockedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    KnownTries = table.Column<int>(type: "INTEGER", nullable: false),
                    Locks = table.Column<int>(type: "INTEGER", nullable: false),
                    LockedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    WrongTries = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Accounts_Mentors_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Mentors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Accounts_Schemes_SchemeId",
                        column: x => x.SchemeId,
                        principalTable: "Schemes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Concerns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SchemeId = table.Column<int>(type: "INTEGER", nullable: false),
                    MenteeId = table.Column<long>(type: "INTEGER", nullable: false),
                    ConversationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Tag = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    KindId = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Urgency = table.Column<int>(type: "INTEGER", nullable: false),
                    MessageIds = table.Column<string>(type: "TEXT", nullable: false),
                    RaisedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    HeardAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    WantsPerson = table.Column<bool>(type: "INTEGER", nullable: true),
                    AlertsFrom = table.Column<long>(type: "INTEGER", nullable: false),
                    Alerts = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TakenById = table.Column<int>(type: "INTEGER", nullable: true),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Ending = table.Column<int>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Concerns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Concerns_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Concerns_Mentees_MenteeId",
                        column: x => x.MenteeId,
                        principalTable: "Mentees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Concerns_Mentors_TakenById",
                        column: x => x.TakenById,
                        principalTable: "Mentors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeskForms",
                columns: table => new
                {
                    MentorId = table.Column<int>(type: "INTEGER", nullable: false),
                    FormId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskForms", x => new { x.MentorId, x.FormId });
                });

            migrationBuilder.CreateTable(
                name: "HandoffNotes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HandoffId = table.Column<long>(type: "INTEGER", nullable: false),
                    MentorId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HandoffId = table.Column<long>(type: "INTEGER", nullable: false),
                    MentorId = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HandoffId = table.Column<long>(type: "INTEGER", nullable: false),
                    MentorId = table.Column<int>(type: "INTEGER", nullable: false),
                    InboxId = table.Column<long>(type: "INTEGER", nullable: false),
                    HidesContacts = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MentorId = table.Column<int>(type: "INTEGER", nullable: true),
                    SchemeId = table.Column<int>(type: "INTEGER", nullable: true),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "Passkeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    Key = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Passkeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Passkeys_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SignIns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    AccountId = table.Column<int>(type: "INTEGER", nullable: false),
                    BeganAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignIns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SignIns_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ConcernAlerts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConcernId = table.Column<long>(type: "INTEGER", nullable: false),
                    MentorId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    WasTold = table.Column<bool>(type: "INTEGER", nullable: false),
                    WasShown = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConcernAlerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConcernAlerts_Concerns_ConcernId",
                        column: x => x.ConcernId,
                        principalTable: "Concerns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ConcernAlerts_Mentors_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Mentors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConcernReadings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConcernId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reader = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    SealedReason = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConcernReadings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConcernReadings_Concerns_ConcernId",
                        column: x => x.ConcernId,
                        principalTable: "Concerns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_MentorId",
                table: "Invitations",
                column: "MentorId");

            migrationBuilder.CreateIndex(
                name: "IX_Handoffs_FormerMentorId",
                table: "Handoffs",
                column: "FormerMentorId");

            migrationBuilder.CreateIndex(
                name: "IX_Handoffs_PassedToId",
                table: "Handoffs",
                column: "PassedToId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_Handle",
                table: "Accounts",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_MentorId",
                table: "Accounts",
                column: "MentorId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_SchemeId",
                table: "Accounts",
                column: "SchemeId");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_SignInNameKey",
                table: "Accounts",
                column: "SignInNameKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConcernAlerts_ConcernId",
                table: "ConcernAlerts",
                column: "ConcernId");

            migrationBuilder.CreateIndex(
                name: "IX_ConcernAlerts_MentorId",
                table: "ConcernAlerts",
                column: "MentorId");

            migrationBuilder.CreateIndex(
                name: "IX_ConcernReadings_ConcernId",
                table: "ConcernReadings",
                column: "ConcernId");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_ConversationId",
                table: "Concerns",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_Due",
                table: "Concerns",
                column: "DueAt",
                filter: "\"State\" < 2");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_MenteeId",
                table: "Concerns",
                column: "MenteeId");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_OpenInConversation",
                table: "Concerns",
                column: "ConversationId",
                unique: true,
                filter: "\"State\" < 2");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_OpenTag",
                table: "Concerns",
                column: "Tag",
                unique: true,
                filter: "\"State\" < 2");

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_SchemeId_State",
                table: "Concerns",
                columns: new[] { "SchemeId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Concerns_TakenById",
                table: "Concerns",
                column: "TakenById");

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
                name: "IX_Passkeys_AccountId",
                table: "Passkeys",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Passkeys_Key",
                table: "Passkeys",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavedReplies_MentorId",
                table: "SavedReplies",
                column: "MentorId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedReplies_SchemeId",
                table: "SavedReplies",
                column: "SchemeId");

            migrationBuilder.CreateIndex(
                name: "IX_SignIns_AccountId",
                table: "SignIns",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_SignIns_Key",
                table: "SignIns",
                column: "Key",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Handoffs_Mentors_FormerMentorId",
                table: "Handoffs",
                column: "FormerMentorId",
                principalTable: "Mentors",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Handoffs_Mentors_PassedToId",
                table: "Handoffs",
                column: "PassedToId",
                principalTable: "Mentors",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Invitations_Mentors_MentorId",
                table: "Invitations",
                column: "MentorId",
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

            migrationBuilder.DropForeignKey(
                name: "FK_Handoffs_Mentors_PassedToId",
                table: "Handoffs");

            migrationBuilder.DropForeignKey(
                name: "FK_Invitations_Mentors_MentorId",
                table: "Invitations");

            migrationBuilder.DropTable(
                name: "ConcernAlerts");

            migrationBuilder.DropTable(
                name: "ConcernReadings");

            migrationBuilder.DropTable(
                name: "DeskForms");

            migrationBuilder.DropTable(
                name: "HandoffNotes");

            migrationBuilder.DropTable(
                name: "Onlookers");

            migrationBuilder.DropTable(
                name: "PassedMessages");

            migrationBuilder.DropTable(
                name: "Passkeys");

            migrationBuilder.DropTable(
                name: "SavedReplies");

            migrationBuilder.DropTable(
                name: "SignIns");

            migrationBuilder.DropTable(
                name: "Concerns");

            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropIndex(
                name: "IX_Invitations_MentorId",
                table: "Invitations");

            migrationBuilder.DropIndex(
                name: "IX_Handoffs_FormerMentorId",
                table: "Handoffs");

            migrationBuilder.DropIndex(
                name: "IX_Handoffs_PassedToId",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "AnswerMinutes",
                table: "Schemes");

            migrationBuilder.DropColumn(
                name: "DeputyId",
                table: "Schemes");

            migrationBuilder.DropColumn(
                name: "DutyHours",
                table: "Schemes");

            migrationBuilder.DropColumn(
                name: "GiveUpMinutes",
                table: "Schemes");

            migrationBuilder.DropColumn(
                name: "LeadId",
                table: "Schemes");

            migrationBuilder.DropColumn(
                name: "TimeZone",
                table: "Schemes");

            migrationBuilder.DropColumn(
                name: "WaveMinutes",
                table: "Schemes");

            migrationBuilder.DropColumn(
                name: "AtDeskUntil",
                table: "Mentors");

            migrationBuilder.DropColumn(
                name: "HearsBy",
                table: "Mentors");

            migrationBuilder.DropColumn(
                name: "IsCoordinator",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "MentorId",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "AnswerMinutes",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "FormerMentorId",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "GiveUpMinutes",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "HasOnlookers",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "IsAtDesk",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "IsHubAsked",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "IsMessage",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "PassedToId",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "WaveMinutes",
                table: "Handoffs");
        }
    }
}
