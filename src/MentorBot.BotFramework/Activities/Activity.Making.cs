using System.Text.Json.Nodes;

namespace MentorBot.BotFramework;

public sealed partial class Activity
{
    /// <summary>An empty message, to be filled and sent.</summary>
    public static Activity CreateMessageActivity() => new(ActivityTypes.Message);

    /// <summary>A sign that the sender is writing.</summary>
    public static Activity CreateTypingActivity() => new(ActivityTypes.Typing);

    /// <summary>An event to be named and given a value.</summary>
    public static Activity CreateEventActivity() => new(ActivityTypes.Event);

    /// <summary>A change of who is in the conversation or what it is called.</summary>
    public static Activity CreateConversationUpdateActivity() => new(ActivityTypes.ConversationUpdate);

    /// <summary>The end of the conversation.</summary>
    public static Activity CreateEndOfConversationActivity() => new(ActivityTypes.EndOfConversation);

    /// <summary>A note for whoever watches the bot work. It reaches the emulator and nobody else.</summary>
    public static Activity CreateTraceActivity(string name, string? valueType = null, JsonNode? value = null, string? label = null) =>
        new(ActivityTypes.Trace) { Name = name, ValueType = valueType, Value = value, Label = label };

    /// <summary>A message back to whoever sent this activity, in the same conversation and language.</summary>
    /// <param name="text">The words; none makes an empty message to fill.</param>
    /// <param name="locale">The language of the words, when it is not this activity's own.</param>
    public Activity CreateReply(string? text = null, string? locale = null)
    {
        var reply = new Activity(ActivityTypes.Message) { Text = text, Locale = locale ?? Locale };
        return reply.ApplyConversationReference(GetConversationReference());
    }

    /// <summary>Where this incoming activity happened, kept so that something can be sent there later.</summary>
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = ChannelMatchesActivityIds ? Id : null,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <summary>Addresses this activity to a conversation.</summary>
    /// <param name="reference">Where, and between whom.</param>
    /// <param name="isIncoming">True when the user is the sender; false when the bot is.</param>
    /// <returns>This activity.</returns>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;
        From = isIncoming ? reference.User : reference.Bot;
        Recipient = isIncoming ? reference.Bot : reference.User;
        if (isIncoming)
            Id = reference.ActivityId ?? Id;
        else
            ReplyToId = reference.ActivityId ?? ReplyToId;
        return this;
    }

    /// <summary>Whether this is of the type given, whatever the case of its letters.</summary>
    public bool IsType(string type) => string.Equals(Type, type, StringComparison.OrdinalIgnoreCase);

    /// <summary>This activity if it is a message, otherwise null.</summary>
    public Activity? AsMessageActivity() => IsType(ActivityTypes.Message) ? this : null;

    /// <summary>This activity if it is an event, otherwise null.</summary>
    public Activity? AsEventActivity() => IsType(ActivityTypes.Event) ? this : null;

    /// <summary>This activity if it is a conversationUpdate, otherwise null.</summary>
    public Activity? AsConversationUpdateActivity() => IsType(ActivityTypes.ConversationUpdate) ? this : null;

    /// <summary>Another activity with the same content. What is inside is shared: put other lists in, do not change those.</summary>
    public Activity Copy() => (Activity)MemberwiseClone();

    // Web clients never see a conversationUpdate, and hold back a reply to an activity they have not seen.
    private bool ChannelMatchesActivityIds =>
        !IsType(ActivityTypes.ConversationUpdate) || ChannelId is not (Channels.DirectLine or Channels.WebChat);
}
