using System.Text.Json.Nodes;

namespace MentorBot.BotFramework;

/// <summary>The answer to an <see cref="ActivityTypes.Invoke"/>. It goes back in the HTTP response and is never sent as a message.</summary>
/// <param name="Status">An HTTP status.</param>
/// <param name="Body">The response's body.</param>
public sealed record InvokeResponse(int Status, JsonNode? Body = null)
{
    /// <summary>Says the status and nothing of the body.</summary>
    public override string ToString() => $"invoke answered {Status}";
}
