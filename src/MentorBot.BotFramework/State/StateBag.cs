using System.Text.Json;

namespace MentorBot.BotFramework;

/// <summary>One document of state during a turn: named properties, each read from JSON when it is first wanted.</summary>
/// <remarks>A property nobody asked for is written back as the bytes it was. One that was asked for is live: changing it is enough.</remarks>
internal sealed class StateBag
{
    private readonly Dictionary<string, Entry> entries = [];
    private bool touched;

    public StateBag(StoreItem? item)
    {
        ETag = item?.ETag;
        if (item is null)
            return;
        Loaded = item.Json;
        Split(item.Json);
    }

    public string? ETag { get; private set; }

    /// <summary>The document as last read or written; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Loaded { get; private set; }

    /// <summary>Whether anything was looked at or changed, and so may have to be written.</summary>
    public bool MayHaveChanged => touched;

    public object? Get(string name, StateType type, StateTypes types)
    {
        if (!entries.TryGetValue(name, out var entry))
            return null;
        if (!entry.IsRead)
            entries[name] = entry = new Entry(type, Read(name, entry.Json, type, types));
        touched = true;
        return entry.Value;
    }

    public void Set(string name, StateType type, object? value)
    {
        touched = true;
        entries[name] = new Entry(type, value);
    }

    public void Remove(string name) => touched |= entries.Remove(name);

    public void Clear()
    {
        entries.Clear();
        touched = true;
    }

    public void Saved(ReadOnlyMemory<byte> json, string etag) => (Loaded, ETag, touched) = (json, etag, false);

    public void WriteTo(StateWriter writer)
    {
        writer.Json.WriteStartObject();
        foreach (var (name, entry) in entries)
        {
            if (!entry.IsRead)
                WriteRaw(writer.Json, name, entry.Json.Span);
            else if (entry.Value is not null)
                writer.WriteProperty(name, entry.Type!, entry.Value);
        }
        writer.Json.WriteEndObject();
    }

    private static void WriteRaw(Utf8JsonWriter json, string name, ReadOnlySpan<byte> value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value, skipInputValidation: true);
    }

    private static object? Read(string name, ReadOnlyMemory<byte> json, StateType type, StateTypes types)
    {
        try
        {
            var reader = new Utf8JsonReader(json.Span);
            reader.Read();
            return type.Read(ref reader, new StateReader(types));
        }
        catch (JsonException error)
        {
            throw new StateException($"State holds something in '{name}' that cannot be read as {type.Name}.", error) { Property = name };
        }
    }

    private void Split(ReadOnlyMemory<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json.Span);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new JsonException("A JSON object was expected.");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                entries[name] = new Entry(json[start..(int)reader.BytesConsumed]);
            }
        }
        catch (JsonException error)
        {
            throw new StateException("The stored state is not a JSON object.", error);
        }
    }

    private readonly struct Entry
    {
        public Entry(ReadOnlyMemory<byte> json) => Json = json;

        public Entry(StateType type, object? value) => (Type, Value) = (type, value);

        public ReadOnlyMemory<byte> Json { get; }

        public StateType? Type { get; }

        public object? Value { get; }

        public bool IsRead => Type is not null;
    }
}
