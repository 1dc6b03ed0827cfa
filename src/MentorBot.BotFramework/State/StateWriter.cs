using System.Buffers.Text;
using System.Text.Json;

namespace MentorBot.BotFramework;

/// <summary>Writes values whose type is only known when they are written, so that they come back as the type they were.</summary>
/// <remarks>
/// Text, truth values, ints and doubles are plain JSON; a double always has a point or an exponent, which is how it is told from an int.
/// Everything else on the list is <c>{"$type":"short name","$value":...}</c>.
/// </remarks>
internal sealed class StateWriter(Utf8JsonWriter json, StateTypes types, int maxDepth)
{
    public const string TypeProperty = "$type";
    public const string ValueProperty = "$value";
    private readonly List<string> path = [];

    public Utf8JsonWriter Json { get; } = json;

    /// <summary>Writes a named value of a known type.</summary>
    public void WriteProperty(string name, StateType type, object value)
    {
        Enter(name);
        WriteAs(type, value);
        Leave();
    }

    /// <summary>Writes a named value of whatever type it is.</summary>
    public void WriteProperty(string name, object? value)
    {
        Enter(name);
        WriteValue(value);
        Leave();
    }

    public void WriteValue(object? value)
    {
        switch (value)
        {
            case null: Json.WriteNullValue(); break;
            case string text: Json.WriteStringValue(text); break;
            case bool truth: Json.WriteBooleanValue(truth); break;
            case int number: Json.WriteNumberValue(number); break;
            case long number when number is < int.MinValue or > int.MaxValue: Json.WriteNumberValue(number); break;
            case double number: WriteDouble(number); break;
            case Dialogs.DialogState stack: WriteAs(Dialogs.DialogStateType.Only, stack); break;
            case IDictionary<string, object?> map: WriteMap(map); break;
            case List<object?> list: WriteList(list); break;
            case UnknownStateValue unknown: WriteUnknown(unknown); break;
            default: WriteTyped(value); break;
        }
    }

    public void WriteMap(IDictionary<string, object?> map)
    {
        Deeper();
        Json.WriteStartObject();
        foreach (var (name, value) in map)
        {
            if (name is TypeProperty or Dialogs.DialogStateType.StackProperty)
                throw Fault($"the name '{name}' is taken");
            WriteProperty(name, value);
        }
        Json.WriteEndObject();
    }

    /// <summary>Writes what a dialog remembers, under its id in the path of an error.</summary>
    public void WriteInstanceState(JsonEncodedText name, Dialogs.DialogInstance instance)
    {
        path.Add(instance.Id);
        Json.WritePropertyName(name);
        WriteMap(instance.State);
        Leave();
    }

    private void WriteList(List<object?> list)
    {
        Deeper();
        Json.WriteStartArray();
        foreach (var value in list)
            WriteValue(value);
        Json.WriteEndArray();
    }

    private void WriteTyped(object value)
    {
        var type = types.Find(value.GetType()) ?? throw StateTypes.UnknownTypeAt(Path, value.GetType());
        Deeper();
        Json.WriteStartObject();
        Json.WriteString(TypeProperty, type.Name);
        Json.WritePropertyName(ValueProperty);
        WriteAs(type, value);
        Json.WriteEndObject();
    }

    private void WriteUnknown(UnknownStateValue unknown)
    {
        Json.WriteStartObject();
        Json.WriteString(TypeProperty, unknown.TypeName);
        Json.WritePropertyName(ValueProperty);
        unknown.Json.WriteTo(Json);
        Json.WriteEndObject();
    }

    private void WriteAs(StateType type, object value)
    {
        try
        {
            type.Write(this, value);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NotSupportedException or ArgumentException)
        {
            throw new StateException($"State cannot hold '{Path}': {type.Name} could not be written as JSON.", error) { Property = Path };
        }
    }

    private void WriteDouble(double number)
    {
        if (!double.IsFinite(number))
            throw Fault("it is not a finite number");
        Span<byte> text = stackalloc byte[40];
        Utf8Formatter.TryFormat(number, text, out var length);
        if (text[..length].IndexOfAny((byte)'.', (byte)'E') < 0)
            ".0"u8.CopyTo(text[length..(length += 2)]);
        Json.WriteRawValue(text[..length], skipInputValidation: true);
    }

    // Depth is bounded so that a value that holds itself is an error with a name, and not an endless document.
    private void Deeper()
    {
        if (Json.CurrentDepth >= maxDepth - 2)
            throw Fault($"it is more than {maxDepth} levels deep");
    }

    private void Enter(string name)
    {
        path.Add(name);
        Json.WritePropertyName(name);
    }

    private void Leave() => path.RemoveAt(path.Count - 1);

    private string Path => string.Join('.', path);

    private StateException Fault(string what) => new($"State cannot hold '{Path}': {what}.") { Property = Path };
}
