namespace MentorBot.BotFramework;

/// <summary>A fact about an activity. Its particulars are in <see cref="SchemaObject.Properties"/>.</summary>
public sealed class Entity : SchemaObject
{
    /// <summary>What kind of fact, such as <c>mention</c> or <c>ClientCapabilities</c>.</summary>
    public string? Type { get; set; }
}

/// <summary>A reaction to a message.</summary>
public sealed class MessageReaction : SchemaObject
{
    /// <summary>Which reaction, such as <c>like</c>.</summary>
    public string? Type { get; set; }
}

/// <summary>A part of a text that is being pointed at.</summary>
public sealed class TextHighlight : SchemaObject
{
    /// <summary>The part.</summary>
    public string? Text { get; set; }

    /// <summary>Which of its occurrences in the text, counted from 1.</summary>
    public int? Occurrence { get; set; }
}
