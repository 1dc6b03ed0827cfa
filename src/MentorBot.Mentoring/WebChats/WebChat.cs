namespace MentorBot.Mentoring.WebChats;

/// <summary>A chat that was begun on our own page. Its mentee can come back to it, from anywhere, by three plain words.</summary>
/// <remarks>Nobody signs up: who holds the words holds the chat. We keep a keyed hash to find it by, and the words sealed, to show them again to whoever is in it.</remarks>
public sealed class WebChat
{
    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>The look-up key of its conversation: 32 bytes. Unique.</summary>
    public required byte[] ConversationKey { get; init; }

    /// <summary>The conversation's id in Direct Line, which is the mentee's address on this channel; sealed.</summary>
    public required byte[] SealedAddress { get; init; }

    /// <summary>The site that it was begun on: the door that its mentee came in by.</summary>
    public required string OurAddress { get; init; }

    /// <summary>The look-up key of the return code: 32 bytes. Unique.</summary>
    public required byte[] CodeKey { get; init; }

    /// <summary>The return code, sealed.</summary>
    public required byte[] SealedCode { get; init; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset StartedAt { get; init; }
}
