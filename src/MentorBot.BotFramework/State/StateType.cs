using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MentorBot.BotFramework;

/// <summary>How values of one type on the closed list are written and read.</summary>
internal abstract class StateType(string name, Type type)
{
    public string Name { get; } = name;

    public Type Type { get; } = type;

    public abstract void Write(StateWriter writer, object value);

    public abstract object? Read(ref Utf8JsonReader reader, StateReader state);
}

/// <summary>A type that its own source-generated contract writes.</summary>
internal sealed class JsonStateType<T>(string name, JsonTypeInfo<T> json) : StateType(name, typeof(T))
    where T : notnull
{
    public override void Write(StateWriter writer, object value) => JsonSerializer.Serialize(writer.Json, (T)value, json);

    public override object? Read(ref Utf8JsonReader reader, StateReader state) => JsonSerializer.Deserialize(ref reader, json);
}

/// <summary>A collection whose values each say what they are.</summary>
internal sealed class OpenStateType<T>(string name) : StateType(name, typeof(T))
    where T : notnull
{
    public override void Write(StateWriter writer, object value) => writer.WriteValue(value);

    public override object? Read(ref Utf8JsonReader reader, StateReader state) => state.ReadValue(ref reader);
}
