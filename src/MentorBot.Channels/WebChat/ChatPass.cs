namespace MentorBot.Channels.WebChat;

/// <summary>What somebody may do who holds a token: read and write one chat.</summary>
/// <param name="ConversationId">The chat: see <see cref="ConversationIds"/>. It is the mentee's address on this channel, and belongs in no log.</param>
/// <param name="Site">The door she came in by: <see cref="OwnSite"/>, or the origin that the chat was embedded on.</param>
/// <param name="UserId">Who she is in the protocol, always beginning with <see cref="UserIds.Prefix"/>; null where the client chooses.</param>
public sealed record ChatPass(string ConversationId, string Site, string? UserId = null)
{
    /// <summary>The site of our own page, and of whoever comes with the secret.</summary>
    public const string OwnSite = "web";

    /// <summary>The only origins that the token may be used on; empty means any that is allowed at all.</summary>
    public IReadOnlyList<string> TrustedOrigins { get; init; } = [];

    /// <summary>When its first token was made; null before there is one. Tokens that are got for it keep this instant, and end a day after it.</summary>
    public DateTimeOffset? Began { get; init; }

    /// <summary>A pass to a chat that nobody has begun. It costs nothing: no row is made before the first words.</summary>
    public static ChatPass Begin(string site = OwnSite, string? userId = null) => new(ConversationIds.New(), site, userId);

    /// <summary>Whether a page of this origin may use it; what is no page names none.</summary>
    public bool IsFor(string? origin) => origin is null || TrustedOrigins.Count == 0 || TrustedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase);

    /// <summary>The type's name and nothing else: the id is an address.</summary>
    public override string ToString() => nameof(ChatPass);
}

/// <summary>The ids of people in Direct Line.</summary>
public static class UserIds
{
    /// <summary>How every one that a token holds begins.</summary>
    public const string Prefix = "dl_";

    private const int Longest = 100;

    /// <summary>Whether a token may hold it.</summary>
    public static bool CanBeHeld(string? id) =>
        id is { Length: > 3 and <= Longest } && id.StartsWith(Prefix, StringComparison.Ordinal) && !id.Any(char.IsControl);
}
