using System.Text.Json;
using System.Text.Json.Nodes;

namespace MentorBot.BotFramework;

/// <summary>A file or a card that goes with a message.</summary>
public sealed class Attachment : SchemaObject
{
    /// <summary>Its media type, such as <c>image/jpeg</c> or <see cref="HeroCard.ContentType"/>.</summary>
    public string? ContentType { get; set; }

    /// <summary>Where the file is; may be a <c>data:</c> URL.</summary>
    public string? ContentUrl { get; set; }

    /// <summary>The content itself, for cards.</summary>
    public JsonNode? Content { get; set; }

    /// <summary>The file's name.</summary>
    public string? Name { get; set; }

    /// <summary>Where a small picture of it is.</summary>
    public string? ThumbnailUrl { get; set; }
}

/// <summary>A card with a heading, words, pictures and buttons.</summary>
public sealed class HeroCard : SchemaObject
{
    /// <summary>The media type of an attachment that holds a hero card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.hero";

    /// <summary>The heading.</summary>
    public string? Title { get; set; }

    /// <summary>A smaller heading below it.</summary>
    public string? Subtitle { get; set; }

    /// <summary>The words.</summary>
    public string? Text { get; set; }

    /// <summary>The pictures.</summary>
    public IList<CardImage>? Images { get; set; }

    /// <summary>The buttons, in the order shown.</summary>
    public IList<CardAction>? Buttons { get; set; }

    /// <summary>What pressing the card itself does.</summary>
    public CardAction? Tap { get; set; }

    /// <summary>This card as something a message can carry.</summary>
    public Attachment ToAttachment() => new()
    {
        ContentType = ContentType,
        Content = JsonSerializer.SerializeToNode(this, ActivityJson.Context.HeroCard),
    };
}

/// <summary>A picture on a card.</summary>
public sealed class CardImage : SchemaObject
{
    /// <summary>Where the picture is.</summary>
    public string? Url { get; set; }

    /// <summary>What the picture shows, for those who cannot see it.</summary>
    public string? Alt { get; set; }

    /// <summary>What pressing it does.</summary>
    public CardAction? Tap { get; set; }
}
