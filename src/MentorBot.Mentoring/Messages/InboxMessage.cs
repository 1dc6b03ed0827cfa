namespace MentorBot.Mentoring.Messages;

/// <summary>Something a mentee sent, stored before it was acknowledged.</summary>
public sealed class InboxMessage
{
    /// <summary>The order in which messages were accepted.</summary>
    public long Id { get; init; }

    /// <summary>The channel it came by.</summary>
    public required string Channel { get; init; }

    /// <summary>The provider's id for it. With the channel it is unique, so that a repeat does nothing.</summary>
    public required string ProviderMessageId { get; init; }

    /// <summary>The look-up key of its conversation: 32 bytes.</summary>
    public required byte[] ConversationKey { get; init; }

    /// <summary>Its place in the conversation: one more than the last before it, and unique. So a message with a higher one is never to be seen before it (see <see cref="Inbox"/>).</summary>
    public long Sequence { get; init; }

    /// <summary>The look-up key of the mentee's address: 32 bytes.</summary>
    public required byte[] AddressKey { get; init; }

    /// <summary>Which node takes its turn: see <see cref="Partitions"/>.</summary>
    public int Partition { get; init; }

    /// <summary>The mentee's address, sealed, in case she is new to us; erased once the turn is done.</summary>
    public byte[]? SealedAddress { get; set; }

    /// <summary>Our address that it was sent to.</summary>
    public required string OurAddress { get; init; }

    /// <summary>The message, sealed; null once it was erased.</summary>
    public byte[]? SealedActivity { get; set; }

    /// <summary>When it was accepted.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public InboxState State { get; set; }

    /// <summary>How many of its turns failed.</summary>
    public int FailedTurns { get; set; }

    /// <summary>Its turn is not taken before this.</summary>
    public DateTimeOffset DueAt { get; set; }
}

/// <summary>How far an incoming message has come.</summary>
public enum InboxState
{
    /// <summary>Its turn is still to be taken.</summary>
    Waiting,

    /// <summary>Its turn was taken and recorded.</summary>
    Done,

    /// <summary>Its turn failed too often: the mentee has an apology, and an operator an <see cref="Incidents.Incident"/>.</summary>
    SetAside,
}
