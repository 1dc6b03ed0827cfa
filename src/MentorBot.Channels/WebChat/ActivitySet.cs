using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using MentorBot.BotFramework;

namespace MentorBot.Channels.WebChat;

/// <summary>Writes what Direct Line calls an activity set: some activities, and the watermark that what follows is asked for with.</summary>
public static class ActivitySet
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one as UTF-8 JSON.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="activities">The activities, fit for the wire.</param>
    /// <param name="watermark">The watermark; null leaves the client's as it is, for what is not kept.</param>
    public static void Write(IBufferWriter<byte> output, IEnumerable<Activity> activities, string? watermark)
    {
        ArgumentNullException.ThrowIfNull(activities);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteStartArray("activities");
        foreach (var activity in activities) JsonSerializer.Serialize(json, activity, ActivityJson.Context.Activity);
        json.WriteEndArray();
        if (watermark is not null) json.WriteString("watermark", watermark);
        json.WriteEndObject();
    }
}
