namespace MentorBot.BotFramework;

/// <summary>News from a provider about a message it had accepted. Reports may come late, repeated, out of order, or never.</summary>
/// <param name="Channel">The <see cref="IChannel.Id"/> of the channel.</param>
/// <param name="MessageId">Our own id for the message (<see cref="OutgoingMessage.Id"/>), if the report carries it. It settles an uncertain send.</param>
/// <param name="ProviderId">The provider's id for the message.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="ErrorCode">The provider's error code; null when all is well.</param>
/// <param name="Failure">
/// What to do about a failure: <see cref="DeliveryOutcome.TryOnceLater"/>, <see cref="DeliveryOutcome.OptedOut"/>, <see cref="DeliveryOutcome.AddressUnusable"/>...
/// Null unless <paramref name="Status"/> is <see cref="DeliveryStatus.Undelivered"/> or <see cref="DeliveryStatus.Failed"/>.
/// </param>
public sealed record DeliveryReport(
    string Channel,
    Guid? MessageId,
    string ProviderId,
    DeliveryStatus Status,
    string? ErrorCode,
    DeliveryOutcome? Failure = null);

/// <summary>How far an accepted message has come. The number is the rank: keep a report only if its status ranks above the one recorded.</summary>
/// <remarks>A late <see cref="Sent"/> then cannot undo <see cref="Delivered"/>, and a handset's own receipt outranks a network that gave up too soon.</remarks>
public enum DeliveryStatus
{
    /// <summary>The provider has it and has not begun.</summary>
    Queued = 10,

    /// <summary>It is on its way to the network.</summary>
    Sending = 20,

    /// <summary>The nearest network took it.</summary>
    Sent = 30,

    /// <summary>It was called back before it left.</summary>
    Cancelled = 40,

    /// <summary>The provider could not send it.</summary>
    Failed = 41,

    /// <summary>The network took it and could not hand it over.</summary>
    Undelivered = 42,

    /// <summary>Some of its parts are on the handset.</summary>
    PartlyDelivered = 50,

    /// <summary>It is on the handset.</summary>
    Delivered = 60,

    /// <summary>The person opened it.</summary>
    Read = 70,
}
