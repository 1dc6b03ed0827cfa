using System.Text.Json.Serialization.Metadata;
using MentorBot.BotFramework.Dialogs;

namespace MentorBot.BotFramework;

/// <summary>The closed list of types that state may hold, each under a short name of its own.</summary>
/// <remarks>
/// No CLR type name is ever written or believed, so a stored document cannot make the program load anything, and a type may be
/// renamed or moved while its short name stays. Text, truth values, whole and other numbers, dates, times, lists of text, dictionaries
/// and lists of such values, activities, and what dialogs keep for themselves are always on the list.
/// Fill it once at the start; after that it may be read from anywhere.
/// </remarks>
public sealed class StateTypes
{
    private readonly Dictionary<Type, StateType> byType = [];
    private readonly Dictionary<string, StateType> byName = [];

    /// <summary>Makes the list with what is always on it.</summary>
    public StateTypes()
    {
        var json = StateJson.Context;
        Add("string", json.String).Add("bool", json.Boolean).Add("int", json.Int32).Add("long", json.Int64);
        Add("double", json.Double).Add("decimal", json.Decimal).Add("guid", json.Guid);
        Add("instant", json.DateTimeOffset).Add("dateTime", json.DateTime).Add("date", json.DateOnly);
        Add("time", json.TimeOnly).Add("duration", json.TimeSpan);
        Add("strings", json.ListString).Add("stringArray", json.StringArray);
        Add("activity", ActivityJson.Context.Activity).Add("conversationReference", ActivityJson.Context.ConversationReference);
        Add("foundChoice", json.FoundChoice).Add("choices", json.ListChoice).Add("dateTimes", json.ListDateTimeResolution);
        Put(new DialogStateType());
        Put(new PromptOptionsType());
        Put(new OpenStateType<Dictionary<string, object?>>("map"));
        Put(new OpenStateType<List<object?>>("list"));
    }

    /// <summary>Puts a type on the list.</summary>
    /// <param name="name">Its short name, kept for as long as anything stored uses it.</param>
    /// <param name="json">How it is written: from a source-generated context, so that no reflection happens in a turn.</param>
    /// <returns>This list.</returns>
    /// <exception cref="ArgumentException">The type or the name is on the list already.</exception>
    public StateTypes Add<T>(string name, JsonTypeInfo<T> json) where T : notnull
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Put(new JsonStateType<T>(name, json));
        return this;
    }

    internal StateType? Find(Type type) => byType.GetValueOrDefault(type);

    internal StateType? Find(string name) => byName.GetValueOrDefault(name);

    internal StateType Require<T>(string property)
    {
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        return Find(type) ?? throw UnknownTypeAt(property, type);
    }

    internal static StateException UnknownTypeAt(string property, Type type) =>
        new($"State cannot hold '{property}': {type.Name} is not registered. Add it to StateTypes under a short name.") { Property = property };

    private void Put(StateType type)
    {
        if (!byName.TryAdd(type.Name, type))
            throw new ArgumentException($"The name '{type.Name}' is on the list already.", nameof(type));
        if (!byType.TryAdd(type.Type, type))
            throw new ArgumentException($"The type {type.Type.Name} is on the list already.", nameof(type));
    }
}
