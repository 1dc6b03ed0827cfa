using System.Text.Json;
using System.Text.Json.Nodes;

namespace MentorBot.BotFramework;

/// <summary>Makes the events of a handoff. Whoever sends them gives them an id and an instant.</summary>
public static class EventFactory
{
    private const string TranscriptName = "Transcript";

    /// <summary>Asks a hub for a person for the conversation of a turn.</summary>
    /// <param name="turnContext">The turn in which it is asked.</param>
    /// <param name="handoffContext">What the hub is to know.</param>
    /// <param name="transcript">What was said so far; null if the hub is not to read it.</param>
    public static Activity CreateHandoffInitiation(ITurnContext turnContext, JsonNode? handoffContext, Transcript? transcript = null)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var incoming = turnContext.Activity;
        var initiation = CreateHandoffEvent(HandoffEventNames.InitiateHandoff, handoffContext, incoming.Conversation);
        (initiation.From, initiation.ReplyToId) = (incoming.From, incoming.Id);
        (initiation.ServiceUrl, initiation.ChannelId) = (incoming.ServiceUrl, incoming.ChannelId);
        initiation.RelatesTo = incoming.GetConversationReference();
        if (transcript is not null) initiation.Attachments!.Add(AttachmentOf(transcript));
        return initiation;
    }

    /// <summary>Says what became of a conversation that was handed over.</summary>
    /// <param name="conversation">Which.</param>
    /// <param name="state">One of <see cref="HandoffStates"/>.</param>
    /// <param name="message">More about a failure.</param>
    public static Activity CreateHandoffStatus(ConversationAccount conversation, string state, string? message = null)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(state);
        var value = new JsonObject { ["state"] = state };
        if (!string.IsNullOrEmpty(message)) value["message"] = message;
        return CreateHandoffEvent(HandoffEventNames.HandoffStatus, value, conversation);
    }

    private static Activity CreateHandoffEvent(string name, JsonNode? value, ConversationAccount? conversation) =>
        new(ActivityTypes.Event) { Name = name, Value = value, Conversation = conversation, Attachments = [], Entities = [] };

    private static Attachment AttachmentOf(Transcript transcript) => new()
    {
        ContentType = "application/json",
        Content = JsonSerializer.SerializeToNode(transcript, ActivityJson.Context.Transcript),
        Name = TranscriptName,
    };
}

/// <summary>What was said in a conversation.</summary>
public sealed class Transcript : SchemaObject
{
    /// <summary>Makes an empty one.</summary>
    public Transcript()
    {
    }

    /// <summary>Makes one of these activities, in their order.</summary>
    public Transcript(IList<Activity> activities) => Activities = activities;

    /// <summary>The activities, in their order.</summary>
    public IList<Activity>? Activities { get; set; }
}
