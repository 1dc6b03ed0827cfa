using System.Text.Json;

namespace MentorBot.BotFramework.Dialogs;

/// <summary>Writes prompt options, leaving out whatever is not set.</summary>
internal sealed class PromptOptionsType() : StateType("promptOptions", typeof(PromptOptions))
{
    public override void Write(StateWriter writer, object value)
    {
        var (options, json) = ((PromptOptions)value, writer.Json);
        json.WriteStartObject();
        WriteActivity(json, "prompt", options.Prompt);
        WriteActivity(json, "retryPrompt", options.RetryPrompt);
        if (options.Choices is { } choices)
        {
            json.WritePropertyName("choices");
            JsonSerializer.Serialize(json, choices as List<Choice> ?? [.. choices], StateJson.Context.ListChoice);
        }
        if (options.Style is { } style)
            json.WriteNumber("style", (int)style);
        if (options.Validations is { } validations)
            writer.WriteProperty("validations", validations);
        json.WriteEndObject();
    }

    public override object? Read(ref Utf8JsonReader reader, StateReader state)
    {
        var options = new PromptOptions();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            ReadProperty(ref reader, state, options, name);
        }
        return options;
    }

    private static void WriteActivity(Utf8JsonWriter json, string name, Activity? activity)
    {
        if (activity is null)
            return;
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, activity, ActivityJson.Context.Activity);
    }

    private static void ReadProperty(ref Utf8JsonReader reader, StateReader state, PromptOptions options, string? name)
    {
        switch (name)
        {
            case "prompt": options.Prompt = JsonSerializer.Deserialize(ref reader, ActivityJson.Context.Activity); break;
            case "retryPrompt": options.RetryPrompt = JsonSerializer.Deserialize(ref reader, ActivityJson.Context.Activity); break;
            case "choices": options.Choices = JsonSerializer.Deserialize(ref reader, StateJson.Context.ListChoice); break;
            case "style": options.Style = (ListStyle)reader.GetInt32(); break;
            case "validations": options.Validations = state.ReadValue(ref reader); break;
            default: reader.Skip(); break;
        }
    }
}
