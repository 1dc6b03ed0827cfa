using System.Text;

namespace MentorBot.BotFramework;

/// <summary>What became of an attempt to deliver. The list is closed: whoever sends needs to know no provider.</summary>
public enum DeliveryOutcome
{
    /// <summary>The provider has it. A <see cref="DeliveryReport"/> may follow.</summary>
    Accepted,

    /// <summary>Looked up: the provider never had it. Safe to send again.</summary>
    NotTaken,

    /// <summary>Never processed: too many at once, or no connection was made. Safe to send again after <see cref="Delivery.RetryAfter"/>.</summary>
    TryLater,

    /// <summary>The handset is off or out of reach: one more try after <see cref="Delivery.RetryAfter"/>, and then no more.</summary>
    TryOnceLater,

    /// <summary>This sender of ours has used up its day or filled its queue: hold everything from it for <see cref="Delivery.RetryAfter"/>, then try this again.</summary>
    PauseSender,

    /// <summary>Wrong credentials, a closed account or wrong settings: hold everything from this sender until the operator has mended it, then try this again.</summary>
    StopSender,

    /// <summary>The person told the provider to stop. Record it and never send again.</summary>
    OptedOut,

    /// <summary>Nothing can be delivered there, from whichever of our numbers: send no more, unless the person writes from it.</summary>
    AddressUnusable,

    /// <summary>Refused for good. The same message must not be sent again; the next may pass.</summary>
    Rejected,

    /// <summary>Refused because the chat has another address from now on (<see cref="Delivery.MovedTo"/>): send it, and all that follows, there.</summary>
    Moved,

    /// <summary>The answer was lost, so the provider may have it or not. Never resend before <see cref="IChannel.LookUpAsync"/> has said <see cref="NotTaken"/>.</summary>
    Uncertain,
}

/// <summary>What became of one attempt to deliver. It holds codes only, never words or numbers.</summary>
/// <param name="Outcome">What became of it, and so what to do.</param>
/// <param name="ProviderId">The provider's id for the message; always there when accepted.</param>
/// <param name="Code">The provider's error code, or a name of ours such as <c>timeout</c> or <c>http-503</c>; null when accepted.</param>
/// <param name="RetryAfter">How long to wait before the next try or look-up; null where there is none, or where the caller's own pace will do.</param>
public sealed record Delivery(DeliveryOutcome Outcome, string? ProviderId = null, string? Code = null, TimeSpan? RetryAfter = null)
{
    /// <summary>The address that the chat has now; null unless it <see cref="DeliveryOutcome.Moved"/>. It is shown nowhere.</summary>
    public string? MovedTo { get; init; }

    /// <summary>Whether the sender's other messages must wait too.</summary>
    public bool HoldsSender => Outcome is DeliveryOutcome.PauseSender or DeliveryOutcome.StopSender;

    /// <summary>The provider looked and never had it.</summary>
    public static Delivery NotTaken { get; } = new(DeliveryOutcome.NotTaken);

    /// <summary>The <see cref="Code"/> of a message that is sent again although nobody can tell whether it has arrived. It stays with the message until that is settled.</summary>
    public const string SentBlindly = "sent-blindly";

    /// <summary>
    /// The provider is well again, and cannot tell whether it had it: send it again, this once. Somebody who waits is better served by reading a line twice than
    /// never.
    /// </summary>
    public static Delivery SendBlindly { get; } = new(DeliveryOutcome.NotTaken, Code: SentBlindly);

    /// <summary>The provider has it, under this id.</summary>
    public static Delivery Accepted(string providerId) => new(DeliveryOutcome.Accepted, providerId);

    /// <summary>It was never processed.</summary>
    public static Delivery TryLater(string code, TimeSpan? retryAfter = null) => new(DeliveryOutcome.TryLater, Code: code, RetryAfter: retryAfter);

    /// <summary>The answer was lost; look it up after this long.</summary>
    public static Delivery Uncertain(string code, TimeSpan? lookUpAfter = null) => new(DeliveryOutcome.Uncertain, Code: code, RetryAfter: lookUpAfter);

    /// <summary>It was refused, for the chat has another address now.</summary>
    public static Delivery Moved(string address) => new(DeliveryOutcome.Moved, Code: "moved") { MovedTo = address };

    /// <summary>It, or its sender, was refused.</summary>
    public static Delivery Refused(DeliveryOutcome outcome, string code, TimeSpan? retryAfter = null) => new(outcome, Code: code, RetryAfter: retryAfter);

    // Not the address.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Outcome = ").Append(Outcome).Append(", ProviderId = ").Append(ProviderId).Append(", Code = ").Append(Code).Append(", RetryAfter = ").Append(RetryAfter);
        return true;
    }
}
