using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorBot.Mentoring.Messages;

internal static class MessagesMapping
{
    public static void Map(ModelBuilder model, Func<string, string> quote)
    {
        model.Entity<Conversation>(Map);
        model.Entity<InboxMessage>(message => Map(message, quote));
        model.Entity<OutboxMessage>(message => Map(message, quote));
        model.Entity<PartitionLease>(Map);
        model.Entity<Node>().Property(n => n.Id).ValueGeneratedNever();
    }

    private static void Map(EntityTypeBuilder<Conversation> conversation)
    {
        conversation.Property(c => c.Key).HasMaxLength(32);
        conversation.Property(c => c.OurAddress).HasMaxLength(200);
        conversation.Property(c => c.Version).IsConcurrencyToken();
        conversation.HasIndex(c => c.Key).IsUnique();
    }

    private static void Map(EntityTypeBuilder<InboxMessage> message, Func<string, string> quote)
    {
        message.Property(m => m.Channel).HasMaxLength(20);
        message.Property(m => m.ProviderMessageId).HasMaxLength(100);
        message.Property(m => m.ConversationKey).HasMaxLength(32);
        message.Property(m => m.AddressKey).HasMaxLength(32);
        message.Property(m => m.OurAddress).HasMaxLength(200);
        message.HasIndex(m => new { m.Channel, m.ProviderMessageId }).IsUnique();
        message.HasIndex(m => new { m.ConversationKey, m.Sequence }).IsUnique();
        // What waits is found by indexes that hold nothing else, so that its cost does not grow with the past.
        var waiting = $"{quote(nameof(InboxMessage.State))} = {(int)InboxState.Waiting}";
        message.HasIndex(m => m.Id, "IX_Inbox_Waiting").HasFilter(waiting);
        message.HasIndex(m => new { m.ConversationKey, m.Id }, "IX_Inbox_WaitingInConversation").HasFilter(waiting);
    }

    private static void Map(EntityTypeBuilder<OutboxMessage> message, Func<string, string> quote)
    {
        message.Property(m => m.ProviderId).HasMaxLength(100);
        message.Property(m => m.ErrorCode).HasMaxLength(OutboxMessage.LongestCode);
        message.Property(m => m.Version).IsConcurrencyToken();
        message.HasIndex(m => m.MessageId).IsUnique();
        message.HasIndex(m => new { m.ConversationId, m.Sequence }).IsUnique();
        var unsettled = $"{quote(nameof(OutboxMessage.State))} <= {(int)OutboxState.Uncertain}";
        message.HasIndex(m => new { m.Priority, m.Id }, "IX_Outbox_Unsettled").HasFilter(unsettled);
        message.HasIndex(m => new { m.ConversationId, m.Sequence }, "IX_Outbox_UnsettledInConversation").HasFilter(unsettled);
    }

    private static void Map(EntityTypeBuilder<PartitionLease> lease)
    {
        lease.Property(l => l.Id).ValueGeneratedNever();
        // Both: who takes over a lease that ran out must not overlook that it was renewed meanwhile.
        lease.Property(l => l.Node).IsConcurrencyToken();
        lease.Property(l => l.Until).IsConcurrencyToken();
        lease.HasData(Enumerable.Range(0, Messages.Partitions.Count).Select(id => new PartitionLease { Id = id }));
    }
}
