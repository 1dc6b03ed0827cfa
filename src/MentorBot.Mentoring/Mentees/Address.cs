using MentorBot.Mentoring.Messages;

namespace MentorBot.Mentoring.Mentees;

/// <summary>One place a mentee can be reached: a channel, and her name on it.</summary>
/// <remarks>Two addresses belong to one mentee only if she linked them; we never guess. Only delivery opens <see cref="Sealed"/>.</remarks>
public sealed class Address
{
    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>Whose it is.</summary>
    public long MenteeId { get; set; }

    /// <summary>Its mentee. Turns and <see cref="Outbox"/>'s settling load her; null where a query did not ask for her.</summary>
    public Mentee? Mentee { get; set; }

    /// <summary>Whose it was before she linked it to another of hers, and will be again if she unlinks it; null while it is not linked.</summary>
    /// <remarks>No key of the database, which SQLite could only add by copying the table, outside any transaction. Mentees are never deleted.</remarks>
    public long? FormerMenteeId { get; set; }

    /// <summary>The channel, such as <c>sms</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The look-up key: 32 bytes that find the address without showing it. Unique.</summary>
    public required byte[] Key { get; init; }

    /// <summary>The phone number or chat id, sealed.</summary>
    public required byte[] Sealed { get; init; }

    /// <summary>When its owner told us to stop, or null. Kept after opt-out: it is how we know not to write again.</summary>
    public DateTimeOffset? OptedOutAt { get; set; }

    /// <summary>Why nothing can reach it (a carrier's code), or null while it can be reached: her next message clears it.</summary>
    public string? UnusableBecause { get; set; }

    /// <summary>Counts changes, so that two writers never overwrite each other unseen.</summary>
    public int Version { get; set; }

    /// <summary>Makes it another mentee's, and remembers whose it was at first.</summary>
    internal void LinkTo(Mentee mentee)
    {
        var first = FormerMenteeId ?? MenteeId;
        FormerMenteeId = first == mentee.Id ? null : first;
        (MenteeId, Mentee) = (mentee.Id, mentee);
        Version++;
    }

    /// <summary>Makes it the mentee's whose it was at first.</summary>
    internal void GiveBackTo(Mentee mentee)
    {
        (FormerMenteeId, MenteeId, Mentee) = (null, mentee.Id, mentee);
        Version++;
    }

    /// <summary>Notes that nothing can reach it any more.</summary>
    internal void Lose(string because)
    {
        UnusableBecause = because;
        Version++;
    }

    /// <summary>Notes that its owner wrote from it: whatever a carrier said before, it can be reached.</summary>
    internal void Regain()
    {
        if (UnusableBecause is null) return;
        UnusableBecause = null;
        Version++;
    }
}
