using MentorBot.BotFramework;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Privacy;

namespace MentorBot.Mentoring.Messages;

/// <summary>Makes of what a turn says the rows of the outbox, and of what it begins elsewhere those of the inbox. They are written with the turn.</summary>
public sealed class Saying(TextVault texts, IEnumerable<IChannel> channels, Hubs hubs)
{
    private readonly Dictionary<string, IChannel> _channels = channels.ToDictionary(channel => channel.Id, StringComparer.Ordinal);

    /// <summary>Prepares all that a turn said outside its own conversation.</summary>
    internal void PrepareElsewhere(Turn turn)
    {
        foreach (var (elsewhere, said, speaker) in turn.SaidElsewhere)
        {
            if (said.IsType(ActivityTypes.Event) && !hubs.ReadsEvents(elsewhere)) continue;
            // Its own turns and this one must not both prepare the next message there.
            elsewhere.Version++;
            // Its words have their day from now on.
            if (elsewhere.LastTurnAt < turn.Now) elsewhere.LastTurnAt = turn.Now;
            Prepare(turn, new(elsewhere, said, speaker), answers: null);
        }
        turn.Arrive(turn.Called.Select(occasion => occasion.ToMessage(texts, turn.Now)));
    }

    /// <summary>Prepares one thing that is said.</summary>
    internal void Prepare(Turn turn, Line line, InboxMessage? answers)
    {
        var (conversation, said, speaker) = line;
        foreach (var piece in Render(conversation.Address!.Channel, said))
        {
            piece.Timestamp = turn.NextInstant(conversation);
            // As she is called from now on: this turn may have joined her to somebody with another alias, or parted her.
            piece.Recipient = new ChannelAccount { Id = Convert.ToHexString(conversation.Key), Name = conversation.Address.Mentee?.Alias };
            turn.Prepare(new OutboxMessage
            {
                MessageId = Guid.CreateVersion7(turn.Now),
                Conversation = conversation,
                Sequence = conversation.Prepared++,
                Partition = conversation.Partition,
                InReplyTo = answers?.Id,
                Speaker = speaker,
                Priority = Priority.Reply,
                SealedActivity = texts.Seal(piece, conversation.Key),
                PreparedAt = turn.Now,
                DueAt = turn.Now,
            });
        }
    }

    private IReadOnlyList<Activity> Render(string channel, Activity reply) =>
        _channels.TryGetValue(channel, out var carrier) ? carrier.Render(reply) : [reply];
}
