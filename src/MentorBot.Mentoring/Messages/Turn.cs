using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Events;
using MentorBot.Mentoring.Mentees;

namespace MentorBot.Mentoring.Messages;

/// <summary>What the bot may know and change while it answers one message. Whatever it changes is saved with the replies, or not at all.</summary>
public sealed class Turn(MentorBotDb db, Conversation conversation, DateTimeOffset now)
{
    /// <summary>Who wrote.</summary>
    public Mentee Mentee => conversation.Address!.Mentee!;

    /// <summary>Where she wrote.</summary>
    public Conversation Conversation => conversation;

    /// <summary>When this turn is taken.</summary>
    public DateTimeOffset Now => now;

    /// <summary>The memory, to read and to change. Save nothing: the turn does.</summary>
    public MentorBotDb Db => db;

    /// <summary>In whose name the replies are sent.</summary>
    public Speaker Speaker { get; set; } = Speaker.Bot;

    /// <summary>Whether this is the mentee's first turn ever.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Records that something happened.</summary>
    /// <param name="name">What, past tense, such as <c>tip.sent</c>.</param>
    /// <param name="subject">To what: an id of ours, never words or addresses.</param>
    public void Record(string name, string? subject = null) => db.Events.Add(new RecordedEvent
    {
        Name = name,
        Subject = subject,
        SchemeId = Mentee.SchemeId,
        Mentee = Mentee,
        At = now,
    });
}

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
