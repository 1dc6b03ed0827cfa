namespace MentorBot.Mentoring.Accounts;

/// <summary>A passkey of an account: something that one phone, computer or key can prove, and nobody can guess or be tricked out of.</summary>
public sealed class Passkey
{
    /// <summary>The database's number for it.</summary>
    public int Id { get; init; }

    /// <summary>Whose it is.</summary>
    public int AccountId { get; init; }

    /// <summary>He himself; null where a query did not ask for him.</summary>
    public Account? Account { get; init; }

    /// <summary>The look-up key of its id: 32 bytes. Unique.</summary>
    public required byte[] Key { get; init; }

    /// <summary>What the device told of it, such as its public key and how often it was used: as JSON, sealed for the account.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>When it was added.</summary>
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>When it was last used, or null.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
