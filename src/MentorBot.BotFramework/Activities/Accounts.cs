namespace MentorBot.BotFramework;

/// <summary>A person or a bot, as one channel knows them.</summary>
public sealed class ChannelAccount : SchemaObject
{
    /// <summary>Makes an account with nothing known.</summary>
    public ChannelAccount()
    {
    }

    /// <summary>Makes an account from the channel's id and, where it is known, a name and one of the <see cref="RoleTypes"/>.</summary>
    public ChannelAccount(string id, string? name = null, string? role = null) => (Id, Name, Role) = (id, name, role);

    /// <summary>The channel's id for them.</summary>
    public string? Id { get; set; }

    /// <summary>The name they show.</summary>
    public string? Name { get; set; }

    /// <summary>Their object id in Microsoft Entra, on channels that have one.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>One of <see cref="RoleTypes"/>.</summary>
    public string? Role { get; set; }
}

/// <summary>A conversation, as its channel knows it.</summary>
public sealed class ConversationAccount : SchemaObject
{
    /// <summary>Makes a conversation with nothing known.</summary>
    public ConversationAccount()
    {
    }

    /// <summary>Makes a conversation between two, known by the channel's id.</summary>
    public ConversationAccount(string id) => Id = id;

    /// <summary>Whether more than two may be in it.</summary>
    public bool? IsGroup { get; set; }

    /// <summary>The channel's own word for the kind of conversation.</summary>
    public string? ConversationType { get; set; }

    /// <summary>The channel's id for it.</summary>
    public string? Id { get; set; }

    /// <summary>Its name, if people gave it one.</summary>
    public string? Name { get; set; }

    /// <summary>Its object id in Microsoft Entra, on channels that have one.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>One of <see cref="RoleTypes"/>.</summary>
    public string? Role { get; set; }

    /// <summary>The tenant it belongs to, on channels that have one.</summary>
    public string? TenantId { get; set; }
}

/// <summary>Where a conversation is and who is in it: enough to send something there later.</summary>
public sealed class ConversationReference : SchemaObject
{
    /// <summary>The activity to answer; null to start afresh.</summary>
    public string? ActivityId { get; set; }

    /// <summary>The person.</summary>
    public ChannelAccount? User { get; set; }

    /// <summary>The bot.</summary>
    public ChannelAccount? Bot { get; set; }

    /// <summary>The conversation.</summary>
    public ConversationAccount? Conversation { get; set; }

    /// <summary>One of <see cref="Channels"/>.</summary>
    public string? ChannelId { get; set; }

    /// <summary>Where replies go, for channels behind a Bot Framework connector.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>The language last used there, a BCP 47 tag.</summary>
    public string? Locale { get; set; }
}
