namespace MentorBot.BotFramework;

/// <summary>What is remembered of a conversation: above all, where its dialogs are.</summary>
public sealed class ConversationState(IStorage storage, StateTypes types, StateLimits? limits = null)
    : BotState(storage, types, limits)
{
    /// <inheritdoc/>
    protected override string GetStorageKey(ITurnContext turnContext) => StateKeys.Conversation(turnContext);
}

/// <summary>What is remembered of a person on one channel, in all their conversations there.</summary>
public sealed class UserState(IStorage storage, StateTypes types, StateLimits? limits = null)
    : BotState(storage, types, limits)
{
    /// <inheritdoc/>
    protected override string GetStorageKey(ITurnContext turnContext) => StateKeys.User(turnContext);
}

/// <summary>What is remembered of a person in one conversation, which others there do not share.</summary>
public sealed class PrivateConversationState(IStorage storage, StateTypes types, StateLimits? limits = null)
    : BotState(storage, types, limits)
{
    /// <inheritdoc/>
    protected override string GetStorageKey(ITurnContext turnContext) => StateKeys.PrivateConversation(turnContext);
}

/// <summary>Keys of stored documents. They hold addresses of people: never put one in a log or a message.</summary>
internal static class StateKeys
{
    public static string Conversation(ITurnContext turn) => $"{Channel(turn)}/conversations/{ConversationId(turn)}";

    public static string User(ITurnContext turn) => $"{Channel(turn)}/users/{UserId(turn)}";

    public static string PrivateConversation(ITurnContext turn) => $"{Conversation(turn)}/users/{UserId(turn)}";

    private static string Channel(ITurnContext turn) => Required(turn.Activity.ChannelId, "channelId");

    private static string ConversationId(ITurnContext turn) => Required(turn.Activity.Conversation?.Id, "conversation.id");

    private static string UserId(ITurnContext turn) => Required(turn.Activity.From?.Id, "from.id");

    private static string Required(string? id, string name) =>
        string.IsNullOrEmpty(id) ? throw new InvalidOperationException($"The activity has no {name}, so it has no state.") : id;
}
