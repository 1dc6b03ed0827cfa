using MentorBot.Mentoring.Mentees;

namespace MentorBot.Mentoring.Messages;

/// <summary>The talk between one address and one of ours. Turns in it never overlap.</summary>
public sealed class Conversation
{
    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>The look-up key of the two addresses: 32 bytes. Unique.</summary>
    public required byte[] Key { get; init; }

    /// <summary>Which node takes its turns and sends its messages: see <see cref="Partitions"/>.</summary>
    public int Partition { get; init; }

    /// <summary>Where the mentee is reached in it.</summary>
    public long AddressId { get; init; }

    /// <summary>The mentee's side itself. Turns (with her), claims and settling load it; null where a query did not ask for it.</summary>
    public Address? Address { get; init; }

    /// <summary>Our side: the number that she texted, or the bot and the way to answer for it as her last message told it.</summary>
    public required string OurAddress { get; set; }

    /// <summary>Who may speak.</summary>
    public Floor Floor { get; set; }

    /// <summary>Whether it is the phone or chat of a mentor (<see cref="Mentors.Mentor.PhoneId"/>): only then is it asked whose.</summary>
    public bool IsMentors { get; set; }

    /// <summary>Where the dialogs stand, sealed; null before the first turn and after it was erased.</summary>
    public byte[]? State { get; set; }

    /// <summary>How many messages were ever prepared for it: the next one's place in the order of sending.</summary>
    public int Prepared { get; set; }

    /// <summary>When something was last said in it: the instant of its last turn, or of the last turn elsewhere that spoke here (<see cref="Turn.SayIn"/>).</summary>
    public DateTimeOffset LastTurnAt { get; set; }

    /// <summary>Counts changes, so that two nodes never overwrite each other unseen.</summary>
    public int Version { get; set; }

    /// <summary>The time of the last thing that this batch of turns said in it. Not stored: the next batch comes later anyway.</summary>
    internal DateTimeOffset SaidUntil { get; set; }

    /// <summary>Whose pace its messages keep: the channel and our side.</summary>
    internal string Sender => $"{Address!.Channel}\n{OurAddress}";

    /// <summary>Whether a line of the bot that is prepared now would leave, as far as can be told.</summary>
    internal bool IsOpenToBot => Floor == Floor.Bot && Address!.OptedOutAt is null;

    /// <summary>Gives the floor to a mentor or a hub, or back to the bot. Whoever told us to stop keeps it with nobody.</summary>
    public void GiveFloorTo(Floor floor)
    {
        if (Floor == Floor.Nobody || Floor == floor) return;
        Floor = floor;
        Version++;
    }

    /// <summary>Its mentee told us to stop: from now on nobody writes to this address but in a notice.</summary>
    public void OptOut(DateTimeOffset now)
    {
        Floor = Floor.Nobody;
        Address!.OptedOutAt ??= now;
        Address.Version++;
        Version++;
    }

    /// <summary>Its mentee asked us to start again.</summary>
    public void OptIn()
    {
        Floor = Floor.Bot;
        Address!.OptedOutAt = null;
        Address.Version++;
        Version++;
    }
}
