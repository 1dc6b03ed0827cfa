namespace MentorBot.BotFramework;

/// <summary>Whether the bot waits for an answer.</summary>
public static class InputHints
{
    /// <summary>An answer is welcome; nobody waits for it.</summary>
    public const string AcceptingInput = "acceptingInput";

    /// <summary>The bot says more and listens to nothing now.</summary>
    public const string IgnoringInput = "ignoringInput";

    /// <summary>The bot waits for an answer.</summary>
    public const string ExpectingInput = "expectingInput";
}

/// <summary>Who an account belongs to.</summary>
public static class RoleTypes
{
    /// <summary>A person.</summary>
    public const string User = "user";

    /// <summary>A bot.</summary>
    public const string Bot = "bot";

    /// <summary>A bot that another bot calls.</summary>
    public const string Skill = "skill";
}

/// <summary>How the answer to an activity should come back.</summary>
public static class DeliveryModes
{
    /// <summary>By the channel.</summary>
    public const string Normal = "normal";

    /// <summary>By the channel, marked as wanting attention.</summary>
    public const string Notification = "notification";

    /// <summary>In the body of the HTTP response.</summary>
    public const string ExpectReplies = "expectReplies";

    /// <summary>Not kept by the channel.</summary>
    public const string Ephemeral = "ephemeral";
}

/// <summary>Why a conversation ended.</summary>
public static class EndOfConversationCodes
{
    /// <summary>Nobody said.</summary>
    public const string Unknown = "unknown";

    /// <summary>It did what it was for.</summary>
    public const string CompletedSuccessfully = "completedSuccessfully";

    /// <summary>The person stopped it.</summary>
    public const string UserCancelled = "userCancelled";

    /// <summary>The bot took too long.</summary>
    public const string BotTimedOut = "botTimedOut";

    /// <summary>The bot sent something that could not be read.</summary>
    public const string BotIssuedInvalidMessage = "botIssuedInvalidMessage";

    /// <summary>The channel failed.</summary>
    public const string ChannelFailed = "channelFailed";
}

/// <summary>How a message's text is to be read.</summary>
public static class TextFormatTypes
{
    /// <summary>As markdown.</summary>
    public const string Markdown = "markdown";

    /// <summary>As it stands.</summary>
    public const string Plain = "plain";

    /// <summary>As XML.</summary>
    public const string Xml = "xml";
}

/// <summary>How several attachments are laid out.</summary>
public static class AttachmentLayoutTypes
{
    /// <summary>One below the other.</summary>
    public const string List = "list";

    /// <summary>Side by side.</summary>
    public const string Carousel = "carousel";
}
