using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Schemes;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>A mentee asked for a person: from then until somebody has helped her, or until she goes on without.</summary>
/// <remarks>Every change goes through a method that counts <see cref="Version"/> up: two nodes never give one handoff to two mentors.</remarks>
public sealed partial class Handoff
{
    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>The scheme whose mentors are asked.</summary>
    public int SchemeId { get; init; }

    /// <summary>Who asked.</summary>
    public long MenteeId { get; init; }

    /// <summary>She herself; null where a query did not ask for her.</summary>
    public Mentee? Mentee { get; init; }

    /// <summary>Where she asked, and is answered.</summary>
    public long ConversationId { get; private set; }

    /// <summary>That conversation itself; null where a query did not ask for it. Another one only where her chat moves.</summary>
    public Conversation? Conversation { get; set; }

    /// <summary>A letter or two by which mentors tell handoffs apart, such as A: no two that are open share it, for a mentor may help in several schemes.</summary>
    public required string Tag { get; init; }

    /// <summary>The accepted message in which she said what it is about, or null. Its words are erased with it.</summary>
    public long? AboutId { get; internal set; }

    /// <summary>Whether somebody may be in danger.</summary>
    public bool IsUrgent { get; private set; }

    /// <summary>Whether she left a message and does not wait: see <see cref="LeftMessages"/>.</summary>
    public bool IsMessage { get; private set; }

    /// <summary>How far it has come.</summary>
    public HandoffState State { get; private set; }

    /// <summary>Why it ended, or null while it has not.</summary>
    public HandoffEnd? Ending { get; private set; }

    /// <summary>Who holds it, or held it last; null until somebody took it.</summary>
    public int? MentorId { get; private set; }

    /// <summary>He himself; null where a query did not ask for him.</summary>
    public Mentor? Mentor { get; private set; }

    /// <summary>Who had it before whoever holds it, and passed it on or lost it; null if nobody did.</summary>
    public int? FormerMentorId { get; private set; }

    /// <summary>Whether whoever holds it talks to her at the desk, and not on his phone: where he did something last.</summary>
    public bool IsAtDesk { get; private set; }

    /// <summary>The mentor to whom it was passed on by name, who is asked before all others; null if it was not, or he did not take it.</summary>
    public int? PassedToId { get; private set; }

    /// <summary>Whether a second mentor ever looked on.</summary>
    public bool HasOnlookers { get; private set; }

    /// <summary>How it went, as the mentor who finished it at the desk said; null if he did not say.</summary>
    public HandoffOutcome? Outcome { get; private set; }

    /// <summary>How many waves of offers went out.</summary>
    public int Waves { get; private set; }

    /// <summary>When the clock has to look at it again, or null while it waits for people only.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When she asked.</summary>
    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>When it was last taken, or null.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>When a mentor first wrote to her, or null.</summary>
    public DateTimeOffset? FirstWordsAt { get; private set; }

    /// <summary>When it ended, or null.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How far it helped, as she said: 1 yes, 2 a little, 3 no. Null while she did not say.</summary>
    public int? Helped { get; set; }

    /// <summary>How many minutes a wave has before the next is asked, as it was when she asked.</summary>
    public int WaveMinutes { get; private set; } = Waits.Usual.Wave!.Value;

    /// <summary>How many minutes after the last wave it is given up, likewise.</summary>
    public int GiveUpMinutes { get; private set; } = Waits.Usual.GiveUp!.Value;

    /// <summary>How many minutes a mentor has to answer, likewise.</summary>
    public int AnswerMinutes { get; private set; } = Waits.Usual.Answer!.Value;

    /// <summary>All three.</summary>
    internal Waits Waits
    {
        init => (WaveMinutes, GiveUpMinutes, AnswerMinutes) = (value.Wave ?? WaveMinutes, value.GiveUp ?? GiveUpMinutes, value.Answer ?? AnswerMinutes);
    }

    /// <summary>When a mentor who has the turn has to have answered.</summary>
    internal DateTimeOffset AnswerBy(DateTimeOffset now) => now.AddMinutes(AnswerMinutes);

    /// <summary>Counts changes.</summary>
    public int Version { get; private set; }

    /// <summary>Whose conversation it is, as that conversation was loaded.</summary>
    internal Mentee Hers => Conversation!.Address!.Mentee!;

    /// <summary>Whether a mentor holds it now.</summary>
    public bool IsHeld => State is HandoffState.Active or HandoffState.AwaitingMentee;

