using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Schemes;

namespace MentorBot.Mentoring.Desk;

/// <summary>What mentors write often: one mentor's own, or shared by all of a scheme.</summary>
public sealed class SavedReply
{
    /// <summary>The longest, in characters.</summary>
    public const int Longest = 600;

    /// <summary>How many one mentor keeps, and how many a scheme.</summary>
    public const int Most = 50;

    /// <summary>The database's number for it.</summary>
    public int Id { get; init; }

    /// <summary>Whose it is; null where it is shared.</summary>
    public int? MentorId { get; init; }

    /// <summary>He himself; null where a query did not ask for him.</summary>
    public Mentor? Mentor { get; init; }

    /// <summary>The scheme that it is shared in; null where it is one mentor's own.</summary>
    public int? SchemeId { get; init; }

    /// <summary>The scheme itself; null where a query did not ask for it.</summary>
    public Scheme? Scheme { get; init; }

    /// <summary>The words, sealed: mentors write what they like in them.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>Counts changes, so that two writers never overwrite each other unseen.</summary>
    public int Version { get; set; }
}
