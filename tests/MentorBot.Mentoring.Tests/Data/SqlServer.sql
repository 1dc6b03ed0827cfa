IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
CREATE TABLE [Inbox] (
    [Id] bigint NOT NULL IDENTITY,
    [Channel] nvarchar(20) NOT NULL,
    [ProviderMessageId] nvarchar(100) NOT NULL,
    [ConversationKey] varbinary(32) NOT NULL,
    [AddressKey] varbinary(32) NOT NULL,
    [Partition] int NOT NULL,
    [SealedAddress] varbinary(max) NULL,
    [OurAddress] nvarchar(200) NOT NULL,
    [SealedActivity] varbinary(max) NULL,
    [ReceivedAt] datetimeoffset NOT NULL,
    [State] int NOT NULL,
    [FailedTurns] int NOT NULL,
    [DueAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_Inbox] PRIMARY KEY ([Id])
);

CREATE TABLE [Incidents] (
    [Id] bigint NOT NULL IDENTITY,
    [Kind] nvarchar(40) NOT NULL,
    [Subject] nvarchar(60) NOT NULL,
    [Code] nvarchar(100) NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_Incidents] PRIMARY KEY ([Id])
);

CREATE TABLE [KeyRings] (
    [Id] int NOT NULL,
    [Fingerprint] varbinary(32) NOT NULL,
    CONSTRAINT [PK_KeyRings] PRIMARY KEY ([Id])
);

CREATE TABLE [Nodes] (
    [Id] uniqueidentifier NOT NULL,
    [SeenAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_Nodes] PRIMARY KEY ([Id])
);

CREATE TABLE [Partitions] (
    [Id] int NOT NULL,
    [Node] uniqueidentifier NULL,
    [Until] datetimeoffset NOT NULL,
    CONSTRAINT [PK_Partitions] PRIMARY KEY ([Id])
);

CREATE TABLE [Schemes] (
    [Id] int NOT NULL IDENTITY,
    [ParentId] int NULL,
    [Name] nvarchar(100) NOT NULL,
    CONSTRAINT [PK_Schemes] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Schemes_Schemes_ParentId] FOREIGN KEY ([ParentId]) REFERENCES [Schemes] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [Doors] (
    [Id] int NOT NULL IDENTITY,
    [SchemeId] int NOT NULL,
    [Channel] nvarchar(20) NOT NULL,
    [OurAddress] nvarchar(200) NOT NULL,
    CONSTRAINT [PK_Doors] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Doors_Schemes_SchemeId] FOREIGN KEY ([SchemeId]) REFERENCES [Schemes] ([Id]) ON DELETE CASCADE
);

CREATE TABLE [Mentees] (
    [Id] bigint NOT NULL IDENTITY,
    [SchemeId] int NOT NULL,
    [Alias] nvarchar(60) NOT NULL,
    [Language] nvarchar(20) NOT NULL,
    [TimeZone] nvarchar(60) NOT NULL,
    [PausedAt] datetimeoffset NULL,
    [JoinedAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_Mentees] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Mentees_Schemes_SchemeId] FOREIGN KEY ([SchemeId]) REFERENCES [Schemes] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [Addresses] (
    [Id] bigint NOT NULL IDENTITY,
    [MenteeId] bigint NOT NULL,
    [Channel] nvarchar(20) NOT NULL,
    [Key] varbinary(32) NOT NULL,
    [Sealed] varbinary(max) NOT NULL,
    [OptedOutAt] datetimeoffset NULL,
    [UnusableBecause] nvarchar(40) NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Addresses] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Addresses_Mentees_MenteeId] FOREIGN KEY ([MenteeId]) REFERENCES [Mentees] ([Id]) ON DELETE CASCADE
);

CREATE TABLE [CourseProgress] (
    [MenteeId] bigint NOT NULL,
    [CourseId] nvarchar(60) NOT NULL,
    [LastTipId] nvarchar(60) NOT NULL,
    [LastTipAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_CourseProgress] PRIMARY KEY ([MenteeId], [CourseId]),
    CONSTRAINT [FK_CourseProgress_Mentees_MenteeId] FOREIGN KEY ([MenteeId]) REFERENCES [Mentees] ([Id]) ON DELETE CASCADE
);

CREATE TABLE [Events] (
    [Id] bigint NOT NULL IDENTITY,
    [Name] nvarchar(40) NOT NULL,
    [Subject] nvarchar(100) NULL,
    [SchemeId] int NOT NULL,
    [MenteeId] bigint NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_Events] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Events_Mentees_MenteeId] FOREIGN KEY ([MenteeId]) REFERENCES [Mentees] ([Id]) ON DELETE CASCADE
);

CREATE TABLE [Conversations] (
    [Id] bigint NOT NULL IDENTITY,
    [Key] varbinary(32) NOT NULL,
    [Partition] int NOT NULL,
    [AddressId] bigint NOT NULL,
    [OurAddress] nvarchar(200) NOT NULL,
    [Floor] int NOT NULL,
    [State] varbinary(max) NULL,
    [Prepared] int NOT NULL,
    [LastTurnAt] datetimeoffset NOT NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Conversations] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Conversations_Addresses_AddressId] FOREIGN KEY ([AddressId]) REFERENCES [Addresses] ([Id]) ON DELETE CASCADE
);

