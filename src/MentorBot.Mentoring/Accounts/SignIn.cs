namespace MentorBot.Mentoring.Accounts;

/// <summary>Somebody is at the desk in one browser. The row is gone when he leaves, so that what the browser kept is good for nothing.</summary>
public sealed class SignIn
{
    /// <summary>However busy he is, after this he signs in again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Where nobody did anything for so long, somebody else may have sat down there.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(60);

    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>The look-up key of what the browser keeps: 32 bytes. Unique.</summary>
    public required byte[] Key { get; init; }

    /// <summary>Whose it is.</summary>
    public int AccountId { get; init; }

    /// <summary>He himself; null where a query did not ask for him.</summary>
    public Account? Account { get; init; }

    /// <summary>When he signed in.</summary>
    public DateTimeOffset BeganAt { get; init; }

    /// <summary>When he last did something, within a minute.</summary>
    public DateTimeOffset UsedAt { get; init; }

    /// <summary>Whether it still counts.</summary>
    public bool IsOpen(DateTimeOffset now) => now < BeganAt + Longest && now < UsedAt + Idle;
}
