using System.Globalization;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Mentoring.Groups;

/// <summary>What becomes of somebody's part in a group session by the clock, and of what she and its mentor say of it.</summary>
public static class GroupReminding
{
    // The node that stored the occasion may be a little ahead of this one.
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(5);

    /// <summary>Nothing can be said now: the clock looks again later.</summary>
    public static void LookAgainAt(this Turn turn, Participant participant, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(participant);
        participant.PutOff(at);
    }

    /// <summary>She heard what she had to, or must not be told.</summary>
    public static void NoteTold(this Turn turn, Participant participant)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(participant);
        participant.NoteTold(turn.Now);
    }

    /// <summary>The reminder that has to be said by now; those before it came too late to say, and are left out. Null where none is due.</summary>
    public static ReminderStage? TakeReminder(this Turn turn, Participant participant)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(participant);
        ReminderStage? due = null;
        while (participant.NextReminder is { } next && next.At <= turn.Now + ClocksDiffer)
        {
            participant.NoteReminded(next.Stage);
            due = next.Stage;
        }
        if (due is ReminderStage.DayBefore or ReminderStage.HourBefore) turn.Record("group.reminded", due.ToString());
        return due;
    }

    /// <summary>No seat became free for her before it began.</summary>
    public static void WaitNoMore(this Turn turn, Participant participant)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(participant);
        participant.Leave();
        turn.Record("group.none-free");
    }

    /// <summary>She takes part by video.</summary>
    public static void GoRemote(this Turn turn, Participant participant)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(participant);
        participant.IsRemote = true;
        turn.Record("group.remote");
    }

    /// <summary>She said that she comes.</summary>
    public static void NoteComing(this Turn turn, Participant participant)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(participant);
        participant.IsComing = true;
        turn.Record("group.coming");
    }

    /// <summary>She said how far it helped: 1 a lot, 2 a little, 3 not.</summary>
    public static void NoteHelped(this Turn turn, Participant participant, int helped)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(participant);
        participant.Helped = helped;
        turn.Record("group.helped", helped.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>She asks its mentor something: the message in which she does is passed to him.</summary>
    public static void NoteQuestion(this Turn turn, Participant participant)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(participant);
        turn.Db.GroupQuestions.Add(new GroupQuestion { Participant = participant, MessageId = turn.MessageId, At = turn.Now });
        turn.Record("group.asked");
    }

    /// <summary>Its mentor was told what was due.</summary>
    public static void NoteTold(this Turn turn, GroupMeeting session)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(session);
        session.NoteTold(turn.Now + ClocksDiffer);
    }
}
