using System.Text.Json;
using System.Text.Json.Serialization;

namespace MentorBot.BotFramework;

/// <summary>Anything that travels as part of an <see cref="Activity"/>.</summary>
/// <remarks>What a sender wrote and we do not know is kept and written back unchanged, at every level of the document.</remarks>
public abstract class SchemaObject
{
    /// <summary>The properties on the wire that the type has no member for; null when there were none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