CREATE TABLE [Outbox] (
    [Id] bigint NOT NULL IDENTITY,
    [MessageId] uniqueidentifier NOT NULL,
    [ConversationId] bigint NOT NULL,
    [Sequence] int NOT NULL,
    [Partition] int NOT NULL,
    [InReplyTo] bigint NULL,
    [Speaker] int NOT NULL,
    [Priority] int NOT NULL,
    [SealedActivity] varbinary(max) NULL,
    [PreparedAt] datetimeoffset NOT NULL,
    [State] int NOT NULL,
    [DueAt] datetimeoffset NOT NULL,
    [Tries] int NOT NULL,
    [FirstTriedAt] datetimeoffset NULL,
    [LastTriedAt] datetimeoffset NULL,
    [ProviderId] nvarchar(100) NULL,
    [Status] int NULL,
    [ErrorCode] nvarchar(40) NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Outbox] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Outbox_Conversations_ConversationId] FOREIGN KEY ([ConversationId]) REFERENCES [Conversations] ([Id]) ON DELETE CASCADE
);

IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Node', N'Until') AND [object_id] = OBJECT_ID(N'[Partitions]'))
    SET IDENTITY_INSERT [Partitions] ON;
INSERT INTO [Partitions] ([Id], [Node], [Until])
VALUES (0, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(1, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(2, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(3, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(4, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(5, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(6, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(7, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(8, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(9, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(10, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(11, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(12, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(13, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(14, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(15, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(16, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(17, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(18, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(19, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(20, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(21, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(22, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(23, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(24, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(25, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(26, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(27, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(28, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(29, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(30, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(31, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(32, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(33, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(34, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(35, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(36, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(37, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(38, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(39, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(40, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(41, NULL, '0001-01-01T00:00:00.0000000+00:00');
INSERT INTO [Partitions] ([Id], [Node], [Until])
VALUES (42, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(43, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(44, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(45, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(46, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(47, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(48, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(49, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(50, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(51, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(52, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(53, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(54, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(55, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(56, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(57, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(58, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(59, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(60, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(61, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(62, NULL, '0001-01-01T00:00:00.0000000+00:00'),
(63, NULL, '0001-01-01T00:00:00.0000000+00:00');
IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Node', N'Until') AND [object_id] = OBJECT_ID(N'[Partitions]'))
    SET IDENTITY_INSERT [Partitions] OFF;

CREATE UNIQUE INDEX [IX_Addresses_Key] ON [Addresses] ([Key]);

CREATE INDEX [IX_Addresses_MenteeId] ON [Addresses] ([MenteeId]);

CREATE INDEX [IX_Conversations_AddressId] ON [Conversations] ([AddressId]);

CREATE UNIQUE INDEX [IX_Conversations_Key] ON [Conversations] ([Key]);

CREATE UNIQUE INDEX [IX_Doors_Channel_OurAddress] ON [Doors] ([Channel], [OurAddress]);

CREATE INDEX [IX_Doors_SchemeId] ON [Doors] ([SchemeId]);

CREATE INDEX [IX_Events_MenteeId] ON [Events] ([MenteeId]);

CREATE INDEX [IX_Events_SchemeId_Name_At] ON [Events] ([SchemeId], [Name], [At]);

CREATE UNIQUE INDEX [IX_Inbox_Channel_ProviderMessageId] ON [Inbox] ([Channel], [ProviderMessageId]);

CREATE INDEX [IX_Inbox_ConversationKey_Id] ON [Inbox] ([ConversationKey], [Id]);

CREATE INDEX [IX_Inbox_Waiting] ON [Inbox] ([Id]) WHERE [State] = 0;

CREATE INDEX [IX_Inbox_WaitingInConversation] ON [Inbox] ([ConversationKey], [Id]) WHERE [State] = 0;

CREATE UNIQUE INDEX [IX_Mentees_Alias] ON [Mentees] ([Alias]);

CREATE INDEX [IX_Mentees_SchemeId] ON [Mentees] ([SchemeId]);

CREATE UNIQUE INDEX [IX_Outbox_ConversationId_Sequence] ON [Outbox] ([ConversationId], [Sequence]);

CREATE UNIQUE INDEX [IX_Outbox_MessageId] ON [Outbox] ([MessageId]);

CREATE INDEX [IX_Outbox_Unsettled] ON [Outbox] ([Priority], [Id]) WHERE [State] <= 2;

CREATE INDEX [IX_Outbox_UnsettledInConversation] ON [Outbox] ([ConversationId], [Sequence]) WHERE [State] <= 2;

CREATE INDEX [IX_Schemes_ParentId] ON [Schemes] ([ParentId]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261122000000_Begin', N'EF');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [Addresses] ADD [FormerMenteeId] bigint NULL;

CREATE TABLE [LinkRequests] (
    [Id] bigint NOT NULL IDENTITY,
    [CodeKey] varbinary(32) NOT NULL,
    [AskedInId] bigint NOT NULL,
    [AnsweredInId] bigint NULL,
    [ExpiresAt] datetimeoffset NOT NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_LinkRequests] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_LinkRequests_Conversations_AnsweredInId] FOREIGN KEY ([AnsweredInId]) REFERENCES [Conversations] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_LinkRequests_Conversations_AskedInId] FOREIGN KEY ([AskedInId]) REFERENCES [Conversations] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [Uploads] (
    [Id] uniqueidentifier NOT NULL,
    [ConversationKey] varbinary(32) NOT NULL,
    [ContentType] nvarchar(100) NOT NULL,
    [SealedContent] varbinary(max) NOT NULL,
    [UploadedAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_Uploads] PRIMARY KEY ([Id])
);

CREATE TABLE [WebChats] (
    [Id] bigint NOT NULL IDENTITY,
    [ConversationKey] varbinary(32) NOT NULL,
    [SealedAddress] varbinary(max) NOT NULL,
    [OurAddress] nvarchar(200) NOT NULL,
    [CodeKey] varbinary(32) NOT NULL,
    [SealedCode] varbinary(max) NOT NULL,
    [StartedAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_WebChats] PRIMARY KEY ([Id])
);

CREATE INDEX [IX_LinkRequests_AnsweredInId] ON [LinkRequests] ([AnsweredInId]);

CREATE UNIQUE INDEX [IX_LinkRequests_AskedInId] ON [LinkRequests] ([AskedInId]);

CREATE UNIQUE INDEX [IX_LinkRequests_CodeKey] ON [LinkRequests] ([CodeKey]);

CREATE INDEX [IX_Uploads_UploadedAt] ON [Uploads] ([UploadedAt]);

CREATE UNIQUE INDEX [IX_WebChats_CodeKey] ON [WebChats] ([CodeKey]);

CREATE UNIQUE INDEX [IX_WebChats_ConversationKey] ON [WebChats] ([ConversationKey]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261124000000_MoreDoors', N'EF');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [Inbox] ADD [Sequence] bigint NOT NULL DEFAULT CAST(0 AS bigint);

EXEC(N'UPDATE [Inbox] SET [Sequence] = [Id]');

DROP INDEX [IX_Inbox_ConversationKey_Id] ON [Inbox];

CREATE UNIQUE INDEX [IX_Inbox_ConversationKey_Sequence] ON [Inbox] ([ConversationKey], [Sequence]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261124060000_Places', N'EF');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [Conversations] ADD [IsMentors] bit NOT NULL DEFAULT CAST(0 AS bit);

CREATE TABLE [Invitations] (
    [Id] int NOT NULL IDENTITY,
    [CodeKey] varbinary(32) NOT NULL,
    [SchemeId] int NOT NULL,
    [Name] nvarchar(20) NOT NULL,
    [ExpiresAt] datetimeoffset NOT NULL,
    [UsedAt] datetimeoffset NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Invitations] PRIMARY KEY ([Id])
);

CREATE TABLE [Mentors] (
    [Id] int NOT NULL IDENTITY,
    [SchemeId] int NOT NULL,
    [Name] nvarchar(20) NOT NULL,
    [Languages] nvarchar(max) NOT NULL,
    [Skills] nvarchar(max) NOT NULL,
    [TimeZone] nvarchar(60) NOT NULL,
    [QuietFrom] time NULL,
    [QuietUntil] time NULL,
    [MostAtOnce] int NOT NULL,
    [MostAWeek] int NOT NULL,
    [PhoneId] bigint NULL,
    [AwaySince] datetimeoffset NULL,
    [JoinedAt] datetimeoffset NOT NULL,
    [WithdrawnAt] datetimeoffset NULL,
    [Version] int NOT NULL,
    [Hours] nvarchar(max) NULL,
    CONSTRAINT [PK_Mentors] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Mentors_Conversations_PhoneId] FOREIGN KEY ([PhoneId]) REFERENCES [Conversations] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Mentors_Schemes_SchemeId] FOREIGN KEY ([SchemeId]) REFERENCES [Schemes] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [Handoffs] (
    [Id] bigint NOT NULL IDENTITY,
    [SchemeId] int NOT NULL,
    [MenteeId] bigint NOT NULL,
    [ConversationId] bigint NOT NULL,
    [Tag] nvarchar(3) NOT NULL,
    [AboutId] bigint NULL,
    [IsUrgent] bit NOT NULL,
    [State] int NOT NULL,
    [Ending] int NULL,
    [MentorId] int NULL,
    [Waves] int NOT NULL,
    [DueAt] datetimeoffset NULL,
    [RequestedAt] datetimeoffset NOT NULL,
    [TakenAt] datetimeoffset NULL,
    [FirstWordsAt] datetimeoffset NULL,
    [EndedAt] datetimeoffset NULL,
    [Helped] int NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Handoffs] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Handoffs_Conversations_ConversationId] FOREIGN KEY ([ConversationId]) REFERENCES [Conversations] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Handoffs_Mentees_MenteeId] FOREIGN KEY ([MenteeId]) REFERENCES [Mentees] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Handoffs_Mentors_MentorId] FOREIGN KEY ([MentorId]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [Offers] (
    [Id] bigint NOT NULL IDENTITY,
    [HandoffId] bigint NOT NULL,
    [MentorId] int NOT NULL,
    [Wave] int NOT NULL,
    [OfferedAt] datetimeoffset NOT NULL,
    [Answer] int NOT NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Offers] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Offers_Handoffs_HandoffId] FOREIGN KEY ([HandoffId]) REFERENCES [Handoffs] ([Id]) ON DELETE CASCADE,
    CONSTRAINT [FK_Offers_Mentors_MentorId] FOREIGN KEY ([MentorId]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION
);

CREATE INDEX [IX_Handoffs_ConversationId] ON [Handoffs] ([ConversationId]);

CREATE INDEX [IX_Handoffs_Due] ON [Handoffs] ([DueAt]) WHERE [State] < 5;

CREATE INDEX [IX_Handoffs_MenteeId] ON [Handoffs] ([MenteeId]);

CREATE INDEX [IX_Handoffs_MentorId_TakenAt] ON [Handoffs] ([MentorId], [TakenAt]);

CREATE UNIQUE INDEX [IX_Handoffs_OpenInConversation] ON [Handoffs] ([ConversationId]) WHERE [State] < 5;

CREATE UNIQUE INDEX [IX_Handoffs_OpenTag] ON [Handoffs] ([Tag]) WHERE [State] < 5;

CREATE INDEX [IX_Handoffs_SchemeId] ON [Handoffs] ([SchemeId]);

CREATE UNIQUE INDEX [IX_Invitations_CodeKey] ON [Invitations] ([CodeKey]);

CREATE UNIQUE INDEX [IX_Mentors_PhoneId] ON [Mentors] ([PhoneId]) WHERE [PhoneId] IS NOT NULL;

CREATE INDEX [IX_Mentors_SchemeId] ON [Mentors] ([SchemeId]);

CREATE UNIQUE INDEX [IX_Offers_HandoffId_MentorId] ON [Offers] ([HandoffId], [MentorId]);

CREATE INDEX [IX_Offers_MentorId_Answer] ON [Offers] ([MentorId], [Answer]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261124120000_Handoffs', N'EF');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [Schemes] ADD [AnswerMinutes] int NULL;

ALTER TABLE [Schemes] ADD [DeputyId] int NULL;

ALTER TABLE [Schemes] ADD [DutyHours] nvarchar(max) NULL;

ALTER TABLE [Schemes] ADD [GiveUpMinutes] int NULL;

ALTER TABLE [Schemes] ADD [LeadId] int NULL;

ALTER TABLE [Schemes] ADD [TimeZone] nvarchar(60) NOT NULL DEFAULT N'Europe/London';

ALTER TABLE [Schemes] ADD [WaveMinutes] int NULL;

ALTER TABLE [Mentors] ADD [AtDeskUntil] datetimeoffset NULL;

ALTER TABLE [Mentors] ADD [HearsBy] int NOT NULL DEFAULT 0;

ALTER TABLE [Invitations] ADD [IsCoordinator] bit NOT NULL DEFAULT CAST(0 AS bit);

ALTER TABLE [Invitations] ADD [Kind] int NOT NULL DEFAULT 0;

ALTER TABLE [Invitations] ADD [MentorId] int NULL;

ALTER TABLE [Handoffs] ADD [AnswerMinutes] int NOT NULL DEFAULT 10;

ALTER TABLE [Handoffs] ADD [FormerMentorId] int NULL;

ALTER TABLE [Handoffs] ADD [GiveUpMinutes] int NOT NULL DEFAULT 10;

ALTER TABLE [Handoffs] ADD [HasOnlookers] bit NOT NULL DEFAULT CAST(0 AS bit);

ALTER TABLE [Handoffs] ADD [IsAtDesk] bit NOT NULL DEFAULT CAST(0 AS bit);

ALTER TABLE [Handoffs] ADD [IsHubAsked] bit NOT NULL DEFAULT CAST(0 AS bit);

ALTER TABLE [Handoffs] ADD [IsMessage] bit NOT NULL DEFAULT CAST(0 AS bit);

ALTER TABLE [Handoffs] ADD [Outcome] int NULL;

ALTER TABLE [Handoffs] ADD [PassedToId] int NULL;

ALTER TABLE [Handoffs] ADD [WaveMinutes] int NOT NULL DEFAULT 5;

CREATE TABLE [Accounts] (
    [Id] int NOT NULL IDENTITY,
    [Handle] uniqueidentifier NOT NULL,
    [SchemeId] int NOT NULL,
    [MentorId] int NULL,
    [IsCoordinator] bit NOT NULL,
    [SignInNameKey] varbinary(32) NOT NULL,
    [SealedSignInName] varbinary(max) NULL,
    [SealedName] varbinary(max) NOT NULL,
    [PasswordHash] nvarchar(200) NOT NULL,
    [SealedCodeKey] varbinary(max) NULL,
    [LastCodeStep] bigint NOT NULL,
    [RecoveryKeys] nvarchar(max) NOT NULL,
    [JoinedAt] datetimeoffset NOT NULL,
    [ClosedAt] datetimeoffset NULL,
    [Version] int NOT NULL,
    [KnownLocks] int NOT NULL,
    [KnownLockedUntil] datetimeoffset NULL,
    [KnownTries] int NOT NULL,
    [Locks] int NOT NULL,
    [LockedUntil] datetimeoffset NULL,
    [WrongTries] int NOT NULL,
    CONSTRAINT [PK_Accounts] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Accounts_Mentors_MentorId] FOREIGN KEY ([MentorId]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Accounts_Schemes_SchemeId] FOREIGN KEY ([SchemeId]) REFERENCES [Schemes] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [Concerns] (
    [Id] bigint NOT NULL IDENTITY,
    [SchemeId] int NOT NULL,
    [MenteeId] bigint NOT NULL,
    [ConversationId] bigint NOT NULL,
    [Tag] nvarchar(3) NOT NULL,
    [KindId] nvarchar(20) NOT NULL,
    [Urgency] int NOT NULL,
    [MessageIds] nvarchar(max) NOT NULL,
    [RaisedAt] datetimeoffset NOT NULL,
    [HeardAt] datetimeoffset NOT NULL,
    [State] int NOT NULL,
    [WantsPerson] bit NULL,
    [AlertsFrom] datetimeoffset NOT NULL,
    [Alerts] int NOT NULL,
    [DueAt] datetimeoffset NULL,
    [TakenById] int NULL,
    [TakenAt] datetimeoffset NULL,
    [Ending] int NULL,
    [EndedAt] datetimeoffset NULL,
    [Outcome] int NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Concerns] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Concerns_Conversations_ConversationId] FOREIGN KEY ([ConversationId]) REFERENCES [Conversations] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Concerns_Mentees_MenteeId] FOREIGN KEY ([MenteeId]) REFERENCES [Mentees] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Concerns_Mentors_TakenById] FOREIGN KEY ([TakenById]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [DeskForms] (
    [MentorId] int NOT NULL,
    [FormId] nvarchar(40) NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_DeskForms] PRIMARY KEY ([MentorId], [FormId])
);

CREATE TABLE [HandoffNotes] (
    [Id] bigint NOT NULL IDENTITY,
    [HandoffId] bigint NOT NULL,
    [MentorId] int NOT NULL,
    [Sealed] varbinary(max) NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_HandoffNotes] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_HandoffNotes_Handoffs_HandoffId] FOREIGN KEY ([HandoffId]) REFERENCES [Handoffs] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_HandoffNotes_Mentors_MentorId] FOREIGN KEY ([MentorId]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [Onlookers] (
    [Id] bigint NOT NULL IDENTITY,
    [HandoffId] bigint NOT NULL,
    [MentorId] int NOT NULL,
    [Since] datetimeoffset NOT NULL,
    [Until] datetimeoffset NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Onlookers] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Onlookers_Handoffs_HandoffId] FOREIGN KEY ([HandoffId]) REFERENCES [Handoffs] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Onlookers_Mentors_MentorId] FOREIGN KEY ([MentorId]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [PassedMessages] (
    [Id] bigint NOT NULL IDENTITY,
    [HandoffId] bigint NOT NULL,
    [MentorId] int NOT NULL,
    [InboxId] bigint NOT NULL,
    [HidesContacts] bit NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_PassedMessages] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_PassedMessages_Handoffs_HandoffId] FOREIGN KEY ([HandoffId]) REFERENCES [Handoffs] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_PassedMessages_Inbox_InboxId] FOREIGN KEY ([InboxId]) REFERENCES [Inbox] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_PassedMessages_Mentors_MentorId] FOREIGN KEY ([MentorId]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [SavedReplies] (
    [Id] int NOT NULL IDENTITY,
    [MentorId] int NULL,
    [SchemeId] int NULL,
    [Sealed] varbinary(max) NOT NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_SavedReplies] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_SavedReplies_Mentors_MentorId] FOREIGN KEY ([MentorId]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_SavedReplies_Schemes_SchemeId] FOREIGN KEY ([SchemeId]) REFERENCES [Schemes] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [Passkeys] (
    [Id] int NOT NULL IDENTITY,
    [AccountId] int NOT NULL,
    [Key] varbinary(32) NOT NULL,
    [Sealed] varbinary(max) NOT NULL,
    [AddedAt] datetimeoffset NOT NULL,
    [UsedAt] datetimeoffset NULL,
    CONSTRAINT [PK_Passkeys] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Passkeys_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE CASCADE
);

CREATE TABLE [SignIns] (
    [Id] bigint NOT NULL IDENTITY,
    [Key] varbinary(32) NOT NULL,
    [AccountId] int NOT NULL,
    [BeganAt] datetimeoffset NOT NULL,
    [UsedAt] datetimeoffset NOT NULL,
    CONSTRAINT [PK_SignIns] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_SignIns_Accounts_AccountId] FOREIGN KEY ([AccountId]) REFERENCES [Accounts] ([Id]) ON DELETE CASCADE
);

CREATE TABLE [ConcernAlerts] (
    [Id] bigint NOT NULL IDENTITY,
    [ConcernId] bigint NOT NULL,
    [MentorId] int NOT NULL,
    [At] datetimeoffset NOT NULL,
    [WasTold] bit NOT NULL,
    [WasShown] bit NOT NULL,
    CONSTRAINT [PK_ConcernAlerts] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ConcernAlerts_Concerns_ConcernId] FOREIGN KEY ([ConcernId]) REFERENCES [Concerns] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_ConcernAlerts_Mentors_MentorId] FOREIGN KEY ([MentorId]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [ConcernReadings] (
    [Id] bigint NOT NULL IDENTITY,
    [ConcernId] bigint NOT NULL,
    [Reader] nvarchar(100) NOT NULL,
    [At] datetimeoffset NOT NULL,
    [SealedReason] varbinary(max) NOT NULL,
    CONSTRAINT [PK_ConcernReadings] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_ConcernReadings_Concerns_ConcernId] FOREIGN KEY ([ConcernId]) REFERENCES [Concerns] ([Id]) ON DELETE NO ACTION
);

CREATE INDEX [IX_Invitations_MentorId] ON [Invitations] ([MentorId]);

CREATE INDEX [IX_Handoffs_FormerMentorId] ON [Handoffs] ([FormerMentorId]);

CREATE INDEX [IX_Handoffs_PassedToId] ON [Handoffs] ([PassedToId]);

CREATE UNIQUE INDEX [IX_Accounts_Handle] ON [Accounts] ([Handle]);

CREATE INDEX [IX_Accounts_MentorId] ON [Accounts] ([MentorId]);

CREATE INDEX [IX_Accounts_SchemeId] ON [Accounts] ([SchemeId]);

CREATE UNIQUE INDEX [IX_Accounts_SignInNameKey] ON [Accounts] ([SignInNameKey]);

CREATE INDEX [IX_ConcernAlerts_ConcernId] ON [ConcernAlerts] ([ConcernId]);

CREATE INDEX [IX_ConcernAlerts_MentorId] ON [ConcernAlerts] ([MentorId]);

CREATE INDEX [IX_ConcernReadings_ConcernId] ON [ConcernReadings] ([ConcernId]);

CREATE INDEX [IX_Concerns_ConversationId] ON [Concerns] ([ConversationId]);

CREATE INDEX [IX_Concerns_Due] ON [Concerns] ([DueAt]) WHERE [State] < 2;

CREATE INDEX [IX_Concerns_MenteeId] ON [Concerns] ([MenteeId]);

CREATE UNIQUE INDEX [IX_Concerns_OpenInConversation] ON [Concerns] ([ConversationId]) WHERE [State] < 2;

CREATE UNIQUE INDEX [IX_Concerns_OpenTag] ON [Concerns] ([Tag]) WHERE [State] < 2;

CREATE INDEX [IX_Concerns_SchemeId_State] ON [Concerns] ([SchemeId], [State]);

CREATE INDEX [IX_Concerns_TakenById] ON [Concerns] ([TakenById]);

CREATE INDEX [IX_DeskForms_At] ON [DeskForms] ([At]);

CREATE INDEX [IX_HandoffNotes_At] ON [HandoffNotes] ([At]);

CREATE INDEX [IX_HandoffNotes_HandoffId_Id] ON [HandoffNotes] ([HandoffId], [Id]);

CREATE INDEX [IX_HandoffNotes_MentorId] ON [HandoffNotes] ([MentorId]);

CREATE UNIQUE INDEX [IX_Onlookers_HandoffId_MentorId] ON [Onlookers] ([HandoffId], [MentorId]);

CREATE INDEX [IX_Onlookers_MentorId_Until] ON [Onlookers] ([MentorId], [Until]);

CREATE INDEX [IX_PassedMessages_HandoffId_Id] ON [PassedMessages] ([HandoffId], [Id]);

CREATE INDEX [IX_PassedMessages_InboxId] ON [PassedMessages] ([InboxId]);

CREATE INDEX [IX_PassedMessages_MentorId] ON [PassedMessages] ([MentorId]);

CREATE INDEX [IX_Passkeys_AccountId] ON [Passkeys] ([AccountId]);

CREATE UNIQUE INDEX [IX_Passkeys_Key] ON [Passkeys] ([Key]);

CREATE INDEX [IX_SavedReplies_MentorId] ON [SavedReplies] ([MentorId]);

CREATE INDEX [IX_SavedReplies_SchemeId] ON [SavedReplies] ([SchemeId]);

CREATE INDEX [IX_SignIns_AccountId] ON [SignIns] ([AccountId]);

CREATE UNIQUE INDEX [IX_SignIns_Key] ON [SignIns] ([Key]);

ALTER TABLE [Handoffs] ADD CONSTRAINT [FK_Handoffs_Mentors_FormerMentorId] FOREIGN KEY ([FormerMentorId]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION;

ALTER TABLE [Handoffs] ADD CONSTRAINT [FK_Handoffs_Mentors_PassedToId] FOREIGN KEY ([PassedToId]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION;

ALTER TABLE [Invitations] ADD CONSTRAINT [FK_Invitations_Mentors_MentorId] FOREIGN KEY ([MentorId]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION;

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261129220000_PeopleBehindIt', N'EF');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [Mentors] ADD [CalendarSecret] nvarchar(32) NULL;

ALTER TABLE [Mentors] ADD [Meets] nvarchar(max) NULL;

CREATE TABLE [MentorDays] (
    [Id] int NOT NULL IDENTITY,
    [MentorId] int NOT NULL,
    [Date] date NOT NULL,
    [Hours] nvarchar(100) NOT NULL,
    CONSTRAINT [PK_MentorDays] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_MentorDays_Mentors_MentorId] FOREIGN KEY ([MentorId]) REFERENCES [Mentors] ([Id]) ON DELETE CASCADE
);

CREATE TABLE [Venues] (
    [Id] int NOT NULL IDENTITY,
    [SchemeId] int NOT NULL,
    [Name] nvarchar(24) NOT NULL,
    [Address] nvarchar(32) NOT NULL,
    [WayIn] nvarchar(32) NOT NULL,
    [IsStepFree] bit NOT NULL,
    [HasQuietRoom] bit NOT NULL,
    [ClosedAt] datetimeoffset NULL,
    CONSTRAINT [PK_Venues] PRIMARY KEY ([Id])
);

CREATE TABLE [Bookings] (
    [Id] bigint NOT NULL IDENTITY,
    [Reminded] int NOT NULL,
    [IsComing] bit NULL,
    [MentorKnows] int NOT NULL,
    [TellMentorAt] datetimeoffset NULL,
    [Helped] int NULL,
    [MentorInAt] datetimeoffset NULL,
    [MentorOutAt] datetimeoffset NULL,
    [AlarmedAt] datetimeoffset NULL,
    [SheCame] bit NULL,
    [Uid] uniqueidentifier NOT NULL,
    [SchemeId] int NOT NULL,
    [MenteeId] bigint NOT NULL,
    [ConversationId] bigint NOT NULL,
    [AboutId] bigint NULL,
    [Way] int NOT NULL,
    [Needs] int NOT NULL,
    [AreNeedsMet] bit NOT NULL,
    [CostPence] int NULL,
    [LinkSecret] nvarchar(32) NOT NULL,
    [State] int NOT NULL,
    [RequestedAt] datetimeoffset NOT NULL,
    [BookedAt] datetimeoffset NULL,
    [OfferedAt] datetimeoffset NULL,
    [KeptUntil] datetimeoffset NULL,
    [MentorId] int NULL,
    [VenueId] int NULL,
    [StartsAt] datetimeoffset NULL,
    [EndsAt] datetimeoffset NULL,
    [TimeZone] nvarchar(60) NOT NULL,
    [LocalStart] datetime2 NULL,
    [Sequence] int NOT NULL,
    [DueAt] datetimeoffset NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Bookings] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Bookings_Conversations_ConversationId] FOREIGN KEY ([ConversationId]) REFERENCES [Conversations] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Bookings_Mentees_MenteeId] FOREIGN KEY ([MenteeId]) REFERENCES [Mentees] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Bookings_Mentors_MentorId] FOREIGN KEY ([MentorId]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Bookings_Venues_VenueId] FOREIGN KEY ([VenueId]) REFERENCES [Venues] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [GroupMeetings] (
    [Id] bigint NOT NULL IDENTITY,
    [SchemeId] int NOT NULL,
    [Title] nvarchar(40) NOT NULL,
    [Keyword] nvarchar(12) NOT NULL,
    [StartsAt] datetimeoffset NOT NULL,
    [EndsAt] datetimeoffset NOT NULL,
    [TimeZone] nvarchar(60) NOT NULL,
    [LocalStart] datetime2 NOT NULL,
    [SeatCount] int NOT NULL,
    [MentorId] int NOT NULL,
    [VenueId] int NULL,
    [HasRemoteWay] bit NOT NULL,
    [LinkSecret] nvarchar(32) NOT NULL,
    [FormId] nvarchar(40) NOT NULL,
    [MadeAt] datetimeoffset NOT NULL,
    [State] int NOT NULL,
    [SealedDigest] varbinary(max) NULL,
    [DigestAt] datetimeoffset NULL,
    [Told] int NOT NULL,
    [DueAt] datetimeoffset NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_GroupMeetings] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_GroupMeetings_Mentors_MentorId] FOREIGN KEY ([MentorId]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_GroupMeetings_Schemes_SchemeId] FOREIGN KEY ([SchemeId]) REFERENCES [Schemes] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_GroupMeetings_Venues_VenueId] FOREIGN KEY ([VenueId]) REFERENCES [Venues] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [BookedTimes] (
    [Id] bigint NOT NULL IDENTITY,
    [BookingId] bigint NOT NULL,
    [Number] int NOT NULL,
    [MentorId] int NOT NULL,
    [VenueId] int NULL,
    [StartsAt] datetimeoffset NOT NULL,
    [EndsAt] datetimeoffset NOT NULL,
    [Buffer] int NOT NULL,
    [IsKept] bit NOT NULL,
    CONSTRAINT [PK_BookedTimes] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_BookedTimes_Bookings_BookingId] FOREIGN KEY ([BookingId]) REFERENCES [Bookings] ([Id]) ON DELETE CASCADE,
    CONSTRAINT [FK_BookedTimes_Mentors_MentorId] FOREIGN KEY ([MentorId]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_BookedTimes_Venues_VenueId] FOREIGN KEY ([VenueId]) REFERENCES [Venues] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [TakenQuarters] (
    [MentorId] int NOT NULL,
    [Quarter] int NOT NULL,
    [BookingId] bigint NOT NULL,
    CONSTRAINT [PK_TakenQuarters] PRIMARY KEY ([MentorId], [Quarter]),
    CONSTRAINT [FK_TakenQuarters_Bookings_BookingId] FOREIGN KEY ([BookingId]) REFERENCES [Bookings] ([Id]) ON DELETE CASCADE,
    CONSTRAINT [FK_TakenQuarters_Mentors_MentorId] FOREIGN KEY ([MentorId]) REFERENCES [Mentors] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [Participants] (
    [Id] bigint NOT NULL IDENTITY,
    [SessionId] bigint NOT NULL,
    [MenteeId] bigint NOT NULL,
    [ConversationId] bigint NOT NULL,
    [State] int NOT NULL,
    [AskedAt] datetimeoffset NOT NULL,
    [SeatedAt] datetimeoffset NULL,
    [KeptUntil] datetimeoffset NULL,
    [TellAt] datetimeoffset NULL,
    [IsRemote] bit NOT NULL,
    [Reminded] int NOT NULL,
    [IsComing] bit NULL,
    [Helped] int NULL,
    [DueAt] datetimeoffset NULL,
    [Version] int NOT NULL,
    CONSTRAINT [PK_Participants] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_Participants_Conversations_ConversationId] FOREIGN KEY ([ConversationId]) REFERENCES [Conversations] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Participants_GroupMeetings_SessionId] FOREIGN KEY ([SessionId]) REFERENCES [GroupMeetings] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_Participants_Mentees_MenteeId] FOREIGN KEY ([MenteeId]) REFERENCES [Mentees] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [GroupQuestions] (
    [Id] bigint NOT NULL IDENTITY,
    [ParticipantId] bigint NOT NULL,
    [MessageId] bigint NOT NULL,
    [At] datetimeoffset NOT NULL,
    CONSTRAINT [PK_GroupQuestions] PRIMARY KEY ([Id]),
    CONSTRAINT [FK_GroupQuestions_Inbox_MessageId] FOREIGN KEY ([MessageId]) REFERENCES [Inbox] ([Id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_GroupQuestions_Participants_ParticipantId] FOREIGN KEY ([ParticipantId]) REFERENCES [Participants] ([Id]) ON DELETE NO ACTION
);

CREATE TABLE [Seats] (
    [SessionId] bigint NOT NULL,
    [Number] int NOT NULL,
    [ParticipantId] bigint NULL,
    CONSTRAINT [PK_Seats] PRIMARY KEY ([SessionId], [Number]),
    CONSTRAINT [FK_Seats_GroupMeetings_SessionId] FOREIGN KEY ([SessionId]) REFERENCES [GroupMeetings] ([Id]) ON DELETE CASCADE,
    CONSTRAINT [FK_Seats_Participants_ParticipantId] FOREIGN KEY ([ParticipantId]) REFERENCES [Participants] ([Id]) ON DELETE NO ACTION
);

CREATE UNIQUE INDEX [IX_Mentors_CalendarSecret] ON [Mentors] ([CalendarSecret]) WHERE [CalendarSecret] IS NOT NULL;

CREATE INDEX [IX_BookedTimes_BookingId] ON [BookedTimes] ([BookingId]);

CREATE INDEX [IX_BookedTimes_MentorId_StartsAt] ON [BookedTimes] ([MentorId], [StartsAt]);

CREATE INDEX [IX_BookedTimes_VenueId] ON [BookedTimes] ([VenueId]);

CREATE UNIQUE INDEX [IX_Bookings_ChoosingInConversation] ON [Bookings] ([ConversationId], [State]) WHERE [State] = 0;

CREATE INDEX [IX_Bookings_ConversationId] ON [Bookings] ([ConversationId]);

CREATE INDEX [IX_Bookings_Due] ON [Bookings] ([DueAt]) WHERE [DueAt] IS NOT NULL;

CREATE UNIQUE INDEX [IX_Bookings_LinkSecret] ON [Bookings] ([LinkSecret]);

CREATE INDEX [IX_Bookings_MenteeId] ON [Bookings] ([MenteeId]);

CREATE INDEX [IX_Bookings_MentorId_StartsAt] ON [Bookings] ([MentorId], [StartsAt]);

CREATE INDEX [IX_Bookings_SchemeId_StartsAt] ON [Bookings] ([SchemeId], [StartsAt]);

CREATE INDEX [IX_Bookings_VenueId] ON [Bookings] ([VenueId]);

CREATE INDEX [IX_Bookings_Waiting] ON [Bookings] ([SchemeId], [RequestedAt]) WHERE [State] = 6;

CREATE INDEX [IX_GroupMeetings_DigestAt] ON [GroupMeetings] ([DigestAt]);

CREATE UNIQUE INDEX [IX_GroupMeetings_FormId] ON [GroupMeetings] ([FormId]);

CREATE INDEX [IX_GroupMeetings_MentorId] ON [GroupMeetings] ([MentorId]);

CREATE INDEX [IX_GroupMeetings_SchemeId_StartsAt] ON [GroupMeetings] ([SchemeId], [StartsAt]);

CREATE INDEX [IX_GroupMeetings_VenueId] ON [GroupMeetings] ([VenueId]);

CREATE INDEX [IX_GroupSessions_Due] ON [GroupMeetings] ([DueAt]) WHERE [DueAt] IS NOT NULL;

CREATE INDEX [IX_GroupSessions_Keyword] ON [GroupMeetings] ([Keyword]) WHERE [State] = 0;

CREATE UNIQUE INDEX [IX_GroupSessions_Planned] ON [GroupMeetings] ([SchemeId], [Keyword]) WHERE [State] = 0;

CREATE INDEX [IX_GroupQuestions_MessageId] ON [GroupQuestions] ([MessageId]);

CREATE INDEX [IX_GroupQuestions_ParticipantId] ON [GroupQuestions] ([ParticipantId]);

CREATE UNIQUE INDEX [IX_MentorDays_MentorId_Date] ON [MentorDays] ([MentorId], [Date]);

CREATE INDEX [IX_Participants_ConversationId] ON [Participants] ([ConversationId]);

CREATE INDEX [IX_Participants_Due] ON [Participants] ([DueAt]) WHERE [DueAt] IS NOT NULL;

CREATE INDEX [IX_Participants_MenteeId] ON [Participants] ([MenteeId]);

CREATE UNIQUE INDEX [IX_Participants_SessionId_MenteeId] ON [Participants] ([SessionId], [MenteeId]);

CREATE INDEX [IX_Participants_Waiting] ON [Participants] ([SessionId], [AskedAt]) WHERE [State] = 2;

CREATE UNIQUE INDEX [IX_Seats_ParticipantId] ON [Seats] ([ParticipantId]) WHERE [ParticipantId] IS NOT NULL;

CREATE INDEX [IX_TakenQuarters_BookingId] ON [TakenQuarters] ([BookingId]);

CREATE INDEX [IX_Venues_SchemeId] ON [Venues] ([SchemeId]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261130180000_Bookings', N'EF');

COMMIT;
GO

