namespace MentorBot.Mentoring.Messages;

/// <summary>Who may speak in a conversation. Every send is conditional on it, so that a late bot line can never talk over a human.</summary>
public enum Floor
{
    /// <summary>The bot answers.</summary>
    Bot,

    /// <summary>A mentor holds the conversation: the bot is silent.</summary>
    Mentor,

    /// <summary>The mentee told us to stop: nobody writes.</summary>
    Nobody,

    /// <summary>A person of the outside hub that carries the conversation holds it, and writes to her without us: the bot is silent.</summary>
    Outside,
}

/// <summary>In whose name a message is sent; compared with the <see cref="Floor"/> at the moment of sending.</summary>
public enum Speaker
{
    /// <summary>The bot: sent only while the bot has the floor.</summary>
    Bot,

    /// <summary>
    /// A mentor, or what is said to one of whom he holds. It is prepared only while he holds her, and leaves in its order even if the floor has gone back to the bot, or on to another,
    /// before a provider took it: his last words are not lost because he finished at once.
    /// </summary>
    Mentor,

    /// <summary>What must be said whoever holds the floor: that we stopped, and where help is.</summary>
    Notice,
}

/// <summary>What goes first when there is more to send than a provider takes. Lower goes first.</summary>
public enum Priority
{
    /// <summary>An answer to somebody who is waiting.</summary>
    Reply,

    /// <summary>A reminder at its time.</summary>
    Reminder,

    /// <summary>What can wait.</summary>
    Bulk,
}
