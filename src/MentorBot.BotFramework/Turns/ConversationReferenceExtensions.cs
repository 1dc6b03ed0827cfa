namespace MentorBot.BotFramework;

/// <summary>Ways to begin a turn that nobody wrote to.</summary>
public static class ConversationReferenceExtensions
{
    /// <summary>The name of the event that begins such a turn.</summary>
    public const string ContinueConversation = "ContinueConversation";

    /// <summary>An event that begins a turn in this conversation, for a reminder or a job that ended.</summary>
    public static Activity GetContinuationActivity(this ConversationReference reference) =>
        new Activity(ActivityTypes.Event) { Name = ContinueConversation }.ApplyConversationReference(reference, isIncoming: true);
}
