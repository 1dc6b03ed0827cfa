namespace MentorBot.Mentoring.Mentors;

/// <summary>Somebody may become a mentor, or come to the desk, by showing a code, once and in time.</summary>
public sealed class Invitation
{
    /// <summary>The database's number for it.</summary>
    public int Id { get; init; }

    /// <summary>The look-up key of its code: 32 bytes. Unique.</summary>
    public required byte[] CodeKey { get; init; }

    /// <summary>The scheme that he is to help in.</summary>
    public int SchemeId { get; init; }

    /// <summary>What mentees will call him; of a coordinator, what colleagues will.</summary>
    public required string Name { get; init; }

    /// <summary>What it leads to.</summary>
    public InvitationKind Kind { get; init; }

    /// <summary>Whether it makes a coordinator of him.</summary>
    public bool IsCoordinator { get; init; }

    /// <summary>The mentor that he is already, or null.</summary>
    public int? MentorId { get; init; }

    /// <summary>After this instant it counts for nothing.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used, or null.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Counts changes, so that two phones never use one invitation.</summary>
    public int Version { get; set; }

    /// <summary>Whether it still counts.</summary>
    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now <= ExpiresAt;
}

/// <summary>What an invitation leads to.</summary>
public enum InvitationKind
{
    /// <summary>He joins from his own phone, by texting the code.</summary>
    Phone,

    /// <summary>He joins at the desk, by opening a link.</summary>
    Desk,

    /// <summary>The first coordinator joins at the desk. It counts only while nobody has an account.</summary>
    SetUp,
}
