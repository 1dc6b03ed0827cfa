using System.Text.Json;

namespace MentorBot.BotFramework.Dialogs;

/// <summary>Writes a stack: <c>{"dialogStack":[{"id":"...","state":{...}}],"lastAccess":"..."}</c>, the active dialog first.</summary>
internal sealed class DialogStateType() : StateType("dialogs", typeof(DialogState))
{
    public const string StackProperty = "dialogStack";
    private static readonly JsonEncodedText Stack = JsonEncodedText.Encode(StackProperty);
    private static readonly JsonEncodedText LastAccess = JsonEncodedText.Encode("lastAccess");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText State = JsonEncodedText.Encode("state");

    public static DialogStateType Only { get; } = new();

    public override void Write(StateWriter writer, object value)
    {
        var (dialogs, json) = ((DialogState)value, writer.Json);
        json.WriteStartObject();
        json.WriteStartArray(Stack);
        foreach (var instance in dialogs.DialogStack)
            WriteInstance(writer, instance);
        json.WriteEndArray();
        if (dialogs.LastAccess is { } lastAccess)
            json.WriteString(LastAccess, lastAccess);
        json.WriteEndObject();
    }

    public override object? Read(ref Utf8JsonReader reader, StateReader state)
    {
        var dialogs = new DialogState();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            ReadProperty(ref reader, state, dialogs);
        dialogs.UnknownType = state.UnknownType;
        return dialogs;
    }

    private static void WriteInstance(StateWriter writer, DialogInstance instance)
    {
        writer.Json.WriteStartObject();
        writer.Json.WriteString(Id, instance.Id);
        if (instance.State.Count > 0)
            writer.WriteInstanceState(State, instance);
        writer.Json.WriteEndObject();
    }

    private static void ReadProperty(ref Utf8JsonReader reader, StateReader state, DialogState dialogs)
    {
        if (reader.ValueTextEquals(LastAccess.EncodedUtf8Bytes))
        {
            reader.Read();
            dialogs.LastAccess = reader.GetDateTimeOffset();
        }
        else if (reader.ValueTextEquals(Stack.EncodedUtf8Bytes))
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                dialogs.DialogStack.Add(ReadInstance(ref reader, state));
        }
        else
        {
            reader.Skip();
        }
    }

    private static DialogInstance ReadInstance(ref Utf8JsonReader reader, StateReader state)
    {
        string? id = null;
        IDictionary<string, object?>? remembered = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isId, isState) = (reader.ValueTextEquals(Id.EncodedUtf8Bytes), reader.ValueTextEquals(State.EncodedUtf8Bytes));
            reader.Read();
            if (isId)
                id = reader.GetString();
            else if (isState)
                remembered = state.ReadValue(ref reader) as IDictionary<string, object?>;
            else
                reader.Skip();
        }
        return new DialogInstance(id ?? throw new JsonException("A dialog without an id.")) { State = remembered ?? new Dictionary<string, object?>() };
    }
}
