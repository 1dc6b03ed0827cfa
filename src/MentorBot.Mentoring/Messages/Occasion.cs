using MentorBot.BotFramework;
using MentorBot.Mentoring.Privacy;

namespace MentorBot.Mentoring.Messages;

/// <summary>Something that happens by the clock or in another conversation, and that a conversation's turn deals with as if it had been written: once, in order, and with all that follows from it in one transaction.</summary>
/// <param name="Conversation">Where; with its address.</param>
/// <param name="Name">What happens, such as <c>handoff.due</c>.</param>
/// <param name="Id">What tells it from every other, at most 100 characters: the same one is taken once.</param>
public sealed record Occasion(Conversation Conversation, string Name, string Id)
{
    /// <summary>What stands in the inbox for the channel of an occasion. Nothing from outside ever has it.</summary>
    public const string Channel = "occasion";

    internal InboxMessage ToMessage(TextVault texts, DateTimeOffset now) => new()
    {
        Channel = Channel,
        ProviderMessageId = Id,
        ConversationKey = Conversation.Key,
        AddressKey = Conversation.Address!.Key,
        Partition = Conversation.Partition,
        OurAddress = Conversation.OurAddress,
        SealedActivity = texts.Seal(new Activity(ActivityTypes.Event) { Name = Name }, Conversation.Key),
        ReceivedAt = now,
        DueAt = now,
    };
}
