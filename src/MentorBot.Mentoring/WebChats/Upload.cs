namespace MentorBot.Mentoring.WebChats;

/// <summary>A file that somebody sent in a web chat. It is kept for a day, sealed like her words.</summary>
public sealed class Upload
{
    /// <summary>What names it in its address, which nobody can guess.</summary>
    public Guid Id { get; init; }

    /// <summary>The look-up key of its conversation: 32 bytes.</summary>
    public required byte[] ConversationKey { get; init; }

    /// <summary>Its media type, such as <c>image/jpeg</c>: one of those that are taken.</summary>
    public required string ContentType { get; init; }

    /// <summary>Its bytes, sealed.</summary>
    public required byte[] SealedContent { get; init; }

    /// <summary>When it came.</summary>
    public DateTimeOffset UploadedAt { get; init; }
}
