namespace MentorBot.BotFramework;

/// <summary>The kinds of <see cref="Activity"/>.</summary>
public static class ActivityTypes
{
    /// <summary>Something said.</summary>
    public const string Message = "message";

    /// <summary>Something said was changed.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>Something said was taken back.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>A reaction was put on or taken off.</summary>
    public const string MessageReaction = "messageReaction";

    /// <summary>Somebody joined or left, or the topic changed.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The bot was added to or removed from a person's contacts.</summary>
    public const string ContactRelationUpdate = "contactRelationUpdate";

    /// <summary>The bot was installed or removed.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>Somebody is writing.</summary>
    public const string Typing = "typing";

    /// <summary>The conversation is over.</summary>
    public const string EndOfConversation = "endOfConversation";

    /// <summary>Something happened that is not talk.</summary>
    public const string Event = "event";

    /// <summary>A call that wants an answer at once.</summary>
    public const string Invoke = "invoke";

    /// <summary>The answer to an <see cref="Invoke"/>; kept within the turn and never sent.</summary>
    public const string InvokeResponse = "invokeResponse";

    /// <summary>A wait before what follows; the value is in milliseconds. Channels pace their sending by it.</summary>
    public const string Delay = "delay";

    /// <summary>A note for whoever watches the bot work.</summary>
    public const string Trace = "trace";

    /// <summary>A passing of the conversation within Microsoft's own channels. Not our hand-off to a mentor.</summary>
    public const string Handoff = "handoff";

    /// <summary>A request that something be done.</summary>
    public const string Command = "command";

    /// <summary>How a <see cref="Command"/> went.</summary>
    public const string CommandResult = "commandResult";
}
