using MentorBot.Mentoring.Data;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Messages;

/// <summary>Writes what comes in: each message once, and at the place after the last of its conversation.</summary>
internal sealed class InboxStatement(MentorBotDb db) : IDisposable
{
    // What another node stores in the same moment meets one of the unique indexes instead, and the group is written anew. Rows are never deleted, or a place would be taken twice.
    private const string InsertUnlessKnown = """
        INSERT INTO "Inbox" ("Channel", "ProviderMessageId", "ConversationKey", "AddressKey", "Partition", "SealedAddress", "OurAddress",
                             "SealedActivity", "ReceivedAt", "State", "FailedTurns", "DueAt", "Sequence")
        SELECT @channel, @id, @conversation, @address, @partition, @sealed, @ours, @activity, @received, @state, 0, @due,
               (SELECT COALESCE(MAX("Sequence"), 0) + 1 FROM "Inbox" WHERE "ConversationKey" = @conversation)
        WHERE NOT EXISTS (SELECT 1 FROM "Inbox" WHERE "Channel" = @channel AND "ProviderMessageId" = @id)
        """;

    private readonly RowStatement _insert = new(
        db, InsertUnlessKnown,
        "channel", "id", "conversation", "address", "partition", "sealed", "ours", "activity", "received", "state", "due");

    /// <summary>Writes a message, unless it is there.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Another node stored a message of the same conversation, or the same message, in this moment: all that was written with it is written anew.</exception>
    public async Task<Acceptance> RunAsync(InboxMessage m)
    {
        try
        {
            var rows = await _insert.RunAsync(
                m.Channel, m.ProviderMessageId, m.ConversationKey, m.AddressKey, m.Partition, m.SealedAddress, m.OurAddress, m.SealedActivity, m.ReceivedAt, m.State, m.DueAt);
            return rows == 1 ? Acceptance.Stored : Acceptance.Repeated;
        }
        catch (DbUpdateException error) when (CrossedWrite.Is(error))
        {
            throw new DbUpdateConcurrencyException("Another node stored a message of the same conversation, or the same message.", error);
        }
    }

    public void Dispose() => _insert.Dispose();
}
