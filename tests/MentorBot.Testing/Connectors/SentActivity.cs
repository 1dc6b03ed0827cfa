using System.Text.Json.Nodes;

namespace MentorBot.Testing;

/// <summary>An activity that the fake has taken.</summary>
/// <param name="Target">The raw path that it was posted to.</param>
/// <param name="Authorization">The token that it came with, or null.</param>
/// <param name="Activity">The activity.</param>
public sealed record SentActivity(string Target, string? Authorization, JsonNode Activity)
{
    /// <summary>The conversation that it names.</summary>
    public string? ConversationId => (string?)Activity["conversation"]?["id"];

    /// <summary>Its words.</summary>
    public string? Text => (string?)Activity["text"];
}
