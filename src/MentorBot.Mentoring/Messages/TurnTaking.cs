using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Messages;

/// <summary>Runs the bot for some messages, and leaves all that follows from it in the context and in a <see cref="TurnRecord"/>, unsaved.</summary>
public sealed class TurnTaking(
    IBot bot, BufferedAdapter adapter, StateTypes stateTypes, Newcomers newcomers, TextVault texts, Saying saying, TimeProvider clock)
{
    /// <summary>The name of the event that asks the bot to apologise for a message that it could not answer.</summary>
    public const string TurnSetAside = "turn.set-aside";

    /// <summary>Takes the turns of messages, in their order.</summary>
    internal async Task<TurnRecord> TakeAsync(MentorBotDb db, IReadOnlyList<InboxMessage> messages, CancellationToken cancellationToken)
    {
        var record = new TurnRecord();
        var arrivals = messages.Select(message => (Message: message, Activity: texts.OpenActivity(message.SealedActivity!, message.ConversationKey))).ToList();
        // Whoever blocks or unblocks a bot she never wrote to stays a stranger.
        var talk = arrivals.Where(arrival => !IsNews(arrival.Message, arrival.Activity)).Select(arrival => arrival.Message).ToList();
        var conversations = await ConversationsOfAsync(db, messages, talk, cancellationToken);
        foreach (var (message, activity) in arrivals)
        {
            // A web client may post any event, but this one is ours to say.
            if (activity.Name == TurnSetAside) activity.Name = null;
            var conversation = conversations.GetValueOrDefault(Key(message));
            if (IsNews(message, activity)) Reach.Note(conversation, activity);
            else await TakeAsync(NewTurn(db, record, conversation!, message, activity), message, activity, cancellationToken);
            message.State = InboxState.Done;
            record.Done.Add(message);
        }
        return record;
    }

    // Web clients post whatever they like, and nobody blocks a chat: it is talk then, which has its turn and its day like any other.
    private static bool IsNews(InboxMessage message, Activity activity) => message.Channel != BotFramework.Channels.WebChat && Reach.IsNewsOf(activity);

    /// <summary>Lets the bot apologise for a message that was set aside. It begins anew: where the dialogs stood may be what it failed on.</summary>
    internal async Task ApologiseAsync(MentorBotDb db, TurnRecord record, InboxMessage message, CancellationToken cancellationToken)
    {
        var conversations = await ConversationsOfAsync(db, [message], [message], cancellationToken);
        conversations[Key(message)].State = null;
        var activity = new Activity(ActivityTypes.Event) { Name = TurnSetAside };
        await TakeAsync(NewTurn(db, record, conversations[Key(message)], message, activity), message, activity, cancellationToken);
    }

    private Turn NewTurn(MentorBotDb db, TurnRecord record, Conversation conversation, InboxMessage message, Activity activity) =>
        new(db, record, conversation, clock.GetUtcNow())
        {
            MessageId = message.Id,
            ReceivedAt = message.ReceivedAt,
            Occasion = message.Channel == Occasion.Channel ? activity.Name : null,
        };

    private async Task<Dictionary<string, Conversation>> ConversationsOfAsync(
        MentorBotDb db, IReadOnlyList<InboxMessage> messages, IReadOnlyList<InboxMessage> talk, CancellationToken cancellationToken)
    {
        var keys = messages.Select(m => m.ConversationKey).ToArray();
        var conversations = await db.Conversations
            .Where(c => keys.Contains(c.Key))
            .Include(c => c.Address!.Mentee)
            .ToDictionaryAsync(c => Convert.ToHexString(c.Key), cancellationToken);

        foreach (var conversation in await newcomers.WelcomeAsync(db, talk.Where(m => !conversations.ContainsKey(Key(m))), cancellationToken))
            conversations[Convert.ToHexString(conversation.Key)] = conversation;
        return conversations;
    }

    private async Task TakeAsync(Turn turn, InboxMessage message, Activity activity, CancellationToken cancellationToken)
    {
        var conversation = turn.Conversation;
        Address(activity, message, turn);
        if (turn.Occasion is null)
        {
            conversation.Address!.Regain();
            conversation.OurAddress = message.OurAddress;
        }

        var document = new TurnDocument(conversation.State is null ? null : texts.OpenState(conversation.State, conversation.Key));
        var state = new ConversationState(document, stateTypes);
        var context = new TurnContext(adapter, activity);
        context.TurnState.Set(turn);
        context.TurnState.Set(new TurnTime(turn.Now, TimeZoneInfo.FindSystemTimeZoneById(turn.Mentee.TimeZone)));
        context.TurnState.Set(state);
        var taken = await adapter.ProcessTurnAsync(context, bot.OnTurnAsync, cancellationToken);
        // Here and not around the bot: middleware that ends a turn may have changed it too.
        await state.SaveChangesAsync(context, cancellationToken: cancellationToken);

        if (document.Changed) conversation.State = document.Json.IsEmpty ? null : texts.SealState(document.Json, conversation.Key);
        // What nobody wrote does not make a chat last longer, unless something is said in it.
        if (turn.Occasion is null || taken.Replies.Count > 0) conversation.LastTurnAt = turn.Now;
        conversation.Version++;
        foreach (var reply in taken.Replies) saying.Prepare(turn, new(conversation, reply, turn.Speaker), answers: turn.Occasion is null ? message : null);
        saying.PrepareElsewhere(turn);
    }

    /// <summary>Gives an activity the ids that dialogs may see: none of them reaches anybody.</summary>
    private static void Address(Activity activity, InboxMessage message, Turn turn)
    {
        var conversation = Key(message);
        activity.ChannelId = turn.Conversation.Address!.Channel;
        activity.Id ??= message.ProviderMessageId;
        activity.Timestamp ??= message.ReceivedAt;
        activity.Conversation = new ConversationAccount { Id = conversation };
        activity.From = new ChannelAccount { Id = conversation, Name = turn.Mentee.Alias };
        activity.Recipient = new ChannelAccount { Id = "mentorbot", Name = "MentorBot" };
        (turn.ClientLocale, activity.Locale) = (activity.Locale, turn.Mentee.Language);
    }

    private static string Key(InboxMessage message) => Convert.ToHexString(message.ConversationKey);
}
