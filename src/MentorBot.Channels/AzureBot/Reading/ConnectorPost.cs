using MentorBot.BotFramework;

namespace MentorBot.Channels.AzureBot;

/// <summary>A post to <c>/api/messages</c> whose sender is proved: what to store, and what to answer once it is.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Message">What to store first; null if there is nothing to keep.</param>
public sealed record ConnectorPost(ConnectorAnswer Answer, IncomingMessage? Message = null);

/// <summary>The ways in which an accepted post is answered.</summary>
public enum ConnectorAnswer
{
    /// <summary>200 without a body.</summary>
    Empty,

    /// <summary>
    /// 200 with an empty list of replies, for <c>deliveryMode: expectReplies</c>. The turn is taken after this answer, since nothing is acknowledged before it is
    /// stored and nothing sent before it is recorded; its replies go the usual way.
    /// </summary>
    NoReplies,

    /// <summary>501 without a body: an invoke wants an answer at once, and nothing here gives one.</summary>
    NotImplemented,
}
