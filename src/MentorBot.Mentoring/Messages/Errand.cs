using MentorBot.BotFramework;

namespace MentorBot.Mentoring.Messages;

/// <summary>One thing to do for a message: send it, or look up what became of it.</summary>
public sealed class Errand
{
    internal Errand(OutboxMessage row, OutgoingMessage message)
    {
        (Id, ConversationId, AddressId, Partition, Try) = (row.Id, row.ConversationId, row.Conversation!.AddressId, row.Partition, row.Tries);
        (Channel, Sender) = (row.Conversation.Address!.Channel, row.Conversation.Sender);
        (LooksUp, Message) = (row.State == OutboxState.Uncertain, message);
    }

    /// <summary>The outbox row.</summary>
    public long Id { get; }

    /// <summary>The conversation that it belongs to.</summary>
    public long ConversationId { get; }

    /// <summary>Whom it is for.</summary>
    public long AddressId { get; }

    /// <summary>The partition that its node must hold when it asks the provider.</summary>
    public int Partition { get; }

    /// <summary>Which try this is, from 1; a look-up belongs to the try that it asks after.</summary>
    public int Try { get; }

    /// <summary>By which channel.</summary>
    public string Channel { get; }

    /// <summary>From which of our senders.</summary>
    public string Sender { get; }

    /// <summary>Whether it may already have arrived, and is to be looked up instead of sent.</summary>
    public bool LooksUp { get; }

    /// <summary>What the channel needs.</summary>
    public OutgoingMessage Message { get; }
}

/// <summary>What a provider answered to an errand.</summary>
/// <param name="Errand">What it was asked.</param>
/// <param name="Delivery">What it said.</param>
/// <param name="TellsOperator">Whether it is news that the sender is held.</param>
internal sealed record Answer(Errand Errand, Delivery Delivery, bool TellsOperator);
