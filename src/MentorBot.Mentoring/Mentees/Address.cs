namespace MentorBot.Mentoring.Mentees;

/// <summary>One place a mentee can be reached: a channel, and her name on it.</summary>
/// <remarks>Two addresses belong to one mentee only if she linked them; we never guess. Only delivery opens <see cref="Sealed"/>.</remarks>
public sealed class Address
{
    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>Whose it is.</summary>
    public long MenteeId { get; init; }

    /// <summary>Whose it is.</summary>
    public Mentee? Mentee { get; init; }

    /// <summary>The channel, such as <c>sms</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The look-up key: 32 bytes that find the address without showing it. Unique.</summary>
    public required byte[] Key { get; init; }

    /// <summary>The phone number or chat id, sealed.</summary>
    public required byte[] Sealed { get; init; }

    /// <summary>When its owner told us to stop, or null. Kept after opt-out: it is how we know not to write again.</summary>
    public DateTimeOffset? OptedOutAt { get; set; }

    /// <summary>Why nothing can reach it any more (a carrier's code), or null while it can be reached.</summary>
    public string? UnusableBecause { get; set; }

    /// <summary>Counts changes, so that two writers never overwrite each other unseen.</summary>
    public int Version { get; set; }
}