    /// <summary>Whether a mentor gave it back, and nobody was asked since.</summary>
    public bool WasReturned => State == HandoffState.Requested && Waves == 0 && MentorId is not null;

    /// <summary>Whether it still waits for a mentor to take it.</summary>
    public bool CanBeTaken => State is HandoffState.Requested or HandoffState.Offered or HandoffState.Parked;

    /// <summary>Whether it is over, one way or the other.</summary>
    public bool IsOver => State is HandoffState.Ended or HandoffState.Expired;

    /// <summary>Mentors were asked, or it is known that there is nobody to ask now.</summary>
    /// <param name="wave">The number of that wave, counted up from 1.</param>
    /// <param name="toAnybody">Whether anybody was.</param>
    /// <param name="nextAt">When the next wave goes out, or it is given up.</param>
    internal void Offer(int wave, bool toAnybody, DateTimeOffset nextAt)
    {
        if (toAnybody && State != HandoffState.Parked) State = HandoffState.Offered;
        (Waves, DueAt, PassedToId) = (wave, nextAt, null);
        Version++;
    }

    /// <summary>She says what it is about.</summary>
    internal void SayAbout(long messageId)
    {
        AboutId = messageId;
        Version++;
    }

    /// <summary>Somebody may be in danger: its waves begin anew.</summary>
    internal void MakeUrgent(DateTimeOffset now)
    {
        (State, IsUrgent, Waves, DueAt) = (HandoffState.Requested, true, 0, now);
        Version++;
    }

    /// <summary>She left a message, and does not wait.</summary>
    internal void Park()
    {
        (State, IsMessage) = (HandoffState.Parked, true);
        Version++;
    }

    /// <summary>She left a message that is urgent now: it is kept like any other if nobody takes it.</summary>
    internal void KeepAsMessage()
    {
        IsMessage = true;
        Version++;
    }

    /// <summary>A mentor takes it, and the floor.</summary>
    internal void Take(Mentor mentor, DateTimeOffset now, DateTimeOffset wordsBy)
    {
        if (MentorId is not null && MentorId != mentor.Id) FormerMentorId = MentorId;
        (State, MentorId, Mentor, TakenAt, DueAt) = (HandoffState.Active, mentor.Id, mentor, now, wordsBy);
        (IsAtDesk, PassedToId, IsHubAsked) = (false, null, false);
        Conversation!.GiveFloorTo(Floor.Mentor);
        Version++;
    }

    /// <summary>He wrote to her: it is her turn.</summary>
    internal void MentorSpoke(DateTimeOffset now, DateTimeOffset parkAt)
    {
        (State, FirstWordsAt, DueAt, IsAtDesk) = (HandoffState.AwaitingMentee, FirstWordsAt ?? now, parkAt, false);
        Version++;
    }

    /// <summary>She wrote to him: it is his.</summary>
    internal void MenteeSpoke(DateTimeOffset answerBy)
    {
        // He is not given more time for each word that she adds.
        if (State == HandoffState.Active) return;
        (State, DueAt) = (HandoffState.Active, answerBy);
        Version++;
    }

    /// <summary>He said that it is done: a turn of hers is to end it, for only that knows where the bot was.</summary>
    internal void Finish(DateTimeOffset now)
    {
        (State, DueAt) = (HandoffState.Finishing, now);
        Version++;
    }

    /// <summary>Whoever gives it back names who is to be asked first.</summary>
    internal void PassTo(int mentorId)
    {
        PassedToId = mentorId;
        Version++;
    }

    /// <summary>Nobody is left who might answer: it need not wait for its time.</summary>
    internal void Hurry(DateTimeOffset now)
    {
        DueAt = now;
        Version++;
    }

    /// <summary>It goes back to be offered: he passed it on, kept silent too long, or may not hold it any more. Who he was is remembered until it is taken again.</summary>
    internal void Return(DateTimeOffset nextAt)
    {
        (State, Waves, DueAt) = (HandoffState.Requested, 0, nextAt);
        Conversation!.GiveFloorTo(Floor.Bot);
        Version++;
    }

    /// <summary>Nobody took it in time.</summary>
    internal void Expire(DateTimeOffset now)
    {
        (State, EndedAt, DueAt, IsHubAsked) = (HandoffState.Expired, now, null, false);
        Version++;
    }

    /// <summary>It is over.</summary>
    internal void End(HandoffEnd ending, DateTimeOffset now)
    {
        (State, Ending, EndedAt, DueAt, IsHubAsked) = (HandoffState.Ended, ending, now, null, false);
        Conversation!.GiveFloorTo(Floor.Bot);
        Version++;
    }
}
