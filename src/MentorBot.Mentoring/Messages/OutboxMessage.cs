using MentorBot.BotFramework;

namespace MentorBot.Mentoring.Messages;

/// <summary>One message for a provider, prepared in a turn's transaction and sent afterwards, in order.</summary>
public sealed class OutboxMessage
{
    /// <summary>The longest <see cref="ErrorCode"/>; the rest of a longer one is cut off.</summary>
    public const int LongestCode = 40;

    /// <summary>A message that no provider would take is given up after this long: an older answer would confuse more than it helps.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);

    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>Our own name for it outside: it rides on the provider's status reports. Unique.</summary>
    public Guid MessageId { get; init; }

    /// <summary>The conversation that it belongs to.</summary>
    public long ConversationId { get; init; }

    /// <summary>The conversation itself. Claims and settling load it with its address; null where a query did not ask for it.</summary>
    public Conversation? Conversation { get; init; }

    /// <summary>Its place in the conversation: a later one waits until every earlier one is settled. With the conversation it is unique.</summary>
    public int Sequence { get; init; }

    /// <summary>Which node sends it: see <see cref="Partitions"/>.</summary>
    public int Partition { get; init; }

    /// <summary>The accepted message that it answers, or null.</summary>
    public long? InReplyTo { get; init; }

    /// <summary>In whose name it is sent.</summary>
    public Speaker Speaker { get; init; }

    /// <summary>What goes first.</summary>
    public Priority Priority { get; init; }

    /// <summary>The message, sealed; null once it was erased.</summary>
    public byte[]? SealedActivity { get; set; }

    /// <summary>When its turn was recorded.</summary>
    public DateTimeOffset PreparedAt { get; init; }

    /// <summary>How far it has come.</summary>
    public OutboxState State { get; set; }

    /// <summary>It is not sent, or looked up, before this.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>How often a provider was asked to take it.</summary>
    public int Tries { get; set; }

    /// <summary>When a provider was first asked to take it, or null.</summary>
    public DateTimeOffset? FirstTriedAt { get; set; }

    /// <summary>When a provider was last asked to take it, or null. Looking it up is no such try.</summary>
    public DateTimeOffset? LastTriedAt { get; set; }

    /// <summary>The provider's id for it, once known.</summary>
    public string? ProviderId { get; set; }

    /// <summary>What the provider last reported; it only moves up.</summary>
    public DeliveryStatus? Status { get; set; }

    /// <summary>The provider's error code, or ours for why it was dropped; never text.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>Counts changes, so that a report and an answer that cross never undo each other.</summary>
    public int Version { get; set; }

    /// <summary>Why it must not leave any more (<c>opted-out</c>, <c>unreachable</c>, <c>floor</c>), or null if it may.</summary>
    internal string? WhyNotToSend()
    {
        var address = Conversation!.Address!;
        if (address.UnusableBecause is not null) return "unreachable";
        if (Speaker == Speaker.Notice) return null;
        if (address.OptedOutAt is not null) return "opted-out";
        return (Speaker, Conversation.Floor) is (Speaker.Bot, Floor.Bot) or (Speaker.Mentor, not Floor.Nobody) ? null : "floor";
    }

    /// <summary>Whether its time is over: counted from the first try, and before that from when it was due.</summary>
    internal bool IsTooOld(DateTimeOffset now) => now - (FirstTriedAt ?? DueAt) > GiveUpAfter;

    internal void Try(DateTimeOffset now, DateTimeOffset lookUpAt)
    {
        if (State == OutboxState.Queued) (State, Tries, LastTriedAt) = (OutboxState.Sending, Tries + 1, now);
        FirstTriedAt ??= now;
        DueAt = lookUpAt;
        Version++;
    }

    internal void Accept(string? providerId)
    {
        // What was reported of an earlier try says nothing about this one.
        if (ProviderId != providerId) Status = null;
        Move(OutboxState.Accepted, code: null, providerId: providerId);
    }

    internal void Doubt(string? code, DateTimeOffset lookUpAt) => Move(OutboxState.Uncertain, code, lookUpAt);

    internal void Requeue(string? code, DateTimeOffset dueAt) => Move(OutboxState.Queued, code, dueAt);

    internal void Drop(string reason) => Move(OutboxState.Dropped, reason);

    internal void Fail(string? code) => Move(OutboxState.Failed, code);

    internal void Note(DeliveryStatus status, string? code)
    {
        (Status, ErrorCode) = (status, Short(code));
        Version++;
    }

    internal static string? Short(string? code) => code?.Length > LongestCode ? code[..LongestCode] : code;

    private void Move(OutboxState state, string? code, DateTimeOffset? dueAt = null, string? providerId = null)
    {
        // That it was sent again blindly is remembered until it is settled: it must not happen twice.
        var remembers = state is OutboxState.Queued or OutboxState.Uncertain && ErrorCode == Delivery.SentBlindly;
        (State, ErrorCode, DueAt, ProviderId) = (state, remembers ? ErrorCode : Short(code), dueAt ?? DueAt, providerId ?? ProviderId);
        Version++;
    }
}

/// <summary>How far an outgoing message has come. The first three hold back what follows in the conversation.</summary>
public enum OutboxState
{
    /// <summary>Waiting to be sent.</summary>
    Queued,

    /// <summary>A provider is being asked. Committed before the asking: if the process dies, it may have been taken.</summary>
    Sending,

    /// <summary>The provider's answer was lost: it may have been taken, and is looked up before anything else.</summary>
    Uncertain,

    /// <summary>The provider has it.</summary>
    Accepted,

    /// <summary>It was not to be sent any more: the floor had changed, or its owner had opted out.</summary>
    Dropped,

    /// <summary>The provider will never take it.</summary>
    Failed,
}
