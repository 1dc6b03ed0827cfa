using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Events;
using MentorBot.Mentoring.Mentees;

namespace MentorBot.Mentoring.Messages;

/// <summary>What the bot may know and change while it answers one message. Whatever it changes is saved with the replies, or not at all.</summary>
public sealed class Turn
{
    private readonly TurnRecord _record;
    private readonly Conversation? _conversation;

    internal Turn(MentorBotDb db, TurnRecord record, Conversation conversation, DateTimeOffset now) : this(db, record, now)
    {
        _conversation = conversation;
        IsFirst = conversation.Version == 0 && Mentee.Id == 0;
    }

    /// <summary>A turn that is taken at the desk, and not in any conversation: see <see cref="Desk.DeskTurns"/>.</summary>
    internal Turn(MentorBotDb db, TurnRecord record, DateTimeOffset now) => (Db, _record, Now) = (db, record, now);

    /// <summary>Who wrote.</summary>
    public Mentee Mentee => Conversation.Address!.Mentee!;

    /// <summary>Where she wrote.</summary>
    /// <exception cref="InvalidOperationException">The turn is one of the desk: nobody wrote.</exception>
    public Conversation Conversation => _conversation ?? throw new InvalidOperationException("A turn of the desk has no conversation of its own.");

    /// <summary>When what she wrote was accepted: the turn may be taken much later.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The language that her phone or app is in, as it says: a tag such as <c>cy</c> or <c>cy-GB</c>. Null where it does not say.</summary>
    public string? ClientLocale { get; internal set; }

    /// <summary>The message that it answers, by the database's number; also of an occasion.</summary>
    public long MessageId { get; init; }

    /// <summary>The name of the <see cref="Messages.Occasion"/> that it deals with; null when somebody wrote.</summary>
    public string? Occasion { get; init; }

    /// <summary>When this turn is taken.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The memory, to read and to change. Save nothing: the turn does.</summary>
    public MentorBotDb Db { get; }

    /// <summary>In whose name the replies are sent.</summary>
    public Speaker Speaker { get; set; } = Speaker.Bot;

    /// <summary>Whether this is the mentee's first turn ever.</summary>
    public bool IsFirst { get; }

    /// <summary>Records that something happened.</summary>
    /// <param name="name">What, past tense, such as <c>tip.sent</c>.</param>
    /// <param name="subject">To what: an id of ours, never words or addresses.</param>
    /// <param name="mentee">To whom, if not to the one who wrote: a mentor's turn is about hers.</param>
    public void Record(string name, string? subject = null, Mentee? mentee = null) => _record.Events.Add(new RecordedEvent
    {
        Name = name,
        Subject = subject,
        SchemeId = (mentee ?? Mentee).SchemeId,
        Mentee = mentee ?? Mentee,
        At = Now,
    });

    /// <summary>Says something unasked, as the bot and after all replies: mostly in another conversation. It leaves if the bot may speak there at that moment.</summary>
    /// <param name="conversation">Where: it was loaded from <see cref="Db"/>, with its address.</param>
    /// <param name="message">What.</param>
    /// <param name="speaker">In whose name.</param>
    public void SayIn(Conversation conversation, Activity message, Speaker speaker = Speaker.Bot) => SaidElsewhere.Add(new(conversation, message, speaker));

    /// <summary>Lets another conversation's turn go on with something that this one began: it is stored with this turn, and taken as soon as this one is recorded.</summary>
    public void Call(Occasion occasion) => Called.Add(occasion);

    internal List<Occasion> Called { get; } = [];

    internal List<Line> SaidElsewhere { get; } = [];

    /// <summary>When the next thing is said in a conversation. A millisecond apart, and after what another turn of this batch said: chats sort what they show by time.</summary>
    internal DateTimeOffset NextInstant(Conversation conversation)
    {
        var after = conversation.SaidUntil > Now ? conversation.SaidUntil : Now;
        return conversation.SaidUntil = after + TimeSpan.FromMilliseconds(1);
    }

    internal void Prepare(OutboxMessage reply) => _record.Replies.Add(reply);

    internal void Arrive(IEnumerable<InboxMessage> occasions) => _record.Occasions.AddRange(occasions);
}

/// <summary>Something to be said, where, and in whose name.</summary>
internal sealed record Line(Conversation Conversation, Activity Message, Speaker Speaker);

/// <summary>Finds what belongs to a turn from where dialogs and middleware stand.</summary>
public static class TurnContextExtensions
{
    /// <summary>The turn that is being taken.</summary>
    /// <exception cref="InvalidOperationException">The turn was not begun by <see cref="Turns"/>.</exception>
    public static Turn Turn(this ITurnContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.TurnState.Get<Turn>() ?? throw new InvalidOperationException("This turn was not begun by Turns.");
    }
}
