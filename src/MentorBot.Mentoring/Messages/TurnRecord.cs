using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Events;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Messages;

/// <summary>What a batch of turns leaves behind besides the entities it changed: replies, events, and messages that are done.</summary>
/// <remarks>It is written in the same transaction as the entities (see <see cref="Writes.SaveAsync"/>), after them, since new ones get their ids then.</remarks>
internal sealed class TurnRecord
{
    private const string InsertReply = """
        INSERT INTO "Outbox" ("MessageId", "ConversationId", "Sequence", "Partition", "InReplyTo", "Speaker", "Priority", "SealedActivity", "PreparedAt", "State", "DueAt", "Tries", "Version")
        VALUES (@message, @conversation, @sequence, @partition, @answers, @speaker, @priority, @activity, @prepared, @state, @due, 0, 0)
        """;

    private const string InsertEvent = """
        INSERT INTO "Events" ("Name", "Subject", "SchemeId", "MenteeId", "At") VALUES (@name, @subject, @scheme, @mentee, @at)
        """;

    private const string FinishMessage = """
        UPDATE "Inbox" SET "State" = @state, "SealedAddress" = NULL WHERE "Id" = @id AND "State" = @waiting
        """;

    /// <summary>What is to be sent.</summary>
    public List<OutboxMessage> Replies { get; } = [];

    /// <summary>What happened.</summary>
    public List<RecordedEvent> Events { get; } = [];

    /// <summary>What is to be dealt with next.</summary>
    public List<InboxMessage> Occasions { get; } = [];

    /// <summary>The messages that were answered, or set aside.</summary>
    public List<InboxMessage> Done { get; } = [];

    /// <summary>Writes all of it, the finished messages last: that is where a turn that somebody else took shows.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else has taken one of these turns: none of it may be kept.</exception>
    public async Task WriteAsync(MentorBotDb db)
    {
        await WriteRepliesAsync(db);
        await WriteEventsAsync(db);
        await WriteOccasionsAsync(db);
        await FinishAsync(db);
    }

    private async Task WriteRepliesAsync(MentorBotDb db)
    {
        using var insert = new RowStatement(
            db, InsertReply,
            "message", "conversation", "sequence", "partition", "answers", "speaker", "priority", "activity", "prepared", "state", "due");
        foreach (var m in Replies)
        {
            await insert.RunAsync(
                m.MessageId, m.Conversation!.Id, m.Sequence, m.Partition, m.InReplyTo, m.Speaker, m.Priority, m.SealedActivity, m.PreparedAt, m.State, m.DueAt);
        }
    }

    private async Task WriteEventsAsync(MentorBotDb db)
    {
        using var insert = new RowStatement(db, InsertEvent, "name", "subject", "scheme", "mentee", "at");
        foreach (var e in Events) await insert.RunAsync(e.Name, e.Subject, e.SchemeId, e.Mentee!.Id, e.At);
    }

    private async Task WriteOccasionsAsync(MentorBotDb db)
    {
        if (Occasions.Count == 0) return;
        using var insert = new InboxStatement(db);
        foreach (var occasion in Occasions) await insert.RunAsync(occasion);
    }

    private async Task FinishAsync(MentorBotDb db)
    {
        using var update = new RowStatement(db, FinishMessage, "state", "id", "waiting");
        foreach (var message in Done)
        {
            if (await update.RunAsync(message.State, message.Id, InboxState.Waiting) != 1)
                throw new DbUpdateConcurrencyException("A message's turn was taken by somebody else.");
        }
    }
}
