using System.Text.Json;

namespace MentorBot.BotFramework;

/// <summary>Reads back what <see cref="StateWriter"/> wrote.</summary>
internal sealed class StateReader(StateTypes types)
{
    /// <summary>The first short name met that is not on the list, or whose value no longer has the shape it had.</summary>
    public string? UnknownType { get; private set; }

    /// <summary>Reads one value. The reader stands on its first token, and is left on its last.</summary>
    public object? ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => ReadNumber(ref reader),
        JsonTokenType.StartArray => ReadList(ref reader),
        JsonTokenType.StartObject => ReadObject(ref reader),
        _ => throw new JsonException("A value was expected."),
    };

    private static object ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0)
        {
            if (reader.TryGetInt32(out var small))
                return small;
            if (reader.TryGetInt64(out var large))
                return large;
        }
        return reader.GetDouble();
    }

    private List<object?> ReadList(ref Utf8JsonReader reader)
    {
        var list = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            list.Add(ReadValue(ref reader));
        return list;
    }

    private object? ReadObject(ref Utf8JsonReader reader)
    {
        var start = reader;
        reader.Read();
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(StateWriter.TypeProperty))
                return ReadTyped(ref reader);
            if (reader.ValueTextEquals(Dialogs.DialogStateType.StackProperty))
            {
                reader = start;
                return Dialogs.DialogStateType.Only.Read(ref reader, this);
            }
        }
        return ReadMap(ref reader);
    }

    private Dictionary<string, object?> ReadMap(ref Utf8JsonReader reader)
    {
        var map = new Dictionary<string, object?>();
        while (reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            map[name] = ReadValue(ref reader);
            reader.Read();
        }
        return map;
    }

    private object? ReadTyped(ref Utf8JsonReader reader)
    {
        reader.Read();
        var name = reader.GetString() ?? "";
        reader.Read();
        if (!reader.ValueTextEquals(StateWriter.ValueProperty))
            throw new JsonException("A typed value was expected.");
        reader.Read();
        var value = ReadAs(name, ref reader);
        reader.Read();
        return value;
    }

    private object? ReadAs(string name, ref Utf8JsonReader reader)
    {
        var start = reader;
        try
        {
            if (types.Find(name) is { } type)
                return type.Read(ref reader, this);
        }
        catch (JsonException)
        {
            // An upgrade changed the type's shape. What is stored is kept as it is, and whoever needs it is told.
            reader = start;
        }
        UnknownType ??= name;
        return new UnknownStateValue(name, JsonElement.ParseValue(ref reader));
    }
}

/// <summary>A stored value that this version of the program cannot read, kept so that saving does not lose it.</summary>
internal sealed class UnknownStateValue(string typeName, JsonElement json)
{
    public string TypeName { get; } = typeName;

    public JsonElement Json { get; } = json;
}
