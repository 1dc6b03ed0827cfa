using MentorBot.Mentoring.Messages;

namespace MentorBot.Mentoring.Mentees;

/// <summary>Somebody wants two of her addresses to be one mentee: asked in one conversation, answered in the other, and only then agreed to in the first.</summary>
/// <remarks>It is gone when it was agreed to, refused or too late.</remarks>
public sealed class LinkRequest
{
    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>The look-up key of its code: 32 bytes. Unique.</summary>
    public required byte[] CodeKey { get; init; }

    /// <summary>The conversation that it was asked in, whose mentee she stays. One request at a time.</summary>
    public long AskedInId { get; init; }

    /// <summary>That conversation itself; null where a query did not ask for it.</summary>
    public Conversation? AskedIn { get; init; }

    /// <summary>The conversation in which the code was given, or null so far.</summary>
    public long? AnsweredInId { get; set; }

    /// <summary>That conversation itself; null where a query did not ask for it.</summary>
    public Conversation? AnsweredIn { get; set; }

    /// <summary>After this instant it counts for nothing.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Counts changes, so that two writers never overwrite each other unseen.</summary>
    public int Version { get; set; }

    /// <summary>Whether it is too late for it.</summary>
    public bool IsOver(DateTimeOffset now) => now > ExpiresAt;

    /// <summary>Whether there is still something to agree to: it is in time, and the two sides are not one already.</summary>
    /// <remarks>For one of which both sides were loaded with their mentees.</remarks>
    public bool IsOpen(DateTimeOffset now) => !IsOver(now) && AskedIn!.Address!.Mentee != AnsweredIn!.Address!.Mentee;
}
