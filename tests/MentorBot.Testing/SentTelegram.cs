using System.Text.Json.Nodes;

namespace MentorBot.Testing;

/// <summary>A message that the fake has taken.</summary>
/// <param name="MessageId">Its number.</param>
/// <param name="Chat">Whose chat it is in.</param>
/// <param name="Text">The words.</param>
/// <param name="Call">The whole call.</param>
/// <param name="At">When.</param>
public sealed record SentTelegram(long MessageId, long Chat, string Text, JsonObject Call, DateTimeOffset At)
{
    /// <summary>The buttons below it, in order.</summary>
    public IReadOnlyList<JsonNode> Buttons => [.. Call["reply_markup"]?["inline_keyboard"]?.AsArray().SelectMany(row => row!.AsArray()).OfType<JsonNode>() ?? []];

    /// <summary>What they say.</summary>
    public IReadOnlyList<string> Labels => [.. Buttons.Select(button => (string)button["text"]!)];
}
