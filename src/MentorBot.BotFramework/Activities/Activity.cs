using System.Text.Json.Nodes;

namespace MentorBot.BotFramework;

/// <summary>One thing said or done in a conversation, as the Bot Framework Activity schema writes it.</summary>
/// <remarks>Every property may be absent; only <see cref="Type"/> is required of what comes in. JSON is camelCase and leaves nulls out.</remarks>
public sealed partial class Activity : SchemaObject
{
    /// <summary>Makes an activity of no type yet.</summary>
    public Activity()
    {
    }

    /// <summary>Makes an activity of one of the <see cref="ActivityTypes"/>.</summary>
    public Activity(string type) => Type = type;

    /// <summary>What kind of activity this is: one of <see cref="ActivityTypes"/>, or a kind we do not know.</summary>
    public string? Type { get; set; }

    /// <summary>The channel's name for this activity, unique within its conversation.</summary>
    public string? Id { get; set; }

    /// <summary>When the channel sent it, as an instant.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>When it was sent by the sender's own clock, with the offset that clock keeps.</summary>
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The sender's time zone, an IANA name such as <c>Europe/London</c>.</summary>
    public string? LocalTimezone { get; set; }

    /// <summary>Who called the bot (an IRI). Set by the receiving endpoint, never believed from the wire.</summary>
    public string? CallerId { get; set; }

    /// <summary>Where replies go, for channels behind a Bot Framework connector.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>The channel it came by: one of <see cref="Channels"/>.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Who sent it.</summary>
    public ChannelAccount? From { get; set; }

    /// <summary>The conversation it belongs to.</summary>
    public ConversationAccount? Conversation { get; set; }

    /// <summary>Who it is for.</summary>
    public ChannelAccount? Recipient { get; set; }

    /// <summary>How <see cref="Text"/> is to be read: one of <see cref="TextFormatTypes"/>; absent means markdown.</summary>
    public string? TextFormat { get; set; }

    /// <summary>How several attachments are laid out: one of <see cref="AttachmentLayoutTypes"/>.</summary>
    public string? AttachmentLayout { get; set; }

    /// <summary>Who joined the conversation (conversationUpdate).</summary>
    public IList<ChannelAccount>? MembersAdded { get; set; }

    /// <summary>Who left the conversation (conversationUpdate).</summary>
    public IList<ChannelAccount>? MembersRemoved { get; set; }

    /// <summary>Reactions put on the activity named by <see cref="ReplyToId"/> (messageReaction).</summary>
    public IList<MessageReaction>? ReactionsAdded { get; set; }

    /// <summary>Reactions taken off the activity named by <see cref="ReplyToId"/> (messageReaction).</summary>
    public IList<MessageReaction>? ReactionsRemoved { get; set; }

    /// <summary>The conversation's new topic (conversationUpdate).</summary>
    public string? TopicName { get; set; }

    /// <summary>Whether newcomers may read what was said before they came (conversationUpdate).</summary>
    public bool? HistoryDisclosed { get; set; }

    /// <summary>The language of the text, a BCP 47 tag such as <c>cy</c> or <c>en-GB</c>.</summary>
    public string? Locale { get; set; }

    /// <summary>The words of a message.</summary>
    public string? Text { get; set; }

    /// <summary>What a speaking channel says in place of <see cref="Text"/>.</summary>
    public string? Speak { get; set; }

    /// <summary>Whether the bot waits for an answer: one of <see cref="InputHints"/>.</summary>
    public string? InputHint { get; set; }

    /// <summary>What to show where the attachments cannot be shown.</summary>
    public string? Summary { get; set; }

    /// <summary>Buttons that offer answers and vanish once one is given.</summary>
    public SuggestedActions? SuggestedActions { get; set; }

    /// <summary>Files and cards.</summary>
    public IList<Attachment>? Attachments { get; set; }

    /// <summary>Facts about the activity, such as mentions or a client's abilities.</summary>
    public IList<Entity>? Entities { get; set; }

    /// <summary>What only this channel understands.</summary>
    public JsonNode? ChannelData { get; set; }

    /// <summary>What happened to a contact relation or an installation: <c>add</c> or <c>remove</c>.</summary>
    public string? Action { get; set; }

    /// <summary>The <see cref="Id"/> of the activity this one answers.</summary>
    public string? ReplyToId { get; set; }

    /// <summary>A name for people, on a trace.</summary>
    public string? Label { get; set; }

    /// <summary>What kind of thing <see cref="Value"/> is.</summary>
    public string? ValueType { get; set; }

    /// <summary>The open-ended content of an event, invoke, trace, button or <c>delay</c> (milliseconds).</summary>
    public JsonNode? Value { get; set; }

    /// <summary>Which event, invoke or trace this is.</summary>
    public string? Name { get; set; }

    /// <summary>Another conversation that this one is about.</summary>
    public ConversationReference? RelatesTo { get; set; }

    /// <summary>Why a conversation ended: one of <see cref="EndOfConversationCodes"/>.</summary>
    public string? Code { get; set; }

    /// <summary>The instant after which nobody should be shown this.</summary>
    public DateTimeOffset? Expiration { get; set; }

    /// <summary><c>low</c>, <c>normal</c> or <c>high</c>; absent means normal.</summary>
    public string? Importance { get; set; }

    /// <summary>How the answer should come back: one of <see cref="DeliveryModes"/>.</summary>
    public string? DeliveryMode { get; set; }

    /// <summary>Words a speech recogniser should listen for.</summary>
    public IList<string>? ListenFor { get; set; }

    /// <summary>Parts of the text named by <see cref="ReplyToId"/> that are being pointed at.</summary>
    public IList<TextHighlight>? TextHighlights { get; set; }

    /// <summary>A task that a client asks for or reports on.</summary>
    public SemanticAction? SemanticAction { get; set; }

    /// <summary>Says the type and nothing else: what people write and who they are stays out of logs.</summary>
    public override string ToString() => Type ?? "activity";
}
