using System.Text.Json.Nodes;

namespace MentorBot.BotFramework;

/// <summary>A button.</summary>
public sealed class CardAction : SchemaObject
{
    /// <summary>What pressing it does: one of <see cref="ActionTypes"/>.</summary>
    public string? Type { get; set; }

    /// <summary>The words on it.</summary>
    public string? Title { get; set; }

    /// <summary>Where its picture is.</summary>
    public string? Image { get; set; }

    /// <summary>What its picture shows, for those who cannot see it.</summary>
    public string? ImageAltText { get; set; }

    /// <summary>The words sent by a <see cref="ActionTypes.MessageBack"/>.</summary>
    public string? Text { get; set; }

    /// <summary>The words the chat shows when a <see cref="ActionTypes.MessageBack"/> is pressed.</summary>
    public string? DisplayText { get; set; }

    /// <summary>What is sent or opened when it is pressed.</summary>
    public JsonNode? Value { get; set; }

    /// <summary>What only one channel understands about it.</summary>
    public JsonNode? ChannelData { get; set; }
}

/// <summary>What pressing a <see cref="CardAction"/> does.</summary>
public static class ActionTypes
{
    /// <summary>Opens a page.</summary>
    public const string OpenUrl = "openUrl";

    /// <summary>Says the value as if the person had written it.</summary>
    public const string ImBack = "imBack";

    /// <summary>Sends the value without showing it.</summary>
    public const string PostBack = "postBack";

    /// <summary>Plays a sound.</summary>
    public const string PlayAudio = "playAudio";

    /// <summary>Plays a film.</summary>
    public const string PlayVideo = "playVideo";

    /// <summary>Shows a picture.</summary>
    public const string ShowImage = "showImage";

    /// <summary>Downloads a file.</summary>
    public const string DownloadFile = "downloadFile";

    /// <summary>Opens a sign-in page.</summary>
    public const string Signin = "signin";

    /// <summary>Telephones somebody.</summary>
    public const string Call = "call";

    /// <summary>Sends words and a value, showing other words.</summary>
    public const string MessageBack = "messageBack";
}

/// <summary>Buttons offered with a message, gone once an answer is given.</summary>
public sealed class SuggestedActions : SchemaObject
{
    /// <summary>Ids of the people who are shown them; null or empty means everybody.</summary>
    public IList<string>? To { get; set; }

    /// <summary>The buttons, in the order shown.</summary>
    public IList<CardAction>? Actions { get; set; }
}

/// <summary>A task that a client asks for or reports on.</summary>
public sealed class SemanticAction : SchemaObject
{
    /// <summary><c>start</c>, <c>continue</c> or <c>done</c>.</summary>
    public string? State { get; set; }

    /// <summary>Which task.</summary>
    public string? Id { get; set; }

    /// <summary>The task's particulars, by name.</summary>
    public IDictionary<string, Entity>? Entities { get; set; }
}
