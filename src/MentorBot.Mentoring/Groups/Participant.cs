using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Mentoring.Groups;

/// <summary>Somebody's part in a group session: she has a seat, waits for one, or had one. She is in each session once.</summary>
public sealed class Participant
{
    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>In which session.</summary>
    public long SessionId { get; init; }

    /// <summary>The session itself; null where a query did not ask for it.</summary>
    public GroupMeeting? Session { get; init; }

    /// <summary>Who.</summary>
    public long MenteeId { get; init; }

    /// <summary>She herself; null likewise.</summary>
    public Mentee? Mentee { get; init; }

    /// <summary>Where she joined, and hears of it.</summary>
    public long ConversationId { get; private set; }

    /// <summary>That conversation itself; null likewise. Another one only where her chat moves, or she joins anew from elsewhere.</summary>
    public Conversation? Conversation { get; set; }

    /// <summary>Her seat; null while she has none, or a query did not ask for it.</summary>
    public Seat? Seat { get; private set; }

    /// <summary>How she stands.</summary>
    public ParticipantState State { get; private set; }

    /// <summary>When she asked: the order of those who wait.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When she got her seat, or null.</summary>
    public DateTimeOffset? SeatedAt { get; private set; }

    /// <summary>Until when a seat that became free is kept for her; null while none is.</summary>
    public DateTimeOffset? KeptUntil { get; private set; }

    /// <summary>When she is to hear what she does not know yet (that a seat is free, that it is called off, the digest), or null.</summary>
    public DateTimeOffset? TellAt { get; private set; }

    /// <summary>Whether she takes part by video.</summary>
    public bool IsRemote { get; internal set; }

    /// <summary>What was said when it came near.</summary>
    public ReminderStage Reminded { get; private set; }

    /// <summary>Whether she said that she comes; null while she did not say.</summary>
    public bool? IsComing { get; internal set; }

    /// <summary>How far it helped, as she said: 1 a lot, 2 a little, 3 not. Null while she did not say.</summary>
    public int? Helped { get; internal set; }

    /// <summary>When the clock has to look at it again, or null.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Counts changes.</summary>
    public int Version { get; private set; }

    /// <summary>Whether she has a seat, or one is kept for her.</summary>
    public bool HoldsSeat => State is ParticipantState.Seated or ParticipantState.Offered;

    /// <summary>What is to be said next as it comes near, and when; null where nothing is. Of its session it has to know.</summary>
    public (ReminderStage Stage, DateTimeOffset At)? NextReminder =>
        State == ParticipantState.Seated ? new ReminderTimes(SeatedAt!.Value, Session!.StartsAt, Session.EndsAt, Session.LocalStart, Session.TimeZone).After(Reminded) : null;

    /// <summary>She gets a seat.</summary>
    internal void Sit(Seat seat, DateTimeOffset now)
    {
        seat.GiveTo(this);
        (Seat, State, SeatedAt, KeptUntil, TellAt, Reminded, IsComing) = (seat, ParticipantState.Seated, now, null, null, ReminderStage.None, null);
        Change();
    }

    /// <summary>She waits for a seat, behind all who wait already.</summary>
    internal void Wait(DateTimeOffset now)
    {
        (State, AskedAt, KeptUntil, TellAt) = (ParticipantState.Waiting, now, null, null);
        Change();
    }

    /// <summary>A seat became free, and is kept for her.</summary>
    internal void Offer(Seat seat, DateTimeOffset tellAt)
    {
        seat.GiveTo(this);
        (Seat, State, TellAt) = (seat, ParticipantState.Offered, tellAt);
        KeptUntil = tellAt + Seating.Kept;
        Change();
    }

    /// <summary>She heard what she had to.</summary>
    internal void NoteTold(DateTimeOffset now)
    {
        if (State == ParticipantState.Offered) KeptUntil = now + Seating.Kept;
        TellAt = null;
        Change();
    }

    /// <summary>She gives her seat up, or waits no more.</summary>
    /// <returns>The seat that she had, or null.</returns>
    internal Seat? Leave()
    {
        var seat = Seat;
        seat?.GiveTo(null);
        (Seat, State, KeptUntil, TellAt) = (null, ParticipantState.Left, null, null);
        Change();
        return seat;
    }

    /// <summary>The session does not take place. She hears of it.</summary>
    internal void CallOff(DateTimeOffset now)
    {
        (State, KeptUntil, TellAt) = (ParticipantState.CalledOff, null, now);
        Change();
    }

    /// <summary>The digest is there for her.</summary>
    internal void BringDigest(DateTimeOffset now)
    {
        TellAt = now;
        Change();
    }

    /// <summary>It was said.</summary>
    internal void NoteReminded(ReminderStage stage)
    {
        Reminded = stage;
        Change();
    }

    /// <summary>Nothing can be said now: the clock looks again later.</summary>
    internal void PutOff(DateTimeOffset until)
    {
        DueAt = until;
        Version++;
    }

    private void Change()
    {
        DueAt = new[] { TellAt, KeptUntil, State == ParticipantState.Waiting ? Session!.StartsAt : null, NextReminder?.At }.Min();
        Version++;
    }
}
