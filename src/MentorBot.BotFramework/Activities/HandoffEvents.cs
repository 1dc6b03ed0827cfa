using System.Text.Json.Nodes;

namespace MentorBot.BotFramework;

/// <summary>The names of the events by which a bot and an outside hub of human agents pass a conversation to each other.</summary>
/// <remarks>https://learn.microsoft.com/azure/bot-service/bot-service-design-pattern-handoff-human</remarks>
public static class HandoffEventNames
{
    /// <summary>A bot wants a person for a conversation. The value says what the hub needs to find the right one.</summary>
    public const string InitiateHandoff = "handoff.initiate";

    /// <summary>What became of it. The value's <c>state</c> is one of <see cref="HandoffStates"/>.</summary>
    public const string HandoffStatus = "handoff.status";
}

/// <summary>What can become of a conversation that was handed over.</summary>
public static class HandoffStates
{
    /// <summary>A person has it.</summary>
    public const string Accepted = "accepted";

    /// <summary>No person has it, or has it any more without having finished.</summary>
    public const string Failed = "failed";

    /// <summary>The person has finished: it is the bot's again.</summary>
    public const string Completed = "completed";
}

/// <summary>What an event says that became of a conversation.</summary>
/// <param name="State">One of <see cref="HandoffStates"/>, or what we do not know.</param>
/// <param name="Message">More about a failure, or null.</param>
public sealed record HandoffStatus(string State, string? Message = null)
{
    /// <summary>What an activity says; null if it is no such event, or says nothing.</summary>
    public static HandoffStatus? In(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (!activity.IsType(ActivityTypes.Event) || activity.Name != HandoffEventNames.HandoffStatus || activity.Value is not JsonObject value) return null;
        return Text(value, "state") is { } state ? new HandoffStatus(state, Text(value, "message")) : null;
    }

    private static string? Text(JsonObject value, string name) => value[name] is JsonValue text && text.TryGetValue<string>(out var words) ? words : null;
}
