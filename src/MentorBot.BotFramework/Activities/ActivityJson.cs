using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MentorBot.BotFramework;

/// <summary>Reads and writes activities as JSON, the same way everywhere.</summary>
public static class ActivityJson
{
    /// <summary>The serialiser's ready-made knowledge of every activity type: camelCase, nulls left out, no reflection.</summary>
    /// <remarks>Letters outside ASCII are written as they are, so the JSON must not be pasted into HTML unescaped.</remarks>
    public static ActivityJsonContext Context { get; } = new(new JsonSerializerOptions(ActivityJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The activity as UTF-8 JSON.</summary>
    public static byte[] ToUtf8Bytes(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, Context.Activity);

    /// <summary>The activity as JSON text.</summary>
    public static string Serialize(Activity activity) => JsonSerializer.Serialize(activity, Context.Activity);

    /// <summary>Reads one activity from UTF-8 JSON.</summary>
    /// <exception cref="JsonException">It is not JSON, or not an object, or a property is of the wrong kind.</exception>
    public static Activity Parse(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Context.Activity) ?? throw new JsonException("An activity was expected, not null.");

    /// <summary>Reads one activity from JSON text.</summary>
    /// <exception cref="JsonException">It is not JSON, or not an object, or a property is of the wrong kind.</exception>
    public static Activity Parse(string json) =>
        JsonSerializer.Deserialize(json, Context.Activity) ?? throw new JsonException("An activity was expected, not null.");
}

/// <summary>The types that travel on the wire, for the source-generated serialiser.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(IList<Activity>))]
[JsonSerializable(typeof(HeroCard))]
[JsonSerializable(typeof(Transcript))]
[JsonSerializable(typeof(ConversationReference))]
public sealed partial class ActivityJsonContext : JsonSerializerContext;
